/** Changes and decided actions as the release has them. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { knownDay } from '../words/date.ts'

type Row = Breakdown['rows'][number]
const verdicts = [
  'fewer',
  'more',
  'better',
  'worse',
  'no_clear_change',
  'neutral',
  'too_early',
  'too_few',
  'not_told',
] as const
export type Verdict = (typeof verdicts)[number]

export type Change = {
  key: string
  title: string
  day: string
  kind: string
  /** Which tickets it should show in, in words; null where that is not said. */
  affects: string | null
  verdict: Verdict
  ratio: { value: number; low: number; high: number } | null
  before: { count: number; all: number } | null
  after: { count: number; all: number } | null
}

export type Action = {
  key: string
  title: string
  decided_on: string
  promise: string
  expected: string
  review_on: string | null
  is_due: boolean
  verdict: Verdict
  share_before: number | null
  share_after: number | null
  difference: { low: number; high: number } | null
}

const text = (row: Row, column: string): string => String(row.values[column] ?? '')
const numeric = (row: Row, column: string): number | null => {
  const value = row.values[column]
  return typeof value === 'number' ? value : null
}
/** What is no verdict tells nothing. */
const verdictOf = (row: Row): Verdict => verdicts.find((one) => one === row.values.verdict) ?? 'not_told'
const both = (count: number | null, all: number | null): { count: number; all: number } | null =>
  count === null || all === null ? null : { count, all }

const changeOf = (row: Row): Change => {
  const [value, low, high] = [numeric(row, 'ratio'), numeric(row, 'ratio_low'), numeric(row, 'ratio_high')]
  return {
    key: row.key,
    title: row.label,
    day: text(row, 'day'),
    kind: text(row, 'kind'),
    affects: text(row, 'affects') || null,
    verdict: verdictOf(row),
    ratio: value === null || low === null || high === null ? null : { value, low, high },
    before: both(numeric(row, 'count_before'), numeric(row, 'all_before')),
    after: both(numeric(row, 'count_after'), numeric(row, 'all_after')),
  }
}

const actionOf = (row: Row): Action => {
  const [low, high] = [numeric(row, 'difference_low'), numeric(row, 'difference_high')]
  return {
    key: row.key,
    title: row.label,
    decided_on: text(row, 'decided_on'),
    promise: text(row, 'promise'),
    expected: text(row, 'expected'),
    review_on: text(row, 'review_on') || null,
    is_due: text(row, 'is_due') === 'yes',
    verdict: verdictOf(row),
    share_before: numeric(row, 'share_before'),
    share_after: numeric(row, 'share_after'),
    difference: low === null || high === null ? null : { low, high },
  }
}

/** Rows of a breakdown that have their day, whichever kind of item they are shown by. */
const byId = (measure: MeasureFile, id: string, dayColumn: string): Row[] =>
  measure.breakdowns
    .filter((breakdown) => breakdown.id === id)
    .flatMap(({ rows }) => rows.filter(({ values }) => knownDay(values[dayColumn]) !== null))

/** The changes with their effects, the newest first. */
export const changesOf = (measure: MeasureFile): Change[] =>
  byId(measure, 'changes', 'day')
    .map(changeOf)
    .sort((a, b) => b.day.localeCompare(a.day))

/** The decided actions, the newest first. */
export const actionsOf = (measure: MeasureFile): Action[] =>
  byId(measure, 'actions', 'decided_on')
    .map(actionOf)
    .sort((a, b) => b.decided_on.localeCompare(a.decided_on))
