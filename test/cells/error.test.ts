import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCells } from '../../etl/cells/cells.ts'
import { disk } from '../../etl/effects.ts'
import { writeCells } from '../../etl/publish/cells.ts'
import { drawer, normal } from '../data/shared/observed.ts'
import { folder } from '../support/installation.ts'
import { memory } from '../support/memory.ts'
import { compareAll, errorNearOf, errorOf } from './errors.ts'
import { numbered } from './observations.ts'
import type { Compared } from './shares-compared.ts'

const days = 550
const draw = drawer(20_260_105)
function one(names: string): string {
  const among = names.split(' ')
  return among[Math.floor(draw() ** 1.5 * among.length)] ?? ''
}

/** An item of its day, done after so many minutes unless that is later than what is known. */
function item(nth: number) {
  const day = Math.floor(draw() * days)
  const known = (days - day - draw()) * 1440
  const team = one('Desk Network Desktops AV')
  const took = Math.exp(Math.log(team === 'Desk' ? 90 : 900) + 1.5 * normal(draw))
  return {
    item_kind: nth % 8 === 0 ? 'escalation' : 'ticket',
    item_id: `${nth}`,
    nth: day,
    ...{ service: one('Mail Network Files Print Rooms'), priority: one('P3 P4 P2 P1'), team },
    ...{ department: one('Physics History Law Music Film Art'), category: one('A B C D E F G') },
    is_major_child: draw() < 0.05,
    minutes: Math.round(Math.min(took, known)),
    is_event: took <= known,
    is_settled: known > 2880,
    hit: draw() < 0.03 ? null : Number(took <= 2880),
    weight: Math.round(draw() * 1e6) / 100,
  }
}
const items = Array.from({ length: 6000 }, (_, nth) => item(nth))

const types = {
  ...{ item_kind: 'varchar', item_id: 'varchar', nth: 'integer', service: 'varchar', priority: 'varchar' },
  ...{ team: 'varchar', department: 'varchar', category: 'varchar', is_major_child: 'boolean' },
  ...{ minutes: 'double', is_event: 'boolean', is_settled: 'boolean', hit: 'double', weight: 'double' },
}

const world = [
  `create table dim_days as
  select period, date_trunc(period, day)::date as from_day, day::date as day
  from generate_series(date '2025-01-01', date '2025-01-01' + ${days + 20}, interval 1 day) as days(day), (values ('week'), ('month')) as periods(period)`,
  `create table observations as
  select 'acknowledged' as measure, 'share' as part, 'within' as id, * exclude (minutes, weight), 1.0::double as weight from fct_all_items
  union all by name
  select 'updated' as measure, 'share' as part, 'heard' as id, * exclude (minutes, hit, day), hit * weight * 0.8 as hit, day + (4 * later)::integer as day
  from fct_all_items, range(3) as days(later)
  union all by name
  select 'resolved' as measure, 'time' as part, 'done' as id, * exclude (hit, weight), minutes * 0.237 as business_minutes from fct_all_items`,
  ...numbered,
]

let compared: Compared[]
beforeAll(async () => {
  const database = await memory()
  await database.run(
    `create table fct_all_items as
    select *, date '2025-01-01' + nth as "day" from (select unnest(from_json($items, '${JSON.stringify([types])}'), recursive := true))`,
    { items: JSON.stringify(items) },
  )
  for (const sql of world) await database.run(sql)
  await makeCells(database)
  const written = join(await folder(), 'cells')
  await writeCells(database, written, { disk, now: () => new Date(0), log: () => {}, progress: () => {} })
  compared = await compareAll(database, written, { week: 52, month: 12 })
}, 120_000)

const those = (ending: RegExp): Compared[] => compared.filter(({ figure }) => ending.test(figure))
const worst = (of: readonly Compared[]): number => Math.max(...of.map(errorOf))

describe('over the last year, cells of everything, of every value and of pairs', () => {
  test('count the items', () => {
    const counts = those(/: n$/)
    expect(counts.filter(({ n }) => n > 0).length).toBeGreaterThan(100)
    expect(counts.filter(({ found, exact }) => found !== exact)).toEqual([])
  })

  test.each([
    ['counted, of all periods', /within .* all periods: (value|low|high)/],
    ['counted, of one period', /within .* one period: (value|low|high)/],
    ['weighted, of all periods', /heard .* all periods: (value|low|high)/],
    ['weighted, of one period', /heard .* one period: (value|low|high)/],
  ])('give its shares with their intervals: %s', (_, figure) => {
    const shares = those(figure)
    expect(shares.filter(({ n }) => n > 0).length).toBeGreaterThan(50)
    expect(shares.filter((row) => errorOf(row) > 1e-6)).toEqual([])
  })

  test('give an interval of weights over one period, and none over several', () => {
    const ends = those(/heard .*: (low|high)/).filter(({ n }) => n >= 5)
    expect(ends.filter(({ figure }) => figure.includes('one period')).length).toBeGreaterThan(50)
    const isNone = ({ figure, found }: Compared) => figure.includes('all periods') === found < 0
    expect(ends.filter((row) => !isNone(row))).toEqual([])
  })

  test.each([
    ['medians', /: 0\.5/],
    ['90th percentiles', /: 0\.9/],
  ])('give its %s, at most five hundredths off', (name, ending) => {
    const quantiles = those(ending)
    const off = quantiles.filter((row) => errorNearOf(row) > 0.05)
    const exactly = quantiles.filter((row) => errorOf(row) > 0.05).length
    console.info(
      `worst of ${quantiles.length} ${name}: ${worst(quantiles)}; ${exactly} beyond 5 %, ${off.length} of their rank`,
    )
    expect(quantiles.length).toBeGreaterThan(100)
    expect(off).toEqual([])
  })
})
