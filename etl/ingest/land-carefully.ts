import type { Source } from '../config/settings.ts'
import { CellTable } from './cell-table.ts'
import { type Header, understand } from './header.ts'
import type { Landing, LandingKit } from './land.ts'
import { type LandedColumn, landedColumns } from './landed-columns.ts'
import { messageColumnsOf, messageReader } from './message-cells.ts'
import { openRows } from './read/index.ts'
import { tooLargeMessage } from './read/mail.ts'
import { Refusal } from './refusal.ts'
import { shapeFault } from './shape-fault.ts'

type Row = readonly string[]

/** Which cells of a row are kept, and how each landed column comes from them. */
interface Keep {
  readonly width: number
  readonly take: (row: Row) => readonly (string | null | undefined)[]
  readonly columns: readonly LandedColumn[]
}

async function keepOf(header: Header, source: Source, { database, staff }: LandingKit): Promise<Keep> {
  if (source.mail) {
    const columns = messageColumnsOf((index) => `c${index}`)
    return { width: columns.length, take: messageReader(header, source, source.mail, staff), columns }
  }
  const used = [...new Set([...header.cells.values()].flat())]
  const columns = await landedColumns(header, source, (position) => `c${used.indexOf(position)}`, database)
  return { width: used.length, take: (row) => used.map((position) => row[position]), columns }
}

const noHeader = (source: Source): Refusal =>
  new Refusal(
    'no_header',
    `it has no header in line ${source.headerRow}: set header_row at source "${source.name}"`,
  )

/** Lands any file by reading its rows one by one. */
export async function landCarefully(
  file: { readonly name: string; readonly path: string },
  source: Source,
  to: string,
  kit: LandingKit,
): Promise<Landing> {
  const { database, effects } = kit
  const rows = openRows(file, source)
  let header: Header | null = null
  let keep: Keep | null = null
  let table: CellTable | null = null
  for await (const batch of rows.batches) {
    for (const row of batch) {
      if (!table || !keep || !header) {
        header = understand(row, source)
        keep = await keepOf(header, source, kit)
        table = await CellTable.make(keep.width, database)
        continue
      }
      const fault = row === tooLargeMessage ? 'too_large' : shapeFault(row, header, source.isRagged)
      table.add(fault ? [] : keep.take(row), fault, row)
    }
    effects.progress(`${file.name}: ${table?.records.toLocaleString('en-GB') ?? 0} records`)
  }
  if (!table || !keep || !header) throw noHeader(source)
  table.finish()
  // of what is open only, nothing may be
  if (table.records === 0 && source.coverage !== 'open_only')
    throw new Refusal('empty', 'it has a header and no record: export it again')
  const select = keep.columns.map(({ name, expression }) => `${expression} as "${name}"`).join(', ')
  await database.copy(`select rejected_as, ${select} from cells`, to)
  await database.run('drop table cells')
  return {
    records: table.records,
    encoding: rows.encoding(),
    columns: keep.columns.map(({ name }) => name),
    unused: header.unused,
    rejects: table.rejects,
  }
}
