import { describe, expect, test } from 'vitest'
import type { Definition, MeasureFile } from '../../../data/contract.ts'
import { type DepartmentRow, departmentRows } from '../../../site/brief/department.ts'
import { departmentsOf } from '../../../site/brief/departments.ts'
import { likelyRange } from '../../../site/brief/likely.ts'
import { departmentSentence, standsWords } from '../../../site/sentences/department.ts'
import { asOf, full, manifest } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { column, figure } from '../fixture-make.ts'
import { plain } from '../plain.ts'

type Given = {
  value: number | null
  n: number
  overall?: number | null
  good?: Definition['good']
  label?: string
  unit?: 'share' | 'per_100'
}

/** What one department's page has of one measure. */
const rowsFor = ({
  value,
  n,
  overall = 0.7,
  good = 'high',
  label = 'in time',
  unit = 'share',
}: Given): DepartmentRow[] => {
  const bare = acknowledged(asOf)
  const row = { key: 'law', label: 'School of Law', n, values: { within: value }, counts: { within: n } }
  const measure: MeasureFile = {
    ...bare,
    headline: figure('within', 'escalation', unit, 0.7),
    figures: [figure('within_365_days', 'escalation', unit, overall)],
    breakdowns: [
      {
        id: 'by_department',
        by: 'department',
        item_kind: 'escalation',
        columns: [column('within', unit)],
        rows: [row],
      },
    ],
    definition: {
      ...bare.definition,
      figures: [{ id: 'within', label, good, is_weighted: label.startsWith('of ') }],
    },
  }
  return departmentRows('law', new Map([['acknowledged', measure]]), manifest)
}

const none = 'No figure is clearly better or worse than for everybody.'
const few = 'Too few tickets and escalations in the last year to tell.'

test.each<[string, Given, string | null, string]>([
  ['no value', { value: null, n: 100 }, null, few],
  ['nine items', { value: 0, n: 9 }, 'Too few to tell', few],
  ['no share of everybody', { value: 0.3, n: 100, overall: null }, 'Not judged', few],
  ['a share of time', { value: 0.3, n: 100, label: 'of the open time with word' }, 'Not judged', few],
  ['as everybody', { value: 0.7, n: 100 }, 'As for everybody', none],
  ['a little worse, as chance has it', { value: 0.6, n: 100 }, 'As for everybody', none],
  [
    'worse',
    { value: 0.5, n: 100 },
    'Worse',
    'Worse than for everybody: Acknowledged (50 %, everybody 70 %).',
  ],
  [
    'better',
    { value: 0.9, n: 100 },
    'Better',
    'Better than for everybody: Acknowledged (90 %, everybody 70 %).',
  ],
  [
    'more, where low is good',
    { value: 0.9, n: 100, good: 'low' },
    'Worse',
    'Worse than for everybody: Acknowledged (90 %, everybody 70 %).',
  ],
  [
    'more, where neither is',
    { value: 0.9, n: 100, good: 'neutral' },
    'Higher',
    'Otherwise, and neither good nor bad in itself: Acknowledged (90 %, everybody 70 %).',
  ],
  [
    'less, where neither is',
    { value: 0.5, n: 100, good: 'neutral' },
    'Lower',
    'Otherwise, and neither good nor bad in itself: Acknowledged (50 %, everybody 70 %).',
  ],
  [
    'more in a hundred',
    { value: 6.5, n: 900, overall: 3, unit: 'per_100', good: 'neutral' },
    'Higher',
    'Otherwise, and neither good nor bad in itself: Acknowledged (6.5 in 100, everybody 3.0 in 100).',
  ],
])('a department has %s', (_, given, stands, sentence) => {
  const rows = rowsFor(given)
  expect(rows.map(standsWords)).toEqual(stands === null ? [] : [stands])
  expect(plain(departmentSentence(rows))).toBe(sentence)
})

test('what is worse, better and otherwise is told together', () => {
  const rows = [
    ...rowsFor({ value: 0.5, n: 100 }),
    ...rowsFor({ value: 0.45, n: 100 }),
    ...rowsFor({ value: 0.9, n: 100 }),
    ...rowsFor({ value: 0.7, n: 100 }),
  ]
  expect(plain(departmentSentence(rows))).toBe(
    'Worse than for everybody: Acknowledged (50 %, everybody 70 %) and Acknowledged (45 %, everybody 70 %). Better than for everybody: Acknowledged (90 %, everybody 70 %).',
  )
})

test('the likely range holds the share, is wider for fewer and never leaves 0 to 1', () => {
  const rangeOf = (share: number, n: number) => likelyRange(share, n) ?? { low: Number.NaN, high: Number.NaN }
  const [few, many] = [rangeOf(0.5, 10), rangeOf(0.5, 1_000)]
  expect(few.low).toBeLessThan(many.low)
  expect(many.low).toBeCloseTo(0.4528, 3)
  expect(many.high).toBeCloseTo(0.5472, 3)
  expect([rangeOf(0, 20).low, rangeOf(1, 20).high]).toEqual([0, 1])
  expect(rangeOf(0, 20).high).toBeCloseTo(9 / 29, 6)
  expect(likelyRange(0, 0)).toBeNull()
})

describe('departments', () => {
  const slugsOf = (named: readonly (readonly [key: string, label: string])[]): string[] => {
    const measure = acknowledged(asOf)
    const rows = named.map(([key, label]) => ({ key, label, n: 1, values: {}, counts: {} }))
    const breakdowns = measure.breakdowns.slice(0, 1).map((one) => ({ ...one, by: 'department', rows }))
    return departmentsOf(new Map([['acknowledged', { ...measure, breakdowns }]])).map(({ slug }) => slug)
  }

  test.each([
    ['School of Law', /^school-of-law$/],
    ['Café & Bar', /^cafe-bar$/],
    ['  (new) ', /^new$/],
    ['法学部', /^[0-9a-f]{6}$/],
    ['School of everything '.repeat(20), /^(school-of-everything-){2}school-of-e-[0-9a-f]{6}$/],
  ])('%s has an address of at most 60 letters, by its name', (name, slug) => {
    const [own = ''] = slugsOf([[name, name]])
    expect(own).toMatch(slug)
    expect(own.length).toBeLessThanOrEqual(60)
  })

  test('each has an address of its own, whatever they are called', () => {
    const slugs = slugsOf(['A', 'a', 'A 2', 'A-2', '法', '学', ''].map((name) => [name, name]))
    expect(slugs).toHaveLength(6)
    expect(new Set(slugs).size).toBe(6)
  })

  test('an address does not hang on which others there are of its name, nor on their order', () => {
    const [two, three] = [
      slugsOf([
        ['law', 'Law'],
        ['lau', 'law'],
      ]),
      slugsOf([
        ['laz', 'LAW'],
        ['lau', 'law'],
        ['law', 'Law'],
      ]),
    ]
    expect(two.every((slug) => /^law-[0-9a-f]{6}$/.test(slug))).toBe(true)
    expect(three).toEqual(expect.arrayContaining(two))
  })

  test('they are those that any measure names, once each', () => {
    const measures = new Map(full().measures.map((measure) => [measure.id, measure]))
    expect(departmentsOf(measures).map(({ slug }) => slug)).toEqual([
      'blizard-institute',
      'library',
      'school-of-law',
      'school-of-mathematical-sciences',
    ])
  })

  test('a measure that two promises share is told once', () => {
    const { measures } = full()
    const twice = { ...manifest, promises: [...manifest.promises, ...manifest.promises] }
    const rows = departmentRows('library', new Map(measures.map((one) => [one.id, one])), twice)
    expect(new Set(rows.map(({ measure }) => measure)).size).toBe(rows.length)
  })
})
