/** Recurring issues that rise or fall, in lines of a brief. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { breakdownOf, numberIn } from '../figures.ts'
import { isCalled } from '../sentences/recurring.ts'
import { knownDay } from '../words/date.ts'
import { count, number, sentenceCase } from '../words/number.ts'

type Issue = Breakdown['rows'][number]
type Direction = 'up' | 'down'

/** The issues called rising or falling, in the order of the release. */
export const calledIssues = (measures: ReadonlyMap<string, MeasureFile>, direction: Direction): Issue[] => {
  const recurring = measures.get('recurring')
  const rows = (recurring && breakdownOf(recurring, 'groups', 'ticket')?.rows) ?? []
  return rows.filter((row) => isCalled(row, direction))
}

/** "53 tickets in 28 days, after 50 in the 84 before"; null where they are not known. */
export const countsWords = (issue: Issue): string | null => {
  const [recent, before] = [numberIn(issue, 'recent'), numberIn(issue, 'before')]
  return recent === null || before === null
    ? null
    : `${count(recent, 'ticket')} in 28 days, after ${number(before)} in the 84 before`
}

const mostIssues = 4

/** “Wi-Fi” has been rising since 4 Oct 2026: 42 tickets in 28 days, after 60 in the 84 before. */
export const issueLine = (issue: Issue, way: string): string => {
  const [since, counts] = [knownDay(issue.values.called_on), countsWords(issue)]
  const is = since === null ? `is ${way}` : `has been ${way} since ${since}`
  return `“${issue.label}” ${is}${counts === null ? '' : `: ${counts}`}.`
}

/** A line for each of the first, and one that says how many more there are. */
export const issueLines = (
  measures: ReadonlyMap<string, MeasureFile>,
  direction: Direction,
  way: string,
): string[] => {
  const found = calledIssues(measures, direction)
  const more = found.length - mostIssues
  return [
    ...found.slice(0, mostIssues).map((issue) => issueLine(issue, way)),
    ...(more > 0 ? [`${sentenceCase(count(more, 'more issue'))} ${more === 1 ? 'is' : 'are'} ${way}.`] : []),
  ]
}
