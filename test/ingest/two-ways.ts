import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { expect } from 'vitest'
import { locate, readCell } from '../../data/shared/reading.ts'
import type { Source } from '../../etl/config/settings.ts'
import type { Row } from '../../etl/db/database.ts'
import { configOf } from '../support/config.ts'
import { anyExport } from '../support/exports.ts'
import { folder } from '../support/installation.ts'
import { memory, settingsOf } from '../support/memory.ts'
import { plainRows } from '../support/plain-csv.ts'
import { bothWays, type Outcome } from '../support/two-ways.ts'
import { plainSubject } from './plain-subject.ts'

const sources = new Map<string, Source>()

/** The source that reads such exports: several headers joined, nulls, people to be keyed, and subjects. */
async function sourceOf(encoding: string, titles: number): Promise<Source> {
  const key = `${encoding} ${titles}`
  const known = sources.get(key)
  if (known) return known
  const lines = [
    ...(encoding === 'windows-1252' ? ['  encoding: windows-1252'] : []),
    ...(titles > 0 ? [`  header_row: ${titles + 1}`] : []),
  ]
  const {
    sources: [source],
  } = await settingsOf(
    configOf(`
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  null_values: ["?", "-"]
  columns: { id: Ref, opened_at: Opened, status: Status, category: ["Part 1", "Part 2"], owner: "Assigned to", requester: Caller, subject: Extra }
${lines.join('\n')}`),
  )
  if (!source) throw new Error('no source')
  sources.set(key, source)
  return source
}

const isKept = (outcome: Outcome): outcome is Exclude<Outcome, { refused: unknown }> => 'rows' in outcome

/** What is landed of rows, by arrays and loops alone: the cells as the browser reads them, the requester left out. */
function expected(rows: readonly (readonly string[])[], { reading }: Source) {
  const [header = [], ...records] = rows
  const { positions } = locate(header, reading)
  const named = header.findLastIndex((name) => name.trim() !== '') + 1
  const faultOf = (row: readonly string[]): string | null => {
    if (row.some((cell) => cell.includes('\0'))) return 'bad_bytes'
    if (row.length < named) return 'short_row'
    return row.slice(header.length).some((cell) => cell.trim() !== '') ? 'long_row' : null
  }
  return records.map((row, index) => {
    const rejected_as = faultOf(row)
    const cells = Object.entries(positions).map(([name, at]) => {
      const column = reading.columns[name]
      return [name, rejected_as || !column ? null : readCell(row, at, column, reading.nulls)]
    })
    return { record: index + 1, rejected_as, ...Object.fromEntries(cells), requester: undefined }
  })
}

/** The rows with their subject as a plain reading has it; as `found` where that does not speak for it. */
const withSubjects = (rows: ReturnType<typeof expected>, found: readonly Row[]): Row[] =>
  rows.map((row, index) => {
    const subject = plainSubject((row as Row).subject as string | null)
    return { ...row, subject: subject === undefined ? found[index]?.subject : subject }
  })

/**
 * Lands so many generated exports both ways, and holds them against each other and against a plain reading. Resolves to
 * how many went which way, and how many subjects the plain reading told.
 */
export async function bothWaysAgree(runs: number): Promise<{
  readonly fast: number
  readonly careful: number
  readonly refused: number
  readonly subjects: number
}> {
  const database = await memory([tmpdir()])
  const dir = await folder()
  const seen = { fast: 0, careful: 0, refused: 0, subjects: 0 }
  const compared = fc.asyncProperty(anyExport, async ({ bytes, encoding, titles }) => {
    const source = await sourceOf(encoding, titles)
    const { fast, careful } = await bothWays(bytes, source, dir, database)
    if (fast !== null) {
      seen.fast++
      expect({ ...fast, landing: isKept(fast) && { ...fast.landing, rejects: 0 } }).toEqual(careful)
    }
    if (!isKept(careful)) {
      seen.refused++
      return
    }
    seen.careful++
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const rows = plainRows(text)
    const found = careful.rows.map((row) => ({ ...row, requester: undefined }))
    const told = expected(rows.slice(titles), source)
    expect(found).toEqual(withSubjects(told, careful.rows))
    seen.subjects += told.filter((row) => plainSubject((row as Row).subject as string | null)).length
    expect(careful.landing.records).toBe(careful.rows.length)
  })
  await fc.assert(compared, { numRuns: runs, endOnFailure: true })
  // neither way may be left out, or nothing was compared
  expect(seen.fast).toBeGreaterThan(runs / 10)
  expect(seen.careful).toBeGreaterThan(seen.fast)
  expect(seen.refused).toBeGreaterThan(0)
  expect(seen.subjects).toBeGreaterThan(runs)
  return seen
}
