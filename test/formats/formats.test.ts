import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { foldHeader } from '../../data/shared/reading.ts'
import { dateFormatProblem } from '../../etl/config/dates.ts'
import { type CanonicalColumn, canonicalColumns, canonicalValues } from '../../etl/formats/canonical.ts'
import type { Format } from '../../etl/formats/format.ts'
import { loadFormats, loadHints } from '../../etl/formats/index.ts'

const named = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !['index.ts', 'format.ts', 'canonical.ts'].includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
const formats = await loadFormats()
const hints = await loadHints()

test('every file of the folder is a format, or a hint, by its own name', () => {
  expect([...formats.keys()].sort()).toEqual(named('etl/formats'))
  expect([...hints.keys()].sort()).toEqual(named('etl/formats/hints'))
})

/** What a format and a hint have in common. */
interface Told extends Pick<Format, 'title' | 'dates' | 'values' | 'signatures'> {
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  readonly notes?: readonly string[]
}
const told: readonly (readonly [string, Told])[] = [...formats, ...hints]
const folded = (headers: readonly string[]): string[] => headers.map(foldHeader)

describe.each(told)('%s', (_, { columns, dates, values, signatures, notes = [] }) => {
  test('names canonical columns only', () => {
    for (const column of [...Object.keys(columns), ...Object.keys(values)]) {
      expect(canonicalColumns).toContain(column)
    }
  })

  test('maps values of columns that it has to canonical words only', () => {
    for (const [column, map] of Object.entries(values)) {
      expect(Object.keys(columns)).toContain(column)
      const known = canonicalValues[column as CanonicalColumn]
      for (const word of Object.values(map)) expect(known).toContain(word)
    }
  })

  test('uses no header twice and writes its dates so that they can be read', () => {
    const headers = folded(Object.values(columns).flat())
    expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([])
    expect(dates.map(dateFormatProblem).filter((problem) => problem !== null)).toEqual([])
  })

  test('is recognised by headers of which none holds another', () => {
    for (const signature of signatures) {
      expect(signature.length).toBeGreaterThan(2)
      const others = signatures.filter((each) => each !== signature).map(folded)
      for (const other of others) {
        expect(other.every((header) => folded(signature).includes(header))).toBe(false)
      }
    }
  })

  test('tells what to know before trusting it, a sentence each', () => {
    expect(notes.length).toBeGreaterThan(0)
    for (const note of notes) expect(note).toMatch(/[.]$/)
  })
})

describe.each([...formats])(
  'the format %s',
  (name, { columns, required, several = {}, grouped = [], columnNulls = {} }) => {
    test('needs, splits, groups and empties only columns that it has', () => {
      // of the table, whose columns the configuration names, nothing is known
      if (name === 'table') return
      for (const column of [...required, ...Object.keys(several), ...grouped, ...Object.keys(columnNulls)]) {
        expect(Object.keys(columns)).toContain(column)
      }
    })
  },
)
