import { shapeFault } from '../../data/shared/shape-fault.ts'
import { DateTally } from './dates.ts'

/** More different cells than these, and a column holds no fixed words. */
const mostWords = 40
/** A longer cell is no word. */
const mostCharactersInWord = 80
/** Ids are counted in so many records; a larger file is judged by its beginning. */
const mostIds = 500_000

const blank = /^([-–—?]+|n\/?a|none|null|nil|unspecified|unassigned|tbc|#n\/a)$/i

/** What one column of a file holds. */
export interface ColumnSurvey {
  readonly filled: number
  readonly dates: DateTally
  /** Each different cell and how often it stands; null where there are too many to be words. */
  readonly words: ReadonlyMap<string, number> | null
}

/** What all records of a file hold, column by column. */
export interface Survey {
  readonly records: number
  /** Of the column that was asked for: records with a cell, and different cells among them. */
  readonly ids: { readonly filled: number; readonly distinct: number }
  readonly columns: readonly ColumnSurvey[]
  /** Cells that look as if nothing was to be written; they are in no column's count. */
  readonly blanks: ReadonlySet<string>
}

class Column implements ColumnSurvey {
  filled = 0
  readonly dates = new DateTally()
  words: Map<string, number> | null = new Map()

  add(cell: string): void {
    this.filled++
    this.dates.add(cell)
    if (!this.words) return
    this.words.set(cell, (this.words.get(cell) ?? 0) + 1)
    if (this.words.size > mostWords || cell.length > mostCharactersInWord) this.words = null
  }
}

/**
 * Reads all records of a file once. `nulls` are cells that say nothing; `idCell` is the position of the ids. Of a record
 * without the shape of the header nobody knows what stands in which column: its cells count nowhere.
 */
export async function survey(
  batches: AsyncIterable<readonly (readonly string[])[]>,
  header: readonly string[],
  { nulls, idCell, isRagged }: { nulls: readonly string[]; idCell: number | undefined; isRagged: boolean },
): Promise<Survey> {
  const columns = header.map(() => new Column())
  const widths = { width: header.length, named: header.findLastIndex((name) => name.trim() !== '') + 1 }
  const ids = new Set<string>()
  const blanks = new Set<string>()
  let records = 0
  let withId = 0
  for await (const rows of batches) {
    for (const cells of rows) {
      records++
      if (shapeFault(cells, widths, isRagged) !== null) continue
      cells.forEach((cell, index) => {
        const text = cell.trim()
        if (text === '' || nulls.includes(text)) return
        if (blank.test(text)) blanks.add(text)
        else columns[index]?.add(text)
      })
      const id = idCell === undefined ? '' : (cells[idCell]?.trim() ?? '')
      if (id === '' || records > mostIds) continue
      withId++
      ids.add(id)
    }
  }
  return { records, ids: { filled: withId, distinct: ids.size }, columns, blanks }
}
