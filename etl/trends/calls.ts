import { type Call, type CalledAt, callsOf, type Direction } from './episodes.ts'
import { type Evaluation, evaluate, type Rule } from './evaluation.ts'
import { recentDays, totalsOf, windowsAt, type YearBefore } from './windows.ts'

/** A recurring issue or a category: its tickets on each day of the data. */
export interface Subject {
  readonly key: string
  readonly counts: ArrayLike<number>
  /** The day on which it came to be known as one; it is asked about at ends after that. From the first where left out. */
  readonly since?: number
}

/**
 * `all`: tickets of every kind on each day. `ends`: when it is looked at, the day after each night's or each week's last,
 * in their order.
 */
export interface History {
  readonly subjects: readonly Subject[]
  readonly all: ArrayLike<number>
  readonly ends: readonly number[]
  readonly yearBefore: YearBefore
}

/** One look at all subjects. */
export interface Look extends CalledAt {
  readonly hasLastYear: boolean
  readonly evaluations: readonly Evaluation[]
}

/** The subjects at the last end, and every call of the history. */
export interface Trends {
  readonly evaluations: readonly Evaluation[]
  readonly calls: readonly Call[]
}

/** What rises matters sooner: four fifths of the false calls may be of that kind. */
export const weighted: Rule = { risingWeight: 1.6, isMidP: true }

const calledOf = (evaluations: readonly Evaluation[]): Map<string, Direction> =>
  new Map(
    evaluations.flatMap(({ key, state, direction }) =>
      state === 'unusual' && direction ? [[key, direction] as const] : [],
    ),
  )

/** Each look by itself, from what was known by its end: nothing later changes it. */
export function* looksOf({ subjects, all, ends, yearBefore }: History, rule = weighted): Generator<Look> {
  const each = subjects.map(({ key, counts, since = -1 }) => ({ key, since, totals: totalsOf(counts) }))
  const totals = totalsOf(all)
  for (const end of ends) {
    const windows = windowsAt(end, yearBefore)
    const known = each.filter(({ since }) => since < end)
    const evaluations = evaluate(known, totals, windows, rule)
    yield { end, hasLastYear: windows.lastYear !== null, evaluations, called: calledOf(evaluations) }
  }
}

/**
 * What rises and falls at the last end, and all that ever did. Sustained is what was called in the same direction four
 * weeks before too. Keys are of one subject each. Error: an end after the data.
 */
export const trendsOf = (history: History, rule = weighted): Trends => trendsOver([history], rule)

/** The same over times that are looked at each in its own way, one after the other; keys stand for the same in all. */
export function trendsOver(histories: readonly History[], rule = weighted): Trends {
  const looks: CalledAt[] = []
  let latest: readonly Evaluation[] = []
  for (const history of histories)
    for (const { end, called, evaluations } of looksOf(history, rule)) {
      looks.push({ end, called })
      latest = evaluations
    }
  const lastEnd = looks.at(-1)?.end ?? 0
  const earlier = looks.find(({ end }) => end === lastEnd - recentDays)?.called
  const evaluations = latest.map((one) =>
    one.state === 'unusual' && earlier?.get(one.key) === one.direction
      ? { ...one, state: 'sustained' as const }
      : one,
  )
  return { evaluations, calls: callsOf(looks) }
}
