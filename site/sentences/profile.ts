/** What is written down of escalations, in words: which is the most common, and of how many it is known. */
import type { Breakdown } from '../../data/contract.ts'
import { numberIn } from '../figures.ts'
import { list, number } from '../words/number.ts'
import { items } from '../words/value.ts'
import { isFew } from './few.ts'

/** Of several: "The most common reasons are"; after the count: "that give one". */
export type Asked = { one: string; several: string; known: string }

type Row = Breakdown['rows'][number]

/** What is not recorded is no answer. */
const isKnown = ({ key }: Row): boolean => key !== 'unknown'

const total = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + (numberIn(row, column) ?? 0), 0)

const mostOf = (rows: readonly Row[]): Row[] => {
  const most = Math.max(...rows.map((row) => numberIn(row, 'items') ?? 0))
  return rows.filter((row) => numberIn(row, 'items') === most)
}

/** "; of the year before, 228 of 430", where all of that year is known. */
const yearBefore = (first: readonly Row[], rows: readonly Row[]): string => {
  const [row, ...others] = first
  const before = row === undefined || others.length > 0 ? null : numberIn(row, 'items_before')
  return before === null
    ? ''
    : `; of the year before, ${number(before)} of ${number(total(rows, 'items_before'))}`
}

/** The most common of what is known; null where too few say it. */
export const profileSentence = (from: Breakdown | null, { one, several, known }: Asked): string | null => {
  const rows = (from?.rows ?? []).filter(isKnown)
  const all = total(rows, 'items')
  if (isFew(all)) return null
  const first = mostOf(rows)
  const names = list(first.map(({ label }) => label))
  const many = number(numberIn(first[0] as Row, 'items') ?? 0)
  const said = first.length === 1 ? `${one} ${names}: ${many}` : `${several} ${names}: ${many} each`
  return `${said} of the ${items(all, 'escalation')} of the last 365 days ${known}${yearBefore(first, rows)}.`
}
