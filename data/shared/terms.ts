/** First and last ISO day. */
export interface Term {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** The Mondays of a term's first and last week, in days since 1970, and those of its namesake a year before. */
interface Span {
  readonly first: number
  readonly last: number
}
interface TermWeeks extends Span {
  readonly before: Span | null
}

const year = 364
/** So far may a term have moved since the year before. */
const most = 56

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000
/** Day 0 was a Thursday. */
const mondayOf = (day: number): number => 7 * Math.floor((day + 3) / 7) - 3

/** A term that begins at a weekend has its first week after it. */
const spanOf = ({ from, to }: Term): Span => ({
  first: mondayOf(dayNumber(from) + 2),
  last: mondayOf(dayNumber(to)),
})

function weeksOf(terms: readonly Term[]): TermWeeks[] {
  const named = terms.map((term) => ({ name: term.name, span: spanOf(term) }))
  return named
    .map(({ name, span }) => {
      const apart = (other: Span): number => Math.abs(span.first - year - other.first)
      const likely = named.filter((other) => other.name === name && apart(other.span) <= most)
      likely.sort((a, b) => apart(a.span) - apart(b.span))
      return { ...span, before: likely[0]?.span ?? null }
    })
    .sort((a, b) => a.first - b.first)
}

/** A term's weeks by their number; those that it has more than the year before are all held against its last. */
const inTerm = (monday: number, { first }: Span, before: Span): number =>
  Math.min(monday - first + before.first, before.last)

/** From either end of a vacation to the middle of the shorter of both; the middle of last year's fills a longer one. */
function between(monday: number, previous: TermWeeks, next: TermWeeks): number | null {
  if (!previous.before || !next.before || previous.before.last >= next.before.first) return null
  const lasted = [next.first - previous.last, next.before.first - previous.before.last]
  const half = 7 * Math.floor(Math.min(...lasted) / 14)
  const fromEnd = monday - previous.last
  if (fromEnd <= half) return previous.before.last + fromEnd
  return Math.max(previous.before.last + half, monday - next.first + next.before.first)
}

function weekBefore(weeks: readonly TermWeeks[], monday: number): number {
  const term = weeks.findLast(({ first, last }) => first <= monday && monday <= last)
  if (term) return term.before ? inTerm(monday, term, term.before) : monday - year
  const next = weeks.find(({ first }) => first > monday)
  const previous = weeks.filter(({ last }) => last < monday).sort((a, b) => b.last - a.last)[0]
  return (previous && next && between(monday, previous, next)) ?? monday - year
}

/**
 * The same weekday of the same week of term a year before; days are counted from the ISO day `firstDay`. Between terms
 * it is that of the same week after the term before, in the second half that of the same week before the next term. From
 * one term to the next weeks keep their order. Where terms do not tell it is 364 days before. Of the year before are
 * namesakes that began within eight weeks of a year before, whatever their academic year is called.
 */
export function yearBeforeBy(terms: readonly Term[], firstDay: string): (day: number) => number {
  const weeks = weeksOf(terms)
  const first = dayNumber(firstDay)
  return (day) => {
    const monday = mondayOf(first + day)
    return weekBefore(weeks, monday) - monday + day
  }
}

/** The first day of the same period a year before: of a week, the same week of term. */
export function yearBefore(from: string, period: string, terms: readonly Term[]): string {
  if (period !== 'week') return `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`
  const day = dayNumber(from) + yearBeforeBy(terms, from)(0)
  return new Date(86_400_000 * day).toISOString().slice(0, 10)
}
