/** What is called tonight and was not by the release before, and what is called no longer. */
import type { MeasureFile, PreviousFile } from '../../data/contract.ts'
import { changedLine } from '../brief/brief.ts'
import { calledIssues, issueLine } from '../brief/issues.ts'
import { completePoints, seriesOf } from '../figures.ts'
import { issuePath } from '../issues.ts'
import type { BoardRow } from '../promises.ts'
import { nameOf, oncePerMeasure } from '../sentences/board.ts'
import { isFew } from '../sentences/few.ts'
import { isSlipped } from '../sentences/standing.ts'
import { trendWords } from '../words/trend.ts'
import type { Line } from './part.ts'

type Measures = ReadonlyMap<string, MeasureFile>
type Call = PreviousFile['calls'][number]
type Called = NonNullable<PreviousFile['told']>
type Direction = Call['direction']

export type News = { slipped: Line[]; rising: Line[]; falling: Line[]; ended: Line[] }

/** Promises and issues that are newly called. */
export const calledOf = ({ slipped, rising, falling }: Omit<News, 'ended'>): Line[] => [
  ...slipped,
  ...rising,
  ...falling,
]

/** Whether the figure of a promise rests on so few items that it is not sent. */
const isOfFew = ({ measure: id }: BoardRow, measures: Measures): boolean => {
  const measure = measures.get(id)
  const headline = measure?.headline
  if (measure === undefined || headline == null) return false
  const last = completePoints(seriesOf(measure, headline.id, headline.item_kind)).at(-1)
  return last !== undefined && isFew(last.n)
}

const toPromise = (row: BoardRow, text: string): Line => ({
  text,
  link: { words: nameOf(row), path: `/${row.measure}/` },
})

const slippedLine = (row: BoardRow, measures: Measures): Line =>
  toPromise(
    row,
    isOfFew(row, measures)
      ? `${nameOf(row)} has slipped, by a figure of too few items to be sent.`
      : changedLine(row),
  )

const recoveredLine = (row: BoardRow, measures: Measures): Line => {
  const said = `${nameOf(row)} is no longer called slipped`
  const isBare = row.now === null || row.verdict === null || isOfFew(row, measures)
  return toPromise(row, isBare ? `${said}.` : `${said}: ${row.now?.words}. ${row.verdict}`)
}

const way = (direction: Direction): string => trendWords('unusual', direction) ?? direction

const isOneOf = (calls: Called['calls'], issue: string, direction: Direction): boolean =>
  calls.some((call) => call.issue === issue && call.direction === direction)

/** A line about an issue, which leads to its page where it has one. */
const toIssue = (measures: Measures, key: string, label: string, text: string): Line => {
  const recurring = measures.get('recurring')
  const path = recurring === undefined ? null : issuePath(recurring, key)
  return path === null ? { text } : { text, link: { words: `“${label}”`, path } }
}

const begun = (measures: Measures, direction: Direction, { calls }: Called): Line[] =>
  calledIssues(measures, direction)
    .filter(({ key }) => !isOneOf(calls, key, direction))
    .map((issue) => toIssue(measures, issue.key, issue.label, issueLine(issue, way(direction))))

const over = (measures: Measures, { calls }: PreviousFile): Line[] =>
  calls
    .filter(({ issue, direction }) => calledIssues(measures, direction).every(({ key }) => key !== issue))
    .map(({ issue, label, direction }) =>
      toIssue(measures, issue, label, `“${label}” is no longer called ${way(direction)}.`),
    )

const isNow = ({ standing }: BoardRow): boolean => standing === 'slipped'

const slippedBefore = ({ charts }: Called): Set<string> =>
  new Set(charts.filter(isSlipped).map(({ measure }) => measure))

/** What is called and was not before; a promise that slips on, and an issue that rises on, is not. */
export const calledSince = (
  all: readonly BoardRow[],
  measures: Measures,
  before: Called,
): Omit<News, 'ended'> => ({
  slipped: oncePerMeasure(all)
    .filter((row) => isNow(row) && !slippedBefore(before).has(row.measure))
    .map((row) => slippedLine(row, measures)),
  rising: begun(measures, 'up', before),
  falling: begun(measures, 'down', before),
})

/** What is new since the release before. */
export const newsOf = (all: readonly BoardRow[], measures: Measures, previous: PreviousFile): News => ({
  ...calledSince(all, measures, previous),
  ended: [
    ...oncePerMeasure(all)
      .filter((row) => !isNow(row) && slippedBefore(previous).has(row.measure))
      .map((row) => recoveredLine(row, measures)),
    ...over(measures, previous),
  ],
})
