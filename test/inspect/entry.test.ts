import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSettings } from '../../etl/config/load.ts'
import { loadFormats, loadHints } from '../../etl/formats/index.ts'
import { Refusal } from '../../etl/ingest/refusal.ts'
import { entryLines } from '../../etl/inspect/entry.ts'
import { lookAt } from '../../etl/inspect/look.ts'
import { proposeTable } from '../../etl/inspect/propose-table.ts'
import { configOf } from '../support/config.ts'
import { folder, put } from '../support/installation.ts'

const known = { formats: await loadFormats(), hints: await loadHints() }
const names = fc.constantFrom('Ref', 'Ticket no.', 'Opened', 'Date received', 'Resolved', 'Status', 'Owner', 'Updated', 'Type', 'Escalated by') // biome-ignore format: names
const odd = fc.string({ unit: 'grapheme', maxLength: 12 })
const cell = fc.oneof(odd, fc.constantFrom('Open', 'Closed', '-', '02/03/2026', '25/03/2026 9:05', '2026-03-02', 'x: #"y"')) // biome-ignore format: cells
const table = fc.array(fc.oneof(names, odd), { minLength: 2, maxLength: 8 }).chain(
  (header) =>
    fc.tuple(fc.constant(header), fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { minLength: 1, maxLength: 6 })), // biome-ignore format: one value
)
const fileOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')

test('whatever a table holds, its entry is one that config.yaml takes, as soon as nothing is missing', async () => {
  const dir = await folder()
  await fc.assert(
    fc.asyncProperty(table, async ([header, rows]) => {
      await put(dir, { 'list.csv': fileOf([header, ...rows]) })
      const path = join(dir, 'list.csv')
      const look = await lookAt(path, known).catch((error) => {
        if (error instanceof Refusal) return null
        throw error
      })
      if (look === null) return
      const { entry } = await proposeTable({ path, look, known, timezone: 'Europe/London', taken: [] }, null)
      const lines = entryLines(entry)
      await put(dir, {
        'config.yaml': configOf(
          lines
            .slice(1)
            .map((line) => line.slice(2))
            .join('\n'),
        ),
      })
      const settings = await loadSettings(dir).catch((error: Error) => error)
      if (entry.missing.length > 0) expect(String(settings)).toContain(`${entry.missing[0]} is not mapped`)
      else expect(settings).toMatchObject({ sources: [{ format: 'table' }] })
    }),
    { numRuns: 150 },
  )
})
