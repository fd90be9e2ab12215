import { canonicalColumns } from '../config/schema.ts'
import type { Source } from '../config/settings.ts'
import type { Bindings, Database } from '../db/database.ts'
import { setZone } from '../db/zone.ts'
import { canonicalValues } from '../formats/canonical.ts'
import { dateBindings } from '../ingest/bindings.ts'
import { threadMessages } from './threads.ts'
import { wordsOf } from './words.ts'

const statement = new URL('stg_records.sql', import.meta.url)
const messageStatement = new URL('stg_messages.sql', import.meta.url)
/** Columns of landed files that no export has by these names. */
const landedOnly = [
  'escalated_by',
  'escalated_at',
  'parents',
  'direction',
  'actor_kind',
  'rejected_as',
  'filename',
]
/**
 * The files of one source, all with the same columns; the nth row of a landed file is record n. A view takes no
 * parameters, but it reads variables.
 */
const landedFiles = `
  select * from landing_template
  union all by name
  select (file_row_number + 1)::integer as record, * exclude (file_row_number)
  from read_parquet(getvariable('landed_files'), union_by_name = true, filename = true, file_row_number = true)`
/** The tables that staging begins with: one that gives every landed file the same columns, the threads of messages, and words without a meaning. */
export async function prepareStaging(database: Database): Promise<void> {
  const list = [...canonicalColumns, ...landedOnly].map((column) => `"${column}" varchar`).join(', ')
  await database.run(`create table landing_template (record integer, ${list})`)
  await database.run('create table message_threads (source varchar, message_id varchar, thread varchar)')
  await database.run(
    'create table if not exists stg_unknown_words (source varchar, "column" varchar, word varchar, records integer, file_id varchar, record integer)',
  )
}

/** The landed files of a source. */
export interface SourceFiles {
  readonly files: readonly string[]
  /** Whether some were spreadsheets, which have real dates. */
  readonly hasSpreadsheets: boolean
}

/** Makes the view `landed` of a source's files, with what its messages tell of escalations in their stead. */
async function viewLanded(
  database: Database,
  source: Source,
  { files, hasSpreadsheets }: SourceFiles,
  asOf: string | null,
): Promise<void> {
  await database.run('set variable landed_files = $files', { files })
  await database.run(`create or replace temp view landed as ${landedFiles}`)
  if (source.entity !== 'message') return
  const dates = dateBindings(source, hasSpreadsheets)
  await threadMessages(database, source, dates, asOf)
  await database.file(
    messageStatement,
    { ...dates, timezone: source.timezone, source: source.name },
    { create: 'stg_messages' },
  )
  await database.run(`create or replace temp view landed as
    select * from landing_template union all by name select * from stg_messages`)
}

/** How a source's records are dated and named; what a message's thread was received at is written as the message is. */
function readingBindings(source: Source, hasSpreadsheets: boolean): Bindings {
  const dates = dateBindings(source, hasSpreadsheets)
  if (source.entity !== 'message')
    return { ...dates, item_kind: source.entity, grain: source.grain, id_column: 'id' }
  const { at_formats = [], at_day_formats = [], at_offset_formats = [] } = dates
  const received = {
    received_at_formats: at_formats,
    received_at_day_formats: at_day_formats,
    received_at_offset_formats: at_offset_formats,
  }
  return { ...dates, ...received, item_kind: 'escalation', grain: 'event', id_column: 'message_id' }
}

/**
 * Stages the landed files of one source into `stg_records`; the first source makes the table. Messages are threaded as
 * of an ISO instant; without one, all of them are.
 */
export async function stageSource(
  database: Database,
  source: Source,
  rank: number,
  files: SourceFiles,
  isFirst: boolean,
  asOf: string | null = null,
): Promise<void> {
  await setZone(database, source.timezone)
  await viewLanded(database, source, files, asOf)
  const bindings: Bindings = {
    ...readingBindings(source, files.hasSpreadsheets),
    ...(await wordsOf(source, database)),
    source: source.name,
    source_rank: rank,
    timezone: source.timezone,
    event_kinds: canonicalValues.event ?? [],
    escalated_pattern: source.escalatedWhen?.pattern.source ?? '',
  }
  await database.file(statement, bindings, isFirst ? { create: 'stg_records' } : { insert: 'stg_records' })
  await database.run('drop table if exists stg_messages')
}
