import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type FileReceipt,
  type ItemKind,
  type MeasureFile,
  manifest,
  measureFile,
  type RunFile,
  runFile,
} from '../../data/contract.ts'
import { Database } from '../db/database.ts'
import { type FoundWord, readFoundWords } from '../publish/findings.ts'

/** A record that was set aside, and the cell that it was for. */
export interface SetAside {
  readonly record: number
  readonly reason: string
  readonly column: string | null
  readonly cell: string | null
}

/** A ticket or an escalation as the facts have it; times are local. */
export interface Item {
  readonly kind: ItemKind
  readonly id: string
  readonly received: string
  readonly acknowledged: string | null
  readonly basis: string | null
  readonly first_owner: string | null
  readonly owner: string | null
  readonly team: string | null
  readonly status: string
  readonly resolved: string | null
  readonly flags: readonly string[]
}

/** How many items of a kind there are, and from when to when. */
export interface Total {
  readonly kind: ItemKind
  readonly items: number
  readonly open: number
  readonly first: string
  readonly last: string
}

/** What a night made of a file. */
export interface Told {
  readonly file: FileReceipt
  readonly run: RunFile
  readonly setAside: readonly SetAside[]
  readonly words: readonly FoundWord[]
  readonly totals: readonly Total[]
  readonly items: readonly Item[]
  readonly measures: readonly MeasureFile[]
}

/** Of each reason, so many records are shown. */
const mostExamples = 5
const mostItems = 3

const moment = (column: string): string => `case
  when ${column} is null then null
  when list_contains(flags, 'date_only') and strftime(timezone($timezone, ${column}), '%H:%M:%S') = '23:59:59'
    then strftime(timezone($timezone, ${column}), '%a %-d %b %Y')
  else strftime(timezone($timezone, ${column}), '%a %-d %b %Y %H:%M') end`

const firstItems = (kind: ItemKind, begun: string): string => `
  select '${kind}' as kind, ${kind}_id as id, ${moment(begun)} as received,
    ${moment('acknowledged_at')} as acknowledged, acknowledged_basis as basis,
    (select arg_min(o.owner, o.from_at) from fct_ownership as o
      where o.item_kind = '${kind}' and o.item_id = ${kind}_id) as first_owner,
    owner, team, status, ${moment('resolved_at')} as resolved, flags
  from fct_${kind}s order by ${begun}, ${kind}_id limit ${mostItems}`

const totals = (kind: ItemKind, begun: string): string => `
  select '${kind}' as kind, count(*)::integer as items, (count(*) filter (is_open))::integer as open,
    strftime(timezone($timezone, min(${begun})), '%-d %b %Y') as first,
    strftime(timezone($timezone, max(${begun})), '%-d %b %Y') as last
  from fct_${kind}s having count(*) > 0`

const kinds = [
  ['ticket', 'opened_at'],
  ['escalation', 'received_at'],
] as const

const setAside = `
  select record, fault as reason, fault_column as "column"
  from (select *, row_number() over (partition by fault order by record) as nth from stg_records where fault is not null)
  where nth <= ${mostExamples} order by reason, record`

async function cellsOf(
  database: Database,
  parquet: string,
  found: readonly Omit<SetAside, 'cell'>[],
): Promise<SetAside[]> {
  if (found.length === 0) return []
  const landed = 'select *, file_row_number + 1 as nth from read_parquet($parquet, file_row_number = true)'
  const rows = await database.all(`select * from (${landed}) where list_contains($records, nth::varchar)`, {
    parquet,
    records: found.map(({ record }) => String(record)),
  })
  const rowOf = (wanted: number) => rows.find(({ nth }) => Number(nth) === wanted)
  return found.map((each) => {
    const cell = each.column === null ? null : rowOf(each.record)?.[each.column]
    return { ...each, cell: typeof cell === 'string' ? cell : null }
  })
}

async function readJson<T>(path: string, schema: { parse: (data: unknown) => T }): Promise<T> {
  return schema.parse(JSON.parse(await readFile(path, 'utf8')))
}

/** Reads what the night in `installation` published of the only file in its inbox. */
export async function readTold(installation: string): Promise<Told> {
  const current = join(installation, 'current')
  const run = await readJson(join(current, 'run.json'), runFile)
  const { institution } = await readJson(join(current, 'manifest.json'), manifest)
  const names = (await readdir(join(current, 'measures'))).sort()
  const measures = await Promise.all(
    names.map((name) => readJson(join(current, 'measures', name), measureFile)),
  )
  const [file] = run.files
  if (!file) throw new Error('the night published a release of no file')
  const { timezone } = institution
  const database = await Database.open(join(installation, 'warehouse.duckdb'), [join(installation, 'landed')])
  try {
    const found = await database.all<Omit<SetAside, 'cell'> & Record<string, unknown>>(setAside)
    const parquet = join(installation, 'landed', `${file.sha256}.parquet`)
    const allTotals: Total[] = []
    const items: Item[] = []
    for (const [kind, begun] of kinds) {
      allTotals.push(
        ...(await database.all<Total & Record<string, unknown>>(totals(kind, begun), { timezone })),
      )
      items.push(
        ...(await database.all<Item & Record<string, unknown>>(firstItems(kind, begun), { timezone })),
      )
    }
    return {
      file,
      run,
      setAside: await cellsOf(database, parquet, found),
      words: await readFoundWords(installation, run.run),
      totals: allTotals,
      items: items.slice(0, mostItems),
      measures,
    }
  } finally {
    await database.close()
  }
}
