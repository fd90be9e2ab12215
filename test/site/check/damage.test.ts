/** Exports damaged at random: whatever is wrong with one, the page and the night say the same of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { configOf } from '../../support/config.ts'
import { checked, compared, type Files, formatsOf, saidByNight, saidByPage } from './both.ts'

const config = configOf(`
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  null_values: ["-"]
  columns: { id: id, at: { column: at, format: ["%d/%m/%Y %H:%M", iso] }, status: status, event: event, opened_at: opened }
  values: { status: { "Work*": in_progress, "Work over": resolved }, event: { Taken: assigned } }
- name: list
  files: "list*.csv"
  format: servicenow
- name: escalations
  files: "escalations*.csv"
  format: table
  entity: escalation
  grain: item
  columns: { id: [area, ref], received_at: received, logged_at: { column: logged, format: "%d.%m.%y" }, needed_by: needed, status: status }
`)

const kinds = [
  { file: 'log', header: ['id', 'at', 'status', 'event', 'opened', 'note'], row: (n: number) => [`T${n}`, '02/03/2026 09:05', 'Work begun', 'Taken', '2026-03-01', 'a, b'] },
  { file: 'list', header: ['Number', 'Opened', 'Updated', 'State', 'Assignment group'], row: (n: number) => [`INC${n}`, '2026-03-02 09:05:00', '2026-03-03 10:00:00', 'New', 'Desk "A"'] },
  { file: 'escalations', header: ['area', 'ref', 'received', 'logged', 'needed', 'status'], row: (n: number) => ['Law', `E${n}`, '2026-03-02T09:05', '03.03.26', '2026-04-30', 'new'] },
] as const // biome-ignore format: a table

const cell = fc.oneof(
  fc.constantFrom('', ' ', '-', '?', '0', 'x', 'new', 'New', 'Work over', 'Worked', 'Closed', 'Taken', 'taken', 'a\0b', 'two\nlines', 'é𝛼', '"', '5" disk', ',', ';'),
  fc.constantFrom('31/02/2026 09:05', '3/4/2026 9:05', '13/04/2026 09:05', '04/13/2026 09:05', '2026-03-29T01:30', '2027-01-01', '2026-04-01T13:00', '2026-04-01', '01.04.26', '1969-12-31', '2026-03-02T09:05Z', '2026-03-31 23:59:59', '46098.5', '03/04/2026 09:05:00', '29-03-2026 01:30'),
  fc.string({ maxLength: 6 }),
) // biome-ignore format: a table

const recordDamage = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cell' as const), place: fc.nat(), cell }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), place: fc.nat(), cell }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('more' as const), place: fc.nat(), cell }) },
  { weight: 40, arbitrary: fc.record({ kind: fc.constant('none' as const), place: fc.nat(), cell }) },
)
type RecordDamage = typeof recordDamage extends fc.Arbitrary<infer One> ? One : never

const damagedRow = (row: readonly string[], { kind, place, cell: text }: RecordDamage): string[] => {
  const at = place % row.length
  if (kind === 'cut') return row.slice(0, at + 1)
  if (kind === 'more') return [...row, text]
  return kind === 'cell' ? row.with(at, text) : [...row]
}

/** Now and then one, mostly none. */
const seldom = <One>(one: fc.Arbitrary<One>): fc.Arbitrary<One | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })

const fileDamage = fc.record({
  kind: fc.nat(2),
  records: fc.array(recordDamage, { maxLength: 12 }),
  delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
  ends: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  /** Cells in quotes only where they must be, or all of them. */
  isQuoted: fc.boolean(),
  mark: fc.constantFrom('', '', '\uFEFF'),
  /** A letter put into the text, or taken out of it. */
  letter: seldom(fc.tuple(fc.nat(), fc.constantFrom('"', '\n', ',', '', '\0', '\r'))),
  /** A header that is called otherwise. */
  renamed: seldom(fc.tuple(fc.nat(), fc.constantFrom('', 'nr', 'ID ', '\u00a0STATUS', 'opened'))),
  isUtf16: fc.constantFrom(false, false, false, true),
})
type FileDamage = typeof fileDamage extends fc.Arbitrary<infer One> ? One : never

function contentOf(damage: FileDamage, number: number): [name: string, content: Uint8Array<ArrayBuffer>] {
  const kind = kinds[damage.kind] ?? kinds[0]
  const written = (text: string): string =>
    damage.isQuoted || /["\n\r]/.test(text) || text.includes(damage.delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  const header = [...kind.header].map((name, at) =>
    damage.renamed && damage.renamed[0] % kind.header.length === at ? damage.renamed[1] : name,
  )
  const rows = damage.records.map((each, at) => damagedRow(kind.row(number * 100 + at), each))
  const lines = [header, ...rows].map((row) => row.map(written).join(damage.delimiter) + damage.ends)
  const text = damage.mark + lines.join('')
  const [place, letter] = damage.letter ?? [null, '']
  const at = (place ?? 0) % (text.length + 1)
  const damaged =
    place === null ? text : text.slice(0, at) + letter + text.slice(at + (letter === '' ? 1 : 0))
  const bytes = damage.isUtf16 ? Buffer.from(`\uFEFF${damaged}`, 'utf16le') : Buffer.from(damaged)
  return [`${kind.file}-${number}.csv`, new Uint8Array(bytes)]
}

test('the page says of any damaged export what the night says', async () => {
  const formats = await formatsOf(config)
  const seen = { files: 0, refused: 0, aside: 0, read: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(fileDamage, { minLength: 80, maxLength: 80 }), async (damages) => {
      const files: Files = Object.fromEntries([
        ...damages.map(contentOf),
        [
          'list-sound.csv',
          new TextEncoder().encode('Number,Opened,Updated,State\nINC1,2026-03-02 09:05:00,,New\n'),
        ],
      ])
      const night = await saidByNight(config, files)
      const page = await checked(formats, files)
      for (const [name, byNight] of night) {
        const byPage = page.get(name)
        if (!byPage) throw new Error(`${name} was not checked`)
        expect({ name, ...compared(saidByPage(byPage)) }).toEqual({ name, ...compared(byNight) })
        seen.files++
        if (byNight.refused) seen.refused++
        else if (Object.keys(byNight.aside).length > 0) seen.aside++
        else seen.read++
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
  expect(seen.files).toBeGreaterThan(200)
  expect(Math.min(seen.refused, seen.aside, seen.read)).toBeGreaterThan(10)
}, 300_000)
