import type { FileReceipt } from '../../data/contract.ts'
import type { Database } from '../db/database.ts'
import type { Ingested } from '../ingest/ingest.ts'

interface Count {
  readonly file_id: string
  readonly verdict: 'kept' | 'superseded' | 'duplicate' | 'quarantined'
  readonly fault: string | null
  readonly records: number
}

const countRecords = `
  select v.file_id, v.verdict, r.fault, count(*)::integer as records
  from stg_versions as v
  join stg_records as r on r.file_id = v.file_id and r.record = v.record
  group by all`

/** What became of every record of every file, for run.json: landed files, the same bytes under another name, refused ones. */
export async function fileReceipts(database: Database, ingested: Ingested): Promise<FileReceipt[]> {
  const counts = Map.groupBy(
    await database.all<Count & Record<string, unknown>>(countRecords),
    ({ file_id }) => file_id,
  )
  const landed = ingested.landed.map((file): FileReceipt => {
    const told = counts.get(file.sha256) ?? []
    const of = (verdict: Count['verdict']) => told.filter((count) => count.verdict === verdict)
    const sum = (verdict: Count['verdict']) => of(verdict).reduce((total, { records }) => total + records, 0)
    return {
      name: file.names[0] ?? file.sha256,
      sha256: file.sha256,
      source: file.source,
      format: file.format,
      encoding: file.encoding,
      exported_at: file.exported_at,
      records: file.records,
      unknown_columns: file.unused,
      kept: sum('kept'),
      superseded: sum('superseded'),
      duplicate: sum('duplicate'),
      quarantined: Object.fromEntries(of('quarantined').map(({ fault, records }) => [fault, records])),
      refused: null,
    }
  })
  const repeated = ingested.repeated.flatMap(({ name, sha256 }) => {
    const first = landed.find((receipt) => receipt.sha256 === sha256)
    return first
      ? [{ ...first, name, kept: 0, superseded: 0, quarantined: {}, duplicate: first.records }]
      : []
  })
  return [...landed, ...repeated, ...ingested.refused].sort((a, b) => a.name.localeCompare(b.name))
}
