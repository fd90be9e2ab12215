import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { differences, expectedRows, foundRows, type Told } from './reference/compare.ts'
import { foundFigures } from './reference/compare-figures.ts'
import { expectedFigures } from './reference/expected-figures.ts'
import { readFacts } from './reference/facts.ts'
import { toCompare } from './reference/not-compared.ts'
import { fewOf, readRealLog, realLogConfig, realWorld } from './reference/real-log.ts'
import type { StateRow } from './reference/world.ts'
import { installation, night } from './support/installation.ts'

const quick = vi.hoisted(() => {
  const allOf = new WeakMap<object, unknown>()
  const remembered = <A extends unknown[], B>(
    reckon: (...given: A) => B,
    keyOf: (...given: A) => unknown,
  ) => {
    const known = new Map<unknown, B>()
    return (...given: A): B => {
      const key = keyOf(...given)
      if (!known.has(key)) known.set(key, reckon(...given))
      return known.get(key) as B
    }
  }
  return { allOf, remembered }
})

vi.mock('./reference/clock.ts', async (original) => {
  const plain = await original<typeof import('./reference/clock.ts')>()
  const { instantOf, dayOf, dayAfter } = plain
  return {
    ...plain,
    instantOf: quick.remembered(instantOf, (wall) => wall),
    dayOf: quick.remembered(dayOf, (at) => at),
    dayAfter: quick.remembered(dayAfter, (day, days = 1) => `${day} ${days}`),
  }
})

// the reference asks every item until when all are known, once for each of them; a few answer the same
vi.mock('./reference/figures.ts', async (original) => {
  const plain = await original<Record<string, unknown>>()
  const few = quick.remembered(
    (facts: Parameters<typeof fewOf>[0]) => {
      const some = fewOf(facts)
      quick.allOf.set(some, facts)
      return some
    },
    (facts) => facts,
  )
  const isFacts = (one: unknown): one is Parameters<typeof fewOf>[0] =>
    typeof one === 'object' && one !== null && 'tickets' in one && 'escalations' in one
  const ofFew =
    (reckon: (...given: unknown[]) => unknown) =>
    (...given: unknown[]): unknown =>
      reckon(...given.map((one) => (isFacts(one) ? few(one) : one)))
  return Object.fromEntries(
    Object.entries(plain).map(([name, one]) => [
      name,
      typeof one === 'function' ? ofFew(one as () => unknown) : one,
    ]),
  )
})

vi.mock('./reference/times.ts', async (original) => {
  const plain = await original<typeof import('./reference/times.ts')>()
  const timesOf = quick.remembered(plain.timesOf, (_, facts) => facts)
  const all: typeof plain.timesOf = (world, facts) =>
    timesOf(world, (quick.allOf.get(facts) ?? facts) as typeof facts)
  return { ...plain, timesOf: all }
})

const path = resolve(import.meta.dirname, '../../shared/data/uci-incident-log/incident_event_log.csv')
const exportedAt = '2018-01-01T00:00:00Z'
const asOfs = [
  '2016-05-14T00:00+01:00',
  '2016-05-02T09:30+01:00',
  '2016-04-11T17:00+01:00',
  '2016-03-27T01:45Z',
]

/** This log tells of no messages, no escalations and of nobody's satisfaction: the reference, which reads it as if it could, expects none. */
const isTold = (name: string): boolean => !/^\w+ (updated|satisfaction|escalation-rate)\b/.test(name)
/** What groups of tickets are told by, a row of the reference has not. */
const isKnownToBoth = (name: string): boolean => !/^\w+ recurring\b/.test(name)

const chosen = (figures: ReadonlyMap<string, Told>, isChosen: (name: string) => boolean): Map<string, Told> =>
  new Map([...figures].filter(([name]) => isChosen(name)))

const plain = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(9))) : '–'

function printTable(
  asOf: string,
  expected: ReadonlyMap<string, Told>,
  found: ReadonlyMap<string, Told>,
): void {
  const names = [...new Set([...found.keys(), ...expected.keys()])].filter((name) =>
    /^(figure|headline)/.test(name),
  )
  const shown = (told: Told | undefined): string =>
    told ? `${plain(told.value)} (n ${plain(told.n)}, ${plain(told.low)} to ${plain(told.high)})` : 'not told'
  const lines = names
    .sort()
    .map((name) => `${name} | ${shown(found.get(name))} | ${shown(expected.get(name))}`)
  process.stdout.write(`as of ${asOf}: figure | warehouse | reference\n${lines.join('\n')}\n`)
}

describe.skipIf(!existsSync(path))('every measure of the real incident log', { timeout: 900_000 }, () => {
  let dir = ''
  let log: readonly StateRow[] = []

  beforeAll(async () => {
    log = readRealLog(path)
    const files = { 'inbox/incident_event_log.csv': { content: readFileSync(path), at: exportedAt } }
    dir = await installation({ config: realLogConfig, files })
  })

  it.each(asOfs)('is what a slow, plain reading of it makes as of %s', async (asOf) => {
    const world = realWorld(log, Date.parse(asOf), Date.parse(exportedAt))
    const {
      code,
      log: said,
      query,
    } = await night(dir, ['--as-of', new Date(asOf).toISOString(), '--republish'])
    expect(code, said).toBe(0)
    const facts = readFacts(world)
    const figures = chosen(expectedFigures(world, facts), isTold)
    const found = chosen(await foundFigures(dir), isKnownToBoth)
    if (process.env.TABLE === '1') printTable(asOf, figures, found)
    const differing = [
      ...differences(0, expectedRows(world, facts), await foundRows({ query })),
      ...differences(0, figures, toCompare(figures, found)),
    ].map((line) => line.replace('seed 0', `as of ${asOf}`))
    expect(figures.size).toBeGreaterThan(1000)
    expect(differing.slice(0, 60).join('\n'), `of ${differing.length} differences`).toBe('')
  })
})
