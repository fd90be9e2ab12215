import { readdirSync, readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fitting } from '../../data/shared/recognise.ts'
import type { Source } from '../../etl/config/settings.ts'
import { loadFormats, loadHints } from '../../etl/formats/index.ts'
import { openRows } from '../../etl/ingest/read/index.ts'
import { configOf } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'
import { settingsOf } from '../support/memory.ts'

type Facts = Readonly<Record<string, unknown>>

/** What a sample says, worked out by hand from its files: of each row the columns that it names. */
interface Expected {
  readonly as_of?: string
  readonly tickets: readonly Facts[]
  readonly escalations: readonly Facts[]
  readonly files: readonly (Facts & { readonly name: string })[]
}

/** A night takes a second, and far longer on a machine that is busy. */
const patience = 120_000
const samples = 'test/formats/samples'
const formats = await loadFormats()
const everything = [...formats.values(), ...(await loadHints()).values()]
const names = readdirSync(samples)

const textOf = (sample: string, file: string): string => readFileSync(`${samples}/${sample}/${file}`, 'utf8')
const configOfSample = (sample: string): string => configOf(textOf(sample, 'source.yaml'))
const expectedOf = (sample: string): Expected => JSON.parse(textOf(sample, 'expected.json'))
const formatsIn = (sample: string): string[] =>
  Array.from(textOf(sample, 'source.yaml').matchAll(/^ {2}format: (\S+)$/gm), ([, name = '']) => name)

function filesOf(sample: string): string[] {
  const found = readdirSync(`${samples}/${sample}/inbox`, { recursive: true, withFileTypes: true })
  const below = `${samples}/${sample}/inbox`.length + 1
  return found.filter((each) => each.isFile()).map((each) => `${each.parentPath}/${each.name}`.slice(below))
}

async function headerOf(sample: string, name: string, source: Source): Promise<readonly string[]> {
  const path = `${samples}/${sample}/inbox/${name}`
  for await (const [header] of openRows({ name, path }, source).batches) if (header) return header
  throw new Error(`${path} has no header`)
}

const shown = (column: string): string =>
  column.endsWith('_at') ? `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ') as ${column}` : column

/** The columns that the expected rows name, in SQL. */
const columnsOf = (rows: readonly Facts[]): string =>
  [...new Set(rows.flatMap((row) => Object.keys(row)))].map(shown).join(', ')

const only = (row: Facts, named: Facts | undefined): Facts =>
  Object.fromEntries(Object.entries(row).filter(([column]) => named === undefined || column in named))

test('every format has a sample, and every sample is of a format', () => {
  const sampled = new Set(names.flatMap(formatsIn))
  expect([...sampled].sort()).toEqual([...formats.keys()].sort())
})

describe.each(names)('the sample %s', (sample) => {
  const expected = expectedOf(sample)

  test('is recognised as its own format, and as nothing else', async () => {
    const { sources } = await settingsOf(configOfSample(sample))
    for (const name of filesOf(sample)) {
      const source = sources.find(({ files }) => matchesGlob(name, files))
      if (!source) throw new Error(`no source of ${sample} reads ${name}`)
      const found = fitting(await headerOf(sample, name, source), everything)
      const isSigned = formats.get(source.format)?.signatures.length !== 0
      expect(found.map((each) => each.name)).toEqual(isSigned ? [source.format] : [])
    }
  })

  test(
    'becomes the facts that were worked out by hand',
    async () => {
      const contents = filesOf(sample).map((name) => [
        `inbox/${name}`,
        readFileSync(`${samples}/${sample}/inbox/${name}`),
      ])
      const night = await goodNight(
        { config: configOfSample(sample), files: Object.fromEntries(contents) },
        expected.as_of === undefined ? [] : ['--as-of', expected.as_of],
      )
      const facts = async (table: string, rows: readonly Facts[], order: string): Promise<Facts[]> => {
        const columns = rows.length > 0 ? columnsOf(rows) : order
        const found = await night.query(`select ${columns} from ${table} order by ${table}.${order}`)
        return found.map((row, index) => only(row, rows[index]))
      }
      const { files } = await night.run()
      expect({
        tickets: await facts('fct_tickets', expected.tickets, 'ticket_id'),
        escalations: await facts('fct_escalations', expected.escalations, 'received_at'),
        files: files.map((file, index) => only(file, expected.files[index])),
      }).toEqual({ tickets: expected.tickets, escalations: expected.escalations, files: expected.files })
    },
    patience,
  )

  test('accounts for every record', () => {
    for (const { records, kept, superseded, duplicate, quarantined } of expected.files) {
      const aside = Object.values(quarantined as Record<string, number>)
      const parts = [kept, superseded, duplicate, ...aside].map(Number)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(records)
    }
  })
})
