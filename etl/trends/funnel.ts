/** So many of so many items. */
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
const winsorised = 0.1
/** The mean square of standard normal distances of which the most extreme tenth on either side is pulled in. */
const winsorisedSquare = 0.6787
const departs = 3

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
/** The scale on which shares of equally many items vary alike: with a variance of 1 / (4 n). */
const angleOf = ({ hits, n }: Group): number => Math.asin(Math.sqrt(Math.min(1, Math.max(0, hits / n))))

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

/**
 * The funnel of groups around their common share, with an additive allowance for what they differ by beyond chance
 * (Spiegelhalter 2005, Statistics in Medicine 24; Quality and Safety in Health Care 14): the moment estimator of
 * DerSimonian and Laird (1986) from winsorised distances, put right for what winsorising takes off. Every n is above 0.
 */
export function funnelOf(groups: readonly Group[]): Funnel {
  const common = angleOf({ hits: sumOf(groups.map(({ hits }) => hits)), n: sumOf(groups.map(({ n }) => n)) })
  const apart = groups.map((group) => angleOf(group) - common)
  const weights = groups.map(({ n }) => 4 * n)
  const naive = apart.map((angle, place) => angle * Math.sqrt(weights[place] as number))
  const square = sumOf(pulledIn(naive).map((distance) => distance ** 2)) / winsorisedSquare
  const weight = sumOf(weights)
  const free = weight - sumOf(weights.map((one) => one ** 2)) / weight
  const between = Math.max(0, (square - (groups.length - 1)) / free)
  return {
    between,
    distances: apart.map((angle, place) => angle / Math.sqrt(1 / (weights[place] as number) + between)),
  }
}

/** Which groups depart from what is usual among those of 30 items or more; of fewer than five such none is told. */
export function standingsOf(groups: readonly Group[]): Standing[] {
  const judged = groups.filter(({ n }) => n >= leastItems)
  if (judged.length < leastGroups) return groups.map(() => 'too_few')
  const { distances } = funnelOf(judged)
  return groups.map((group) => {
    const distance = distances[judged.indexOf(group)]
    if (distance === undefined) return 'too_few'
    return Math.abs(distance) <= departs ? 'usual' : distance > 0 ? 'higher' : 'lower'
  })
}
