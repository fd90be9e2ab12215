import { discoveries } from './rates.ts'
import { studentBeyond } from './student.ts'

/** So many of so many items; of shares of their time, of as many items of equal weight as would tell as much. */
export interface Group {
  readonly hits: number
  readonly n: number
}

/** How a group's share stands beside what is usual among all groups. */
export type Standing = 'higher' | 'lower' | 'usual' | 'too_few'

/** What is usual among groups, and how far each lies from it. */
export interface Funnel {
  /** How much groups differ by more than chance: a variance, on the scale of angles. */
  readonly between: number
  /** In standard deviations that allow for chance and for what groups usually differ by. */
  readonly distances: readonly number[]
}

/** A group of fewer items is not judged. */
export const leastItems = 30
const leastGroups = 5
const winsorised = 0.2
/** The mean square of standard normal distances of which the most extreme fifth on either side is pulled in. */
const winsorisedSquare = 0.4120867
const falseShare = 0.05

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** The scale on which shares of equally many items vary alike (Anscombe 1948): with a variance of 1 / (4 n + 2). */
function angleOf({ hits, n }: Group): number {
  const share = (hits + 3 / 8) / (n + 3 / 4)
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))))
}
const weightOf = ({ n }: Group): number => 4 * n + 2

/** Between the two nearest values, as far as the quantile lies between them. */
function quantileOf(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1)
  const [below, above] = [ascending[Math.floor(place)] as number, ascending[Math.ceil(place)] as number]
  return below + (place - Math.floor(place)) * (above - below)
}

/** Pulls the most extreme values in to the quantiles, so that who departs does not decide what is usual. */
function pulledIn(values: readonly number[]): number[] {
  const ascending = values.toSorted((a, b) => a - b)
  const [low, high] = [quantileOf(ascending, winsorised), quantileOf(ascending, 1 - winsorised)]
  return values.map((value) => Math.min(high, Math.max(low, value)))
}

/** How far each angle lies from `centre`, in standard deviations of its own chance. */
const naiveFrom = (centre: number, angles: readonly number[], weights: readonly number[]): number[] =>
  angles.map((angle, place) => (angle - centre) * Math.sqrt(weights[place] as number))

/** The mean of all angles, after those that lie most extreme around it are pulled in. */
function centreOf(angles: readonly number[], weights: readonly number[]): number {
  const weight = sumOf(weights)
  const mean = sumOf(angles.map((angle, place) => angle * (weights[place] as number))) / weight
  const naive = pulledIn(naiveFrom(mean, angles, weights))
  return mean + sumOf(naive.map((distance, place) => distance * Math.sqrt(weights[place] as number))) / weight
}

/**
 * The funnel of groups around what is usual among them, with an additive allowance for what they differ by beyond chance
 * (Spiegelhalter 2005, Statistics in Medicine 24; Quality and Safety in Health Care 14): the moment estimator of
 * DerSimonian and Laird (1986) from winsorised distances, put right for what winsorising takes off. Every n is above 0.
 */
export function funnelOf(groups: readonly Group[]): Funnel {
  const [angles, weights] = [groups.map(angleOf), groups.map(weightOf)]
  const naive = naiveFrom(centreOf(angles, weights), angles, weights)
  const square = sumOf(pulledIn(naive).map((distance) => distance ** 2)) / winsorisedSquare
  const weight = sumOf(weights)
  const free = weight - sumOf(weights.map((one) => one ** 2)) / weight
  const between = Math.max(0, (square - (groups.length - 1)) / free)
  return {
    between,
    distances: naive.map((distance, place) => distance / Math.sqrt(1 + between * (weights[place] as number))),
  }
}

interface Compared {
  readonly distance: number
  /** Two-sided. */
  readonly p: number
}

/** The groups of a board that can be judged, by their places. */
function comparedOn(board: readonly Group[]): Map<number, Compared> {
  const judged = [...board.entries()].filter(([, { n }]) => n >= leastItems)
  if (judged.length < leastGroups) return new Map()
  const { distances } = funnelOf(judged.map(([, group]) => group))
  return new Map(
    judged.map(([place], nth) => {
      const distance = distances[nth] as number
      return [place, { distance, p: studentBeyond(distance, judged.length - 1) }]
    }),
  )
}

/**
 * Which groups depart from what is usual among those on their board, of all boards of a night together: of those that are
 * said to depart, 5 % do so by chance (Benjamini and Hochberg 1995). As what is usual is itself estimated from few groups,
 * distances are held against Student's distribution. Groups of fewer than 30 items, and boards of fewer than five groups
 * of so many, are not judged.
 */
export function standingsOf(boards: readonly (readonly Group[])[]): Standing[][] {
  const compared = boards.map(comparedOn)
  const all = compared.flatMap((board) => [...board.values()])
  const flags = discoveries(
    all.map(({ p }) => p),
    falseShare,
  )
  const departing = new Set(all.filter((_, place) => flags[place]))
  const standingOf = (one: Compared | undefined): Standing => {
    if (one === undefined) return 'too_few'
    if (!departing.has(one)) return 'usual'
    return one.distance > 0 ? 'higher' : 'lower'
  }
  return boards.map((board, at) => board.map((_, place) => standingOf(compared[at]?.get(place))))
}
