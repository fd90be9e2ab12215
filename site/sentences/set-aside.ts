/** What was set aside, in words. */
import type { QuarantineReason, SetAsideFile } from '../../data/contract.ts'
import { count, number, sentenceCase } from '../words/number.ts'
import { reasonInWords } from './receipts.ts'

/** "A date that cannot be read" */
export const whySetAside = (reason: QuarantineReason): string => sentenceCase(reasonInWords(reason))

/** How many records were set aside, of how many files; of very many, that the first are listed. */
export const setAsideSentence = ({ count: all, groups }: SetAsideFile): string => {
  if (all === 0) return 'No record was set aside.'
  const files = new Set(groups.map(({ file }) => file)).size
  const listed = groups.reduce((sum, { records }) => sum + records.length, 0)
  const said = `${sentenceCase(count(all, 'record'))} of ${count(files, 'file')} ${all === 1 ? 'was' : 'were'} set aside and ${all === 1 ? 'is' : 'are'} in no figure and no list.`
  return listed === all
    ? said
    : `${said} The first of each file and reason are listed: ${number(listed)} in all.`
}
