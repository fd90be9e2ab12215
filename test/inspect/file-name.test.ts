import { matchesGlob } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameParts } from '../../etl/inspect/file-name.ts'

describe('the name of a file says', () => {
  test.each([
    ['incident_2026-03-31.csv', 'incident_*.csv', 'incident', String.raw`(\d{4}-\d{2}-\d{2})`],
    ['incident_20260331.csv.gz', 'incident_*.csv.gz', 'incident', String.raw`(\d{8})`],
    ['Escalation log (3).xlsx', 'Escalation log *.xlsx', 'escalation-log', null],
    ['log.csv', 'log.csv', 'log', null],
    ['2026-03-31.csv', '*.csv', 'export', String.raw`(\d{4}-\d{2}-\d{2})`],
    ['ticket 20261399.csv', 'ticket *.csv', 'ticket', null],
    ['Störungen [neu].csv', 'Störungen *neu*.csv', 'storungen-neu', null],
    ['.hidden.csv', 'hidden.csv', 'hidden', null],
  ])('%s: %s, %s', (name, glob, source, exportedAt) => {
    expect(nameParts(`/some/where/${name}`)).toMatchObject({ glob, source, exportedAt })
  })

  test('a glob that it fits and a source that config.yaml takes, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !/[/\0]|^\.+$/.test(name)),
        (name) => {
          const { inbox, glob, source } = nameParts(`/some/${name}`)
          expect([matchesGlob(inbox, glob), inbox.startsWith('.'), glob.includes('\\')]).toEqual([
            true,
            false,
            false,
          ])
          expect(source).toMatch(/^[a-z][a-z0-9-]*$/)
        },
      ),
    )
  })
})
