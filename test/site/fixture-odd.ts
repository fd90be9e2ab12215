/** Names that nobody would choose and every export has in the end: marks, scripts, twins, hundreds, nothing to hold on to. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { asOf, type Fixture, full } from './fixture.ts'
import { oddFigures } from './fixture-staff.ts'

const long = 'A department with a name that goes on '.repeat(12)
const names = [
  'Law',
  'law',
  'LAW',
  '法学院',
  'École des arts & <b>métiers</b>',
  '"quoted", with a comma; and =1+1',
  '../../etc/passwd',
  'a/b\\c?d#e%20f',
  '</script><script>alert(1)</script>',
  long,
]
const many = Array.from({ length: 300 }, (_, at) => `Service ${at + 1}`)

const renamed = (breakdown: Breakdown, labels: readonly string[]): Breakdown => {
  const [first] = breakdown.rows
  return first === undefined
    ? breakdown
    : { ...breakdown, rows: labels.map((label) => ({ ...first, key: label, label })) }
}

const oddBreakdown = (breakdown: Breakdown): Breakdown => {
  if (breakdown.by === 'department') return renamed(breakdown, names)
  return breakdown.by === 'service' ? renamed(breakdown, [...names, ...many]) : breakdown
}

const oddMeasure = (measure: MeasureFile): MeasureFile => ({
  ...measure,
  breakdowns: measure.breakdowns.map(oddBreakdown),
})

/** The full release with such names, without terms, and a change whose title is a paragraph. */
export const odd = (): Fixture => {
  const { manifest, run, measures, ...rest } = full()
  return {
    ...rest,
    manifest: {
      ...manifest,
      terms: [],
      institution: { ...manifest.institution, name: names[8] ?? '', department: 'IT & “Services”' },
      changes: [{ date: '2026-02-16', title: long, kind: 'policy' }],
    },
    run,
    staff: oddFigures(asOf),
    measures: measures.map(oddMeasure),
  }
}
