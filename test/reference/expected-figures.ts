import { cellsOf, sizesBy } from './breakdowns.ts'
import type { Row, Told } from './compare.ts'
import { countRows, unmatchedRow } from './counts.ts'
import type { Facts } from './facts.ts'
import {
  cameTo,
  grouped,
  latestOf,
  nameOf,
  type Point,
  pointsOf,
  quantilesOf,
  recentShares,
  scoped,
} from './figures.ts'
import { loadOf } from './load.ts'
import type { Share } from './observations.ts'
import { periods } from './periods.ts'
import { sharesOf } from './shares.ts'
import { timesOf, waitedOf, waitingOf } from './times.ts'
import { wordRows } from './words-of-escalations.ts'
import type { World } from './world.ts'

const ofPoint = ({ value, n, low, high, from, to }: Point): Told => ({ value, n, low, high, from, to })

/** The share that stands for a measure. */
const headlines: Readonly<Record<string, string>> = {
  ...{ acknowledged: 'within', investigated: 'within', resolved: 'within', owned: 'always', updated: 'heard' },
  ...{ 'service-levels': 'resolution', 'before-target': 'before', 'ticket-quoted': 'quoted', effort: 'handed_on' },
  ...{ 'right-route': 'redirected_emergency', 'escalation-rate': 'rate', 'first-owned': 'within', satisfaction: 'satisfied' },
} // biome-ignore format: a table

/** Of escalations where there is one, else of tickets. */
function headlineRows(latest: ReadonlyMap<string, Point>): Row[] {
  return Object.entries(headlines).flatMap(([measure, id]): Row[] => {
    const point = (['escalation', 'ticket'] as const).flatMap((kind) => {
      const found = latest.get(nameOf(measure, id, kind, 'all'))
      return found ? [{ found, kind }] : []
    })[0]
    return point ? [[`headline ${measure}`, { id, item_kind: point.kind, ...ofPoint(point.found) }]] : []
  })
}

function recentRows(facts: Facts, shares: readonly Share[]): Row[] {
  const all = grouped(scoped(facts, recentShares(facts, shares)), ({ measure, id, item, scope }) =>
    nameOf(measure, `${id}_365_days`, item.kind, scope),
  )
  return [...all].flatMap(([name, shares]): Row[] => {
    const { unknown = 0, ...told } = cameTo(shares)
    const untold = name.replace('_365_days', '_unknown')
    return [
      [`figure ${name}`, told],
      ...(unknown > 0 ? [[`figure ${untold}`, { value: unknown, n: told.n + unknown }] as const] : []),
    ]
  })
}

function nowRows(world: World, facts: Facts): Row[] {
  const all = grouped(scoped(facts, waitingOf(facts)), ({ measure, id, item, scope }) =>
    nameOf(measure, id, item.kind, scope),
  )
  return [...all].flatMap(([, some]): Row[] => {
    const [first] = some
    if (!first) return []
    const { measure, id, item, scope } = first
    const waited = some.flatMap((one) => waitedOf(world, one))
    const oldest = nameOf(measure, `${id}_oldest`, item.kind, scope)
    const count: Row = [`figure ${nameOf(measure, `${id}_now`, item.kind, scope)}`, { value: some.length }]
    if (waited.length === 0) return [count]
    return [
      count,
      [`figure ${oldest} elapsed`, { value: Math.max(...waited.map(({ elapsed }) => elapsed)) }],
      [`figure ${oldest} business`, { value: Math.max(...waited.map(({ business }) => business)) }],
    ]
  })
}

function pointRows(world: World, facts: Facts, shares: readonly Share[]): Row[] {
  return periods.flatMap((period) =>
    [...pointsOf(world, facts, shares, period)].flatMap(([name, points]) =>
      points.map((point): Row => {
        const shown = point.isComplete ? ofPoint(point) : {}
        return [`${period} ${name} ${point.from}`, { ...shown, is_complete: point.isComplete }]
      }),
    ),
  )
}

function loadRows(facts: Facts): Row[] {
  return loadOf(facts).map(([kind, id, value]) => [
    `figure ${nameOf('owner-load', id, kind, 'all')}`,
    { value },
  ])
}

function cellRows(world: World, facts: Facts, shares: readonly Share[]): Row[] {
  const cells = cellsOf(world, facts, shares)
  const observed = grouped(
    [...shares, ...timesOf(world, facts), ...waitingOf(facts)],
    ({ measure, item }) => `${measure}\n${item.kind}`,
  )
  return [
    ...cells.map(({ measure, kind, dimension, key, column, value, n }): Row => [`cell ${measure} by_${dimension} ${kind} ${column} "${key}"`, { value, n }]),
    ...[...observed.values()].flatMap(([first]) =>
      sizesBy(facts).flatMap(({ kind, dimension, key, size }): Row[] =>
        first?.item.kind === kind
          ? [[`cell ${first.measure} by_${dimension} ${kind} items "${key}"`, { value: size, n: size }]]
          : [],
      ),
    ),
  ] // biome-ignore format: a list
}

/** The figures that the reference expects, by name; of periods those that are complete. */
export function expectedFigures(world: World, facts: Facts): Map<string, Told> {
  const shares = sharesOf(world, facts)
  const latest = latestOf(world, facts, shares)
  return new Map([
    ...[...latest].map(([name, point]): Row => [`figure ${name}`, ofPoint(point)]),
    ...[...quantilesOf(world, facts)].map(([name, { value, n, low, high, isAtLeast }]): Row => [`figure ${name}`, { value, n, low, high, is_at_least: isAtLeast }]),
    ...headlineRows(latest),
    ...recentRows(facts, shares),
    ...nowRows(world, facts),
    ...countRows(world, facts),
    ...loadRows(facts),
    ...unmatchedRow(facts),
    ...wordRows(facts),
    ...pointRows(world, facts, shares),
    ...cellRows(world, facts, shares),
  ]) // biome-ignore format: a list
}
