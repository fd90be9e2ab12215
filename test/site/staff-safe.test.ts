/** The staff site is made of rounded figures and of nothing else, whatever stands in the release beside them. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeasureFile } from '../../data/contract.ts'
import { type Fixture, full, writeRelease } from './fixture.ts'

const root = mkdtempSync(join(tmpdir(), 'staff-safe-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Exact figures that no page may show: everything that is a number is another one. */
const otherNumbers = <Value>(value: Value): Value => {
  if (typeof value === 'number') return (Number.isInteger(value) ? value + 7919 : value / 3.7) as Value
  if (Array.isArray(value)) return value.map(otherNumbers) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, otherNumbers(one)])) as Value
}

const otherFigures = (measure: MeasureFile): MeasureFile => {
  const { headline, figures, series, curves, breakdowns } = measure
  return { ...measure, ...otherNumbers({ headline, figures, series, curves, breakdowns }) }
}

const pagesOf = async (name: string, fixture: Fixture): Promise<Map<string, string>> => {
  const [release, out] = [join(root, name), join(root, `${name}-site`)]
  writeRelease(release, fixture)
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      AUDIENCE: 'staff',
      RELEASE: release,
      OUT: out,
    },
  })
  const files = readdirSync(out, { recursive: true })
    .map(String)
    .filter((file) => /\.(html|csv|json)$/.test(file))
  return new Map(files.sort().map((file) => [file, readFileSync(join(out, file), 'utf8')]))
}

let pages: Map<string, string>
let others: Map<string, string>
beforeAll(async () => {
  const fixture = full()
  pages = await pagesOf('one', fixture)
  const files = fixture.run.files.map((file) => ({
    ...file,
    records: file.records + 7919,
    kept: file.kept + 7919,
  }))
  const run = { ...fixture.run, files, restated_days: 7919 }
  others = await pagesOf('other', { ...fixture, run, measures: fixture.measures.map(otherFigures) })
})

test('another release with the same rounded figures makes the same pages, byte by byte', () => {
  expect([...pages.keys()]).toContain('performance/index.html')
  expect([...pages.keys()].some((file) => file.endsWith('.csv'))).toBe(true)
  expect(others).toEqual(pages)
})

/** What a reader sees, with plain spaces. */
const seen = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u00a0\s]+/g, ' ')

/** Counts of items and shares as a sentence says them, other than those that are rounded. */
const finerThanAllowed = (text: string): string[] => [
  ...[...text.matchAll(/\b([\d,]+) (?:escalations|tickets|requests|people|issues)\b/g)]
    .filter(([, count = '']) => Number(count.replaceAll(',', '')) % 5 !== 0 || count === '0')
    .map(([words]) => words),
  ...[...text.matchAll(/[\d.]+ ?%|\b0\.\d\d+/g)].map(([words]) => words),
  ...[...text.matchAll(/([\d.]+) in 10\b/g)]
    .filter(([, tenths]) => !/^[1-9]$/.test(tenths ?? ''))
    .map(([words]) => words),
]

/** Their numbers are of methods, of zooming and of keeping; that none is a figure the other release shows. */
const tellsNoFigures = /^(definitions|accessibility|privacy)\//

test('no page shows a count that is not rounded, a percentage, or a share finer than tenths', () => {
  for (const [file, text] of pages)
    if (!tellsNoFigures.test(file)) expect([file, finerThanAllowed(seen(text))]).toEqual([file, []])
})

test('every figure that an element carries is a tenth or a rounded count', () => {
  const carried = [...pages.values()].flatMap((html) =>
    [...html.matchAll(/data-figure="([^"]*)" data-value="([^"]*)"/g)].map(
      ([, figure = '', value]) => [figure, Number(value)] as const,
    ),
  )
  expect(carried.length).toBeGreaterThan(10)
  for (const [figure, value] of carried) {
    expect(figure).toMatch(/_(in_tenths|rounded)$/)
    expect(figure.endsWith('_rounded') ? value % 5 : Math.round(value * 10) / 10 - value).toBe(0)
  }
})

test.each([
  ['of 43 escalations', '43 escalations'],
  ['0 tickets are open', '0 tickets'],
  ['36 % of them', '36 %'],
  ['a share of 0.357', '0.357'],
  ['4.3 in 10 of them', '4.3 in 10'],
])('%s would be noticed', (text, words) => {
  expect(finerThanAllowed(text)).toContain(words)
})
test('what is rounded is not complained of', () => {
  expect(finerThanAllowed('about 40 escalations, 9,255 tickets, 4 in 10')).toEqual([])
})
