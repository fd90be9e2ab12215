/** The rounded figures of a whole night, held against its measures by a few lines of their own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import {
  type Breakdown,
  type MeasureFile,
  measureFile,
  type RoughShare,
  type StaffFile,
  staffFile,
} from '../../../data/contract.ts'
import { sampleNight } from '../../support/sample-night.ts'

let staff: StaffFile
let measures: Map<string, MeasureFile>
beforeAll(async () => {
  const current = join((await sampleNight()).dir, 'current')
  const read = (...path: string[]) => JSON.parse(readFileSync(join(current, ...path), 'utf8'))
  staff = staffFile.parse(read('staff.json'))
  measures = new Map(
    readdirSync(join(current, 'measures')).map((name) => {
      const measure = measureFile.parse(read('measures', name))
      return [measure.id, measure]
    }),
  )
})

/** True where the words hold of the exact share: half a step off at most, and on the right side of a bound. */
const holds = ({ is, tenths }: RoughShare, share: number): boolean => {
  if (is === 'more_than') return share > tenths / 10
  if (is === 'fewer_than') return share < tenths / 10
  return Math.abs(share - tenths / 10) <= (is === 'about' ? 0.05 : 0.1) + 1e-9
}

test('every promise is told of the newest complete period of its measure, near its exact share and count', () => {
  const told = staff.promises.filter(({ share, period }) => share !== null && period !== null)
  expect(told.length).toBeGreaterThan(8)
  for (const { measure, figure, item_kind, period, from, share, count } of told) {
    const points = measures
      .get(measure)
      ?.series.find(
        (one) =>
          one.id === figure &&
          one.item_kind === item_kind &&
          one.period === period &&
          one.of === null &&
          one.scope === 'all',
      )
      ?.points.filter(({ is_complete, value }) => is_complete && value !== null)
    const last = points?.at(-1)
    expect([measure, last?.from]).toEqual([measure, from])
    const whole = measure === 'escalation-rate' ? 100 : 1
    expect([measure, share && holds(share, (last?.value ?? 0) / whole)]).toEqual([measure, true])
    expect(Math.abs((count ?? 0) - (last?.n ?? 0))).toBeLessThanOrEqual(2)
  }
})

test('of what is promised, what slipped is worse than usual, and nothing else is', () => {
  const promised = new Set(staff.promises.map(({ measure }) => measure))
  const slipped = [...measures.values()].filter(
    ({ id: own, headline, series }) =>
      promised.has(own) &&
      series.some(
        ({ id, of, item_kind, chart }) =>
          id === headline?.id &&
          item_kind === headline.item_kind &&
          of === null &&
          chart !== null &&
          chart.slipped !== null,
      ),
  )
  const worse = staff.promises
    .filter(({ against_usual }) => against_usual === 'worse')
    .map(({ measure }) => measure)
  expect(worse.length).toBeGreaterThan(0)
  expect(new Set(worse)).toEqual(new Set(slipped.map(({ id }) => id)))
})

const rowsOf = (measure: string, id: string): Breakdown['rows'] =>
  measures
    .get(measure)
    ?.breakdowns.find(
      (one) => one.id === id && one.item_kind === (measure === 'service-levels' ? 'ticket' : 'escalation'),
    )?.rows ?? []

test.each([
  ['services', 'acknowledged', 'by_service'],
  ['reasons', 'escalation-rate', 'reasons'],
  ['impacts', 'escalation-rate', 'impacts'],
  ['outcomes', 'escalation-rate', 'outcomes'],
  ['levels', 'service-levels', 'by_level'],
])(
  'the table of %s has the counts of its breakdown, rounded, and all that are small together',
  (id, measure, breakdown) => {
    const table = staff.tables.find((one) => one.id === id)
    const exact = rowsOf(measure, breakdown).map(({ label, values, n }) => ({
      label,
      n: Number(values.items ?? values.tickets ?? n),
    }))
    const listed = new Map(table?.rows.map(({ label, count }) => [label, count]))
    for (const { label, n } of exact) {
      const count = listed.get(label)
      if (n < 5) expect([label, count]).toEqual([label, undefined])
      if (count !== undefined) expect(Math.abs(count - n)).toBeLessThanOrEqual(2)
    }
    const hidden = exact.filter(({ label }) => !listed.has(label)).reduce((sum, { n }) => sum + n, 0)
    expect(Math.abs((listed.get(null) ?? 0) - hidden)).toBeLessThanOrEqual(2)
    expect(listed.size).toBeGreaterThan(1)
  },
)

test('shares by service hold of the exact ones', () => {
  const services = staff.tables.find(({ id }) => id === 'services')
  let held = 0
  for (const [place, { measure, figure }] of (services?.columns ?? []).entries())
    for (const { label, shares } of services?.rows ?? []) {
      const row = rowsOf(measure, 'by_service').find((one) => one.label === label)
      const [share, value] = [shares[place], row?.values[figure]]
      if (share == null || typeof value !== 'number') continue
      held++
      expect([label, figure, holds(share, value)]).toEqual([label, figure, true])
    }
  expect(held).toBeGreaterThan(20)
})

test('half and nine in ten took no longer than is said, on either clock', () => {
  expect(staff.times).toHaveLength(6)
  for (const { measure, clock, half_within_minutes, nine_in_ten_within_minutes } of staff.times) {
    const exact = (id: string) =>
      measures
        .get(measure)
        ?.figures.find(
          (one) =>
            one.id === id && one.item_kind === 'escalation' && one.clock === clock && one.scope === 'all',
        )?.value ?? Number.NaN
    expect(half_within_minutes).toBeGreaterThanOrEqual(exact('median'))
    expect(nine_in_ten_within_minutes).toBeGreaterThanOrEqual(exact('p90'))
    expect(half_within_minutes).toBeLessThan(2.5 * exact('median') + 15)
  }
})

test('the improvement that the sample hides is told as one after which there are fewer', () => {
  expect(staff.changes.find(({ title }) => title === 'New print servers')).toMatchObject({
    effect: 'fewer',
    about: 'Print queue stuck',
  })
  expect(staff.changes.map(({ title }) => title)).not.toContain('E-mail down for a morning')
})
