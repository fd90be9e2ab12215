import type { History, Subject, Trends } from '../../etl/trends/calls.ts'
import type { Call } from '../../etl/trends/episodes.ts'
import type { Evaluation, Rule } from '../../etl/trends/evaluation.ts'

/** What `trendsOf` must find, by loops over days and sums over outcomes: slow, and without its shortcuts. */

function sumOf(counts: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let day = Math.max(0, from); day < to; day += 1) sum += counts[day] ?? Number.NaN
  return sum
}

/** The chance of each number of successes, one trial after another. */
function chancesOf(n: number, share: number): number[] {
  let chances = [1]
  for (let trial = 0; trial < n; trial += 1) {
    const next = new Array<number>(chances.length + 1).fill(0)
    chances.forEach((chance, k) => {
      next[k] = (next[k] as number) + chance * (1 - share)
      next[k + 1] = (next[k + 1] as number) + chance * share
    })
    chances = next
  }
  return chances
}

interface Sides {
  readonly exact: readonly [number, number]
  readonly mid: readonly [number, number]
}

function sidesOf(c1: number, e1: number, c0: number, e0: number): Sides | null {
  if (e1 === 0 || e0 === 0) return null
  let [more, same, less] = [0, 0, 0]
  chancesOf(c0 + c1, e1 / (e0 + e1)).forEach((chance, k) => {
    if (k > c1) more += chance
    else if (k < c1) less += chance
    else same += chance
  })
  return { exact: [more + same, less + same], mid: [more + same / 2, less + same / 2] }
}

/** The p-value up to which Benjamini and Hochberg call, of so many. */
function limitOf(pValues: readonly number[]): number {
  let limit = -1
  for (const p of pValues) {
    const rank = pValues.filter((other) => other <= p).length
    if (p <= (0.05 * rank) / pValues.length) limit = Math.max(limit, p)
  }
  return limit
}

function lastYearP(
  { counts }: Subject,
  { all, yearBefore }: History,
  end: number,
  side: 0 | 1,
): number | null {
  const day = yearBefore(end - 1)
  if (day === null || day - 27 < 0 || day + 15 > end - 28) return null
  const against = (from: number, to: number): number | null =>
    sidesOf(
      sumOf(counts, end - 28, end),
      sumOf(all, end - 28, end),
      sumOf(counts, from, to),
      sumOf(all, from, to),
    )?.exact[side] ?? null
  const weeks = [-2, -1, 0, 1, 2].filter((week) => day - 27 + 7 * week >= 0)
  const whole = against(day - 27 + 7 * (weeks[0] as number), day + 15)
  if (whole === null || whole >= 0.05) return whole
  const parts = weeks.map((week) => against(day - 27 + 7 * week, day + 1 + 7 * week) ?? 0)
  return Math.max(...parts) >= 0.1 ? Math.max(...parts) : whole
}

function lookAt(history: History, end: number, rule: Rule): Evaluation[] {
  const { subjects, all } = history
  const [e1, e0] = [sumOf(all, end - 28, end), sumOf(all, Math.max(0, end - 112), Math.max(0, end - 28))]
  const seen = subjects.map((subject) => {
    const [c1, c0] = [
      sumOf(subject.counts, end - 28, end),
      sumOf(subject.counts, Math.max(0, end - 112), Math.max(0, end - 28)),
    ]
    const sides = end >= 56 && c0 + c1 >= 10 ? sidesOf(c1, e1, c0, e0) : null
    const [up, down] = (rule.isMidP ? sides?.mid : sides?.exact) ?? [Number.NaN, Number.NaN]
    return {
      subject,
      c1,
      c0,
      sides,
      entered: [up / rule.risingWeight, down / (2 - rule.risingWeight)] as const,
    }
  })
  const limit = limitOf(seen.flatMap(({ sides, entered }) => (sides ? [...entered] : [])))
  return seen.map(({ subject, c1, c0, sides, entered: [up, down] }) => {
    const shown = {
      key: subject.key,
      c1,
      c0,
      e1,
      e0,
      ratio: null,
      direction: null,
      p: null,
      p_last_year: null,
    }
    if (!sides) return { ...shown, state: 'too_few' }
    const ratio = c0 > 0 ? (c1 * e0) / (c0 * e1) : null
    const side = up <= limit && c1 >= 5 ? 0 : down <= limit && c0 >= 15 ? 1 : null
    if (side === null) return { ...shown, ratio, state: 'usual', p: Math.min(...sides.exact) }
    const p_last_year = lastYearP(subject, history, end, side)
    const isUsual = p_last_year !== null && p_last_year >= 0.05
    const direction = side === 0 ? 'up' : 'down'
    return {
      ...shown,
      ratio,
      p: sides.exact[side],
      p_last_year,
      direction,
      state: isUsual ? 'usual_for_season' : 'unusual',
    }
  })
}

/** Of one subject and direction, from whether it was called at each end. */
function callsOfOne(
  key: string,
  direction: 'up' | 'down',
  ends: readonly number[],
  isCalled: readonly boolean[],
): Call[] {
  const calls: Call[] = []
  ends.forEach((end, place) => {
    if (!isCalled[place]) {
      const last = calls.at(-1)
      if (isCalled[place - 1] && last) calls[calls.length - 1] = { ...last, ended_on: end }
      return
    }
    const last = calls.at(-1)
    if (last && (last.ended_on === null || end < last.ended_on + 28))
      calls[calls.length - 1] = { ...last, ended_on: null }
    else calls.push({ key, direction, called_on: end, ended_on: null })
  })
  return calls
}

export function plainTrends(history: History, rule: Rule): Trends {
  const looks = history.ends.map((end) => lookAt(history, end, rule))
  const isCalled = (place: number, of: number, direction: string): boolean =>
    looks[place]?.[of]?.state === 'unusual' && looks[place]?.[of]?.direction === direction
  const calls = history.subjects.flatMap(({ key }, of) =>
    (['up', 'down'] as const).flatMap((direction) =>
      callsOfOne(
        key,
        direction,
        history.ends,
        looks.map((_, place) => isCalled(place, of, direction)),
      ),
    ),
  )
  const earlier = history.ends.indexOf((history.ends.at(-1) ?? 0) - 28)
  const evaluations = (looks.at(-1) ?? []).map((one, of) =>
    one.state === 'unusual' && isCalled(earlier, of, one.direction ?? '')
      ? { ...one, state: 'sustained' as const }
      : one,
  )
  return { evaluations, calls }
}
