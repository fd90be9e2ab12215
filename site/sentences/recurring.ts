/** The sentences of `recurring`, from its figures and groups. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { breakdownOf, numberIn } from '../figures.ts'
import { shortDay } from '../words/date.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'

type Row = Breakdown['rows'][number]

/** Whether an issue is called rising, or falling. */
export const isCalled = (row: Row, direction: 'up' | 'down'): boolean =>
  (row.values.trend === 'unusual' || row.values.trend === 'sustained') && row.values.direction === direction

const rowsOf = (measure: MeasureFile): Row[] => breakdownOf(measure, 'groups', 'ticket')?.rows ?? []

/** The groups with a ticket in the window: those that rise first, then most tickets first. */
export const activeGroups = (measure: MeasureFile): Row[] =>
  rowsOf(measure)
    .filter((row) => (numberIn(row, 'tickets_in_window') ?? 0) > 0)
    .sort(
      (a, b) =>
        Number(isCalled(b, 'up')) - Number(isCalled(a, 'up')) ||
        (numberIn(b, 'tickets_in_window') ?? 0) - (numberIn(a, 'tickets_in_window') ?? 0),
    )

/** One that is called, with its counts and since when. */
const called = (row: Row): string => {
  const [now, before] = [numberIn(row, 'recent'), numberIn(row, 'before')]
  const counts =
    now === null || before === null ? [] : [`${number(now)} in 28 days after ${number(before)} in 84`]
  const since = row.values.called_on
  const said = [
    ...counts,
    ...(typeof since === 'string' ? [`called since ${shortDay(since)}`] : []),
    ...(row.values.has_last_year === 'no' ? ['no last year to compare with yet'] : []),
  ]
  return said.length === 0 ? `“${row.label}”` : `“${row.label}” (${said.join(', ')})`
}

const mostNamed = 3

const calledSentence = (rows: readonly Row[], way: string): string | null => {
  if (rows.length === 0) return null
  const named = rows.slice(0, mostNamed).map(called)
  const more = rows.length - named.length
  const all = more > 0 ? [...named, count(more, 'more', 'more')] : named
  return `${sentenceCase(count(rows.length, 'issue'))} ${rows.length === 1 ? 'is' : 'are'} ${way}: ${list(all)}.`
}

const seasonalSentence = (rows: readonly Row[]): string | null => {
  if (rows.length === 0) return null
  const are = rows.length === 1 ? 'is' : 'are'
  return `${sentenceCase(count(rows.length, 'issue'))} ${are} more or less common than before, as is usual for the time of year.`
}

/** Which issues rise and fall by more than chance, or that none does. */
export const moving = (measure: MeasureFile): string | null => {
  const rows = rowsOf(measure).filter((row) => typeof row.values.trend === 'string')
  if (rows.every((row) => row.values.trend === 'too_few')) return null
  const rising = rows.filter((row) => isCalled(row, 'up'))
  const falling = rows.filter((row) => isCalled(row, 'down'))
  const seasonal = seasonalSentence(rows.filter((row) => row.values.trend === 'usual_for_season'))
  const none = `No issue is rising or falling by more than chance${seasonal === null ? '' : ' and season'}.`
  const told = [calledSentence(rising, 'rising'), calledSentence(falling, 'falling')]
  const said = rising.length + falling.length === 0 ? [none] : told
  return [...said, seasonal].filter((sentence) => sentence !== null).join(' ')
}

/** How many issues recur now. */
export const active = (measure: MeasureFile, days: number): string | null => {
  const value = measure.headline?.value ?? null
  if (value === null) return null
  return value === 0
    ? `No recurring issue had a ticket in the last ${days} days.`
    : `${sentenceCase(count(value, 'recurring issue'))} had a ticket in the last ${days} days.`
}

/** The most active of them, with its counts and nothing more; null where it is called, for then its counts are told. */
export const mostActive = (measure: MeasureFile, days: number): string | null => {
  const first = activeGroups(measure).reduce<Row | undefined>(
    (most, row) =>
      most && (numberIn(most, 'tickets_in_window') ?? 0) >= (numberIn(row, 'tickets_in_window') ?? 0)
        ? most
        : row,
    undefined,
  )
  const now = first === undefined ? null : numberIn(first, 'tickets_in_window')
  if (first === undefined || now === null || isCalled(first, 'up') || isCalled(first, 'down')) return null
  const before = numberIn(first, 'tickets_before')
  const past = before === null ? '' : `, after ${number(before)} in the ${3 * days} days before`
  return `The most active is “${first.label}”: ${count(now, 'ticket')} in the last ${days} days${past}.`
}
