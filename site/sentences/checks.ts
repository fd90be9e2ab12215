/** What the checks of a night found, in words. */
import type { RunFile } from '../../data/contract.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'

type Checks = Pick<RunFile, 'checks'>

/** "owners are known" */
export const checkName = ({ name }: Checks['checks'][number]): string => name.replaceAll(/[_-]/g, ' ')

/** How many ran, and how many found something. */
export const checksSentence = ({ checks }: Checks): string => {
  const failing = checks.filter(({ rows }) => rows > 0)
  if (checks.length === 0) return 'No check was run.'
  const ran = sentenceCase(count(checks.length, 'check'))
  return failing.length === 0
    ? `${ran} ran over the figures and found nothing wrong.`
    : `${ran} ran; ${number(failing.length)} found something.`
}

/** Which of them found something, and in how many rows; null where none did. */
export const failedChecks = ({ checks }: Checks): string | null => {
  const failing = checks.filter(({ rows }) => rows > 0)
  if (failing.length === 0) return null
  const named = failing.map((check) => `“${checkName(check)}” (${count(check.rows, 'row')})`)
  return `Not all is right with these figures. Of ${count(checks.length, 'check')} of the night ${number(failing.length)} found something that should not be: ${list(named)}.`
}
