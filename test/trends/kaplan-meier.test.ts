import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import golden from '../golden/kaplan-meier.json' with { type: 'json' }
import { memory } from '../support/memory.ts'

interface Observation {
  readonly minutes: number
  readonly is_event: boolean
}

const observed = (pairs: readonly (readonly number[])[]): Observation[] =>
  pairs.map(([minutes = 0, event]) => ({ minutes, is_event: event === 1 }))

let database: Database
beforeAll(async () => {
  database = await memory()
})

async function given(groups: Record<string, Observation[]>): Promise<void> {
  const rows = Object.entries(groups).flatMap(([grp, list]) => list.map((one) => ({ grp, ...one })))
  await database.run(
    `create or replace table observed as select unnest(from_json($rows,
      '[{"grp":"VARCHAR","minutes":"DOUBLE","is_event":"BOOLEAN"}]'), recursive := true)`,
    { rows: JSON.stringify(rows) },
  )
}

const curve = async (groups: Record<string, Observation[]>) => {
  await given(groups)
  return database.all<{ grp: string; minutes: number; survival: number; standard_error: number }>(
    'from kaplan_meier(observed) order by grp, minutes',
  )
}

const quantile = async (q: number, list: Observation[]) => {
  await given({ all: list })
  const [row] = await database.all(`from kaplan_meier_quantile(observed, ${q})`)
  return row
}

describe('the golden vector', () => {
  const list = observed(golden.obs)

  test('its curve steps where and as far as it should', async () => {
    const steps = await curve({ all: list })
    expect(steps.map(({ minutes }) => minutes)).toEqual(golden.S.map(([at]) => at))
    for (const [index, [, survival, error]] of golden.S.entries()) {
      expect(steps[index]?.survival).toBeCloseTo(survival ?? 0, 6)
      expect(steps[index]?.standard_error).toBeCloseTo(error ?? 0, 6)
    }
  })

  test('its log-log intervals', async () => {
    const steps = await curve({ all: list })
    const found = steps.map((step) => [step.minutes, Reflect.get(step, 'low'), Reflect.get(step, 'high')])
    expect(found).toHaveLength(golden.log_log_95.length)
    for (const [index, [, low, high]] of golden.log_log_95.entries()) {
      expect(found[index]?.[1]).toBeCloseTo(low ?? 0, 4)
      expect(found[index]?.[2]).toBeCloseTo(high ?? 0, 4)
    }
  })

  test('its median, with an interval that has no upper end', async () => {
    const [low, high] = golden.median_interval
    expect(await quantile(0.5, list)).toMatchObject({
      minutes: golden.median,
      low,
      high,
      is_at_least: false,
      n: 10,
      waiting: 4,
    })
  })

  test('the plain median of the acknowledged alone is another, and too short', async () => {
    const estimated = await quantile(0.5, list)
    const [plain] = await database.all('select median(minutes) filter (is_event) as minutes from observed')
    expect(plain?.minutes).toBe(golden.median_of_the_acknowledged_only)
    expect(estimated?.minutes).not.toBe(plain?.minutes)
  })

  test('what still waits at a time is at risk at that time, in whatever order it is told', async () => {
    const [step] = await curve({ all: observed([[5, 0], [5, 1]]) }) // biome-ignore format: a pair
    expect(step).toMatchObject({ minutes: 5, n: 2, survival: 0.5 })
    expect(await curve({ all: [...list].reverse() })).toEqual(await curve({ all: list }))
  })
})

describe('quantiles at the edges', () => {
  const cases: [string, number, Observation[], Record<string, unknown>][] = [
    ['never reached: longer than the longest', 0.5, observed([[3, 1], [8, 0], [9, 0]]), { minutes: 9, is_at_least: true, low: 3, high: null }], // biome-ignore format: a table
    ['nobody acknowledged yet', 0.5, observed([[3, 0], [8, 0]]), { minutes: 8, is_at_least: true, waiting: 2, low: null }], // biome-ignore format: a table
    ['reached exactly at the half', 0.5, observed([[1, 1], [2, 1], [3, 1], [4, 1]]), { minutes: 2, is_at_least: false }], // biome-ignore format: a table
    ['nine in ten, reached exactly', 0.9, observed(Array.from({ length: 10 }, (_, i) => [i + 1, 1])), { minutes: 9, is_at_least: false }], // biome-ignore format: a table
    ['all at once', 0.5, observed([[0, 1], [0, 1]]), { minutes: 0, is_at_least: false, low: 0, high: 0 }], // biome-ignore format: a table
  ]
  test.each(cases)('%s', async (_, q, list, expected) => {
    expect(await quantile(q, list)).toMatchObject(expected)
  })
})

test('groups do not mix', async () => {
  const steps = await curve({ fast: observed([[1, 1]]), slow: observed([[9, 1]]) }) // biome-ignore format: pairs
  expect(steps.map(({ grp, minutes, survival }) => [grp, minutes, survival])).toEqual([
    ['fast', 1, 0],
    ['slow', 9, 0],
  ])
})
