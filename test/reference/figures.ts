import { dayAfter, midnightOf } from './clock.ts'
import type { Facts } from './facts.ts'
import { type Counted, canTell, type Said, type Share, weighted } from './observations.ts'
import { isRecent, type Period, periodOf, type Span } from './periods.ts'
import { days } from './reopened.ts'
import {
  type Estimate,
  estimateOf,
  type Quantile,
  quantile,
  timesHundred,
  type Waited,
} from './statistics.ts'
import { type Time, timesOf } from './times.ts'
import type { World } from './world.ts'

export type ItemKind = 'ticket' | 'escalation'
export const scopes = ['all', 'without_major_children'] as const
export type Scope = (typeof scopes)[number]

export interface Point extends Estimate {
  readonly from: string
  readonly to: string
  readonly isComplete: boolean
}

/** Names a figure: its measure, its id, its kind of items and its scope. */
export const nameOf = (measure: string, id: string, kind: string, scope: string): string =>
  `${measure} ${id} ${kind} ${scope}`

export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** The items of a kind, those left out too. */
const itemsOf = ({ tickets, escalations }: Facts, kind: ItemKind): readonly Counted[] =>
  kind === 'ticket' ? tickets : escalations

/** Until when any item of a kind is known. */
export const knownUntilOf = (facts: Facts, kind: ItemKind): number =>
  Math.max(...itemsOf(facts, kind).map(({ knownUntil }) => knownUntil))

/** Up to when every source that can tell a figure knows its items, but those that have told nothing for 92 days. */
function knownByAll(facts: Facts, { measure, id, item: { kind } }: Said): number {
  const told = itemsOf(facts, kind)
    .flatMap(({ sources, knownUntil }) => sources.map((source) => ({ source, knownUntil })))
    .filter(({ source }) => canTell(measure, id, source))
  const bySource = [...grouped(told, ({ source }) => source).values()].map((some) =>
    Math.min(...some.map(({ knownUntil }) => knownUntil)),
  )
  return Math.min(...bySource.filter((until) => until > Math.max(...bySource) - days(92)))
}

/** Whether any item of a kind is part of a major incident. */
export const hasMajorChildren = (facts: Facts, kind: ItemKind): boolean =>
  itemsOf(facts, kind).some(({ isMajorChild }) => isMajorChild)

/** What is said of all items and, where some are part of a major incident, of the others. */
export function scoped<T extends Said>(facts: Facts, said: readonly T[]): (T & { readonly scope: Scope })[] {
  const apart = {
    ticket: hasMajorChildren(facts, 'ticket'),
    escalation: hasMajorChildren(facts, 'escalation'),
  }
  return said.flatMap((one) => [
    { ...one, scope: 'all' as const },
    ...(apart[one.item.kind] && !one.item.isMajorChild ? [{ ...one, scope: 'without_major_children' as const }] : []), // biome-ignore format: a row
  ])
}

const isSettled = ({ settledAt, item }: Share): boolean => settledAt === null || settledAt <= item.knownUntil

/** The share that some items come to. */
export function cameTo(shares: readonly Share[]): Estimate {
  const [first] = shares
  const name = first ? `${first.measure} ${first.id}` : ''
  const estimate = estimateOf(shares.filter(({ isCounted = true }) => isCounted), weighted.has(name)) // biome-ignore format: a line
  return name === 'escalation-rate rate' ? timesHundred(estimate) : estimate
}

function pointOf(world: World, facts: Facts, shares: readonly Share[], { from, to }: Span): Point {
  const [first] = shares
  if (!first) throw new Error('a point of nothing')
  const after = first.measure === 'escalation-rate' ? days(world.escalatedWithinDays) : 0
  const isOver = midnightOf(dayAfter(to)) + after <= knownByAll(facts, first)
  return { ...cameTo(shares), from, to, isComplete: isOver && shares.every(isSettled) }
}

/** Every share by the periods that have items, by name. */
export function pointsOf(
  world: World,
  facts: Facts,
  shares: readonly Share[],
  period: Period,
): Map<string, Point[]> {
  const all = grouped(scoped(facts, shares), ({ measure, id, item, scope }) =>
    nameOf(measure, id, item.kind, scope),
  )
  const pointsBy = (shares: readonly Share[]): Point[] =>
    [...grouped(shares, ({ day }) => periodOf(world, period, day)?.from ?? '')].flatMap(([, some]) => {
      const span = periodOf(world, period, some[0]?.day ?? '')
      return span ? [pointOf(world, facts, some, span)] : []
    })
  return new Map([...all].map(([name, shares]) => [name, pointsBy(shares)]))
}

/** The share of the last complete period that has items: weeks for tickets, months for escalations. */
export function latestOf(world: World, facts: Facts, shares: readonly Share[]): Map<string, Point> {
  const latest = new Map<string, Point>()
  for (const period of ['week', 'month'] as const) {
    for (const [name, points] of pointsOf(world, facts, shares, period)) {
      if (name.includes(' escalation ') !== (period === 'month')) continue
      const complete = points
        .filter(({ isComplete }) => isComplete)
        .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
      if (complete) latest.set(name, complete)
    }
  }
  return latest
}

/** Shares of the last 365 days that can be told and are settled. */
export const recentShares = (facts: Facts, shares: readonly Share[]): Share[] =>
  shares.filter((one) => isSettled(one) && isRecent(one.day, knownUntilOf(facts, one.item.kind)))

/** Times of what came in the last 365 days. */
export const recentTimes = (world: World, facts: Facts): Time[] =>
  timesOf(world, facts).filter(({ item }) => isRecent(item.receivedDay, knownUntilOf(facts, item.kind)))

/** How long some took, of those of whom it is known; of none where that is not known of more than a tenth. */
export function waitedBy(times: readonly Time[]): Waited[] {
  const known = times.flatMap(({ waited }) => waited ?? [])
  return times.length - known.length > 0.1 * times.length ? [] : known
}

/** Median, and the 90th percentile of 50 items or more, by name and clock. */
export function quantilesOf(world: World, facts: Facts): Map<string, Quantile> {
  const found = new Map<string, Quantile>()
  for (const [name, q] of [['median', 0.5], ['p90', 0.9]] as const) {
    const all = grouped(scoped(facts, recentTimes(world, facts)), ({ measure, id, item, clock, scope }) =>
      `${nameOf(measure, id === 'done' ? name : `${id}_${name}`, item.kind, scope)} ${clock}`,
    )
    for (const [key, times] of all) {
      const told = quantile(waitedBy(times), q)
      if (told && (q === 0.5 || told.n >= 50)) found.set(key, told)
    }
  } // biome-ignore format: a table
  return found
}
