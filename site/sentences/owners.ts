/** What stands beside the table of who holds how much: by what it is shown, and what it leaves out. */
import type { OwnersFile } from '../../data/contract.ts'
import { shortDay } from '../words/date.ts'
import { count, number } from '../words/number.ts'

/** By which assessment owners are shown, and whether those whose work it is were asked. */
export const assessmentWords = ({ dpia }: Pick<OwnersFile, 'dpia'>): string => {
  const asked = dpia.workers_consulted
    ? `were consulted${dpia.consultation === null ? '' : `: ${dpia.consultation.replace(/\.$/, '')}`}`
    : 'have not been consulted'
  return `Shown by the data protection assessment “${dpia.reference}” of ${shortDay(dpia.date)}. Those whose work it shows ${asked}.`
}

/** What a code is, and what it is not. */
const codesWords =
  'Codes are drawn anew every night, so a code tells nothing of any other night, and the operations site has others. A code is no mask: who knows the work may still see who is meant. Do not try, and keep the page to those it is for.'

/** What people are called; null where that needs no words. */
export const callingWords = ({ owners }: Pick<OwnersFile, 'owners'>): string | null =>
  owners === 'coded' ? codesWords : null

/** Who is not listed by themselves, and whose age is not told. */
export const leftOutWords = ({ alone_from: least }: Pick<OwnersFile, 'alone_from'>): string =>
  `Who holds fewer than ${number(least)} open items stands with the others, as there is little to take over from them. How old the oldest is stands only where there are ${number(least)} or more. The order is that of the names or codes.`

/** Why nobody is listed; null where somebody is. */
export const nobodyWords = ({ is_too_few, owners, people, others }: OwnersFile): string | null => {
  if (is_too_few && owners === 'coded')
    return 'Fewer than five people hold open items, so a code would not hide who is meant: nobody is listed.'
  return people.length === 0 && others === null ? 'Nobody holds an open item.' : null
}

/** What the last row is called. */
export const othersWords = (people: number): string =>
  `${count(people, 'other')} with few items${people === 1 ? '' : ' each'}`
