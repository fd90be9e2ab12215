/** Changes and decided actions as the release has them. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { numberIn, textIn } from '../figures.ts'
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

/** What is no verdict tells nothing. */
const verdictOf = (row: Row): Verdict => verdicts.find((one) => one === row.values.verdict) ?? 'not_told'
const both = (count: number | null, all: number | null): { count: number; all: number } | null =>
  count === null || all === null ? null : { count, all }

const changeOf = (row: Row): Change => {
  const [value, low, high] = [numberIn(row, 'ratio'), numberIn(row, 'ratio_low'), numberIn(row, 'ratio_high')]
  return {
    key: row.key,
    title: row.label,
    day: textIn(row, 'day') ?? '',
    kind: textIn(row, 'kind') ?? '',
    affects: textIn(row, 'affects'),
    verdict: verdictOf(row),
    ratio: value === null || low === null || high === null ? null : { value, low, high },
    before: both(numberIn(row, 'count_before'), numberIn(row, 'all_before')),
    after: both(numberIn(row, 'count_after'), numberIn(row, 'all_after')),
  }
}

const actionOf = (row: Row): Action => {
  const [low, high] = [numberIn(row, 'difference_low'), numberIn(row, 'difference_high')]
  return {
    key: row.key,
    title: row.label,
    decided_on: textIn(row, 'decided_on') ?? '',
    promise: textIn(row, 'promise') ?? '',
    expected: textIn(row, 'expected') ?? '',
    review_on: textIn(row, 'review_on'),
    is_due: textIn(row, 'is_due') === 'yes',
    verdict: verdictOf(row),
    share_before: numberIn(row, 'share_before'),
    share_after: numberIn(row, 'share_after'),
    difference: low === null || high === null ? null : { low, high },
  }
}

/** Whether it went the wrong way. More tickets after a new policy are none: they may be what was wanted. */
export const wentWrong = (one: Change | Action): boolean =>
  one.verdict === 'worse' || (one.verdict === 'more' && 'kind' in one && one.kind === 'improvement')

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
