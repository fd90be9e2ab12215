/** What is said over the open escalations that lack nothing. */
import { count, number, sentenceCase } from '../words/number.ts'

/** "20 open escalations have all that is checked here"; on a page that holds some of them, how many. */
export const completeWords = (all: number, here: number): string => {
  const said = `${sentenceCase(count(all, 'open escalation'))} ${all === 1 ? 'has' : 'have'} all that is checked here`
  return here === all ? said : `${said}, ${number(here)} of them on this page`
}

/** Where the list is limited: "3 of the 20 open escalations that have all that is checked here" */
export const someComplete = (shown: number, all: number): string =>
  `${number(shown)} of the ${count(all, 'open escalation')} that ${all === 1 ? 'has' : 'have'} all that is checked here`
