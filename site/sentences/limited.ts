/** What is said of a list that is limited, on the page and at the head of its print. */
import { number } from '../words/number.ts'

/** "14 of 42 open escalations shown: lacking an owner, of Network Services."; where none is left, that none fits. */
export const limitedWords = (shown: number, all: number, items: string, limits: readonly string[]): string =>
  shown === 0
    ? `None of the ${number(all)} ${items} fits: ${limits.join(', ')}. Clear a filter to see more.`
    : `${number(shown)} of ${number(all)} ${items} shown: ${limits.join(', ')}.`

/** "Limited to open escalations lacking an owner, of Network Services: 14 of 42." */
export const printedWords = (shown: number, all: number, items: string, limits: readonly string[]): string =>
  `Limited to ${items} ${limits.join(', ')}: ${number(shown)} of ${number(all)}. The numbers below are of the whole list.`
