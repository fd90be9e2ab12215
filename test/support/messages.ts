import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Correction } from '../../etl/config/corrections.ts'
import { Database, type Row } from '../../etl/db/database.ts'
import { setKey } from '../../etl/db/key.ts'
import { dimensionBindings } from '../../etl/facts/dimensions.ts'
import { buildCalendar, buildDimensions, buildFacts, installAllMacros } from '../../etl/facts/index.ts'
import { prepareStaging, stageSource } from '../../etl/facts/staging.ts'
import type { LandedReceipt } from '../../etl/ingest/landed.ts'
import { settingBindings } from '../../etl/publish/compute.ts'
import { configOf } from './config.ts'
import { folder, usualExport } from './installation.ts'
import { settingsOf } from './memory.ts'

/** A message as it is landed; what is left out was not there. */
export interface LandedRow {
  readonly message_id?: string | null
  readonly parents?: string
  readonly conversation_id?: string
  readonly at?: string | null
  readonly direction: 'in' | 'out' | 'auto_in' | 'auto_out'
  readonly requester?: string
  readonly actor?: string
  readonly owner?: string
  readonly ticket_id?: string
  readonly reason?: string
  readonly impact?: string
  readonly wanted?: string
  readonly needed_by?: string
  readonly route?: string
  readonly rejected_as?: string
}

export interface Mail {
  /** Files of messages, each exported a minute after the one before. */
  readonly files: readonly (readonly LandedRow[])[]
  /** Lines for the source, each by itself. */
  readonly lines?: readonly string[]
  /** Further settings. */
  readonly more?: string
  readonly corrections?: readonly Correction[]
  readonly asOf?: string
}

const source = (lines: readonly string[]): string => `
- name: mailbox
  files: "*.mbox"
  format: mailbox
  addresses: [escalations@example.ac.uk]
${lines.map((line) => `  ${line}`).join('\n')}`

const columns = [
  'message_id', 'parents', 'conversation_id', 'at', 'direction', 'requester', 'actor', 'owner', 'ticket_id', 'reason',
  'impact', 'wanted', 'needed_by', 'route', 'rejected_as',
] as const // biome-ignore format: a list

const opened: Database[] = []
afterAll(async () => {
  for (const database of opened.splice(0)) await database.close()
})

async function landFile(database: Database, dir: string, rows: readonly LandedRow[], nth: number) {
  const file_id = createHash('sha256').update(String(nth)).digest('hex')
  const path = join(dir, `${file_id}.parquet`)
  const types = columns.map((column) => `"${column}" varchar`).join(', ')
  await database.run(`create or replace temp table landing (${types})`)
  for (const row of rows) {
    const values = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
    const names = columns.map((column) => `$${column}::varchar`).join(', ')
    await database.run(`insert into landing values (${names})`, values)
  }
  await database.run(`copy landing to '${path}' (format parquet)`)
  return { file_id, path, records: rows.length }
}

const receiptOf = (sha256: string, records: number, nth: number): LandedReceipt => {
  const exported = new Date(Date.parse(usualExport) + nth * 60_000).toISOString()
  const times = { exported_at: exported, known_at: exported }
  return { sha256, source: 'mailbox', names: [`${nth}.mbox`], records, ...times } as unknown as LandedReceipt
}

/** The facts of a mailbox whose messages are landed as given. */
export async function factsOfMail({
  files,
  lines = [],
  more = '',
  corrections = [],
  asOf = usualExport,
}: Mail) {
  const dir = await folder()
  const settings = await settingsOf(configOf(source(lines), more))
  const mailbox = settings.sources[0]
  if (!mailbox) throw new Error('there is no source')
  const database = await Database.open(':memory:', [dir])
  opened.push(database)
  await installAllMacros(database)
  await setKey(database, Buffer.from('secret'))
  const landed: Awaited<ReturnType<typeof landFile>>[] = []
  for (const [nth, rows] of files.entries()) landed.push(await landFile(database, dir, rows, nth))
  const receipts = landed.map(({ file_id, records }, nth) => receiptOf(file_id, records, nth))
  await buildDimensions(database, dimensionBindings(settings, receipts, { corrections }))
  await prepareStaging(database)
  const paths = landed.map(({ path }) => path)
  await stageSource(database, mailbox, 0, { files: paths, hasSpreadsheets: false }, true, asOf)
  await buildCalendar(database, settings, asOf)
  await buildFacts(database, { ...settingBindings(settings), as_of: asOf }, () => {})
  return {
    database,
    query: <T extends Row = Row>(sql: string): Promise<T[]> => database.all<T>(sql),
    /** What became of the records, by file. */
    verdicts: async (): Promise<string[][]> =>
      Promise.all(
        landed.map(async ({ file_id }) => {
          const sql = 'select verdict from stg_versions where file_id = $file_id order by record'
          return (await database.all<{ verdict: string }>(sql, { file_id })).map(({ verdict }) => verdict)
        }),
      ),
  }
}
