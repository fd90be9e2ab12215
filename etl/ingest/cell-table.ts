import type { QuarantineReason } from '../../data/contract.ts'
import { type Appender, type Database, INTEGER, VARCHAR } from '../db/database.ts'
import { mostCharactersInCell, mostRecords } from './limits.ts'
import { Refusal } from './refusal.ts'

const rowsInBatch = 4_096

type Row = readonly string[]
type Cells = readonly (string | null | undefined)[]

/**
 * The tables that rows are gathered in, one after the other: `cells`, one row a record in its place, with `rejected_as`
 * and the cells `c0`, `c1`, …; and `rejects`, what the rows that were set aside for their shape hold, as JSON.
 */
export class CellTable {
  readonly #cells: Appender
  readonly #rejects: Appender
  #batch: (string | null)[][] = []
  #rejected: [number[], string[]] = [[], []]
  readonly #width: number
  records = 0
  rejects = 0

  private constructor(width: number, cells: Appender, rejects: Appender) {
    this.#width = width
    this.#cells = cells
    this.#rejects = rejects
    this.#clear()
  }

  static async make(width: number, database: Database): Promise<CellTable> {
    const names = Array.from({ length: width }, (_, index) => `c${index} varchar`)
    await database.run(`create or replace temp table cells (${['rejected_as varchar', ...names].join(', ')})`)
    await database.run('create or replace temp table rejects (record integer, cells varchar)')
    const types = [VARCHAR, ...names.map(() => VARCHAR)]
    const cells = await database.appender('cells', types)
    return new CellTable(width, cells, await database.appender('rejects', [INTEGER, VARCHAR]))
  }

  /** Adds a record: the cells taken from it, or why it is set aside and all that it holds. */
  add(cells: Cells, fault: QuarantineReason | null, row: Row): void {
    this.records++
    if (this.records > mostRecords) {
      throw new Refusal(
        'too_large',
        `it has more than ${mostRecords.toLocaleString('en-GB')} records: export it in parts`,
        this.records,
      )
    }
    this.#batch[0]?.push(fault)
    for (let index = 0; index < this.#width; index++) this.#batch[index + 1]?.push(cells[index] ?? null)
    if (fault !== null) {
      this.rejects++
      this.#rejected[0].push(this.records)
      this.#rejected[1].push(JSON.stringify(row.map((cell) => cell.slice(0, mostCharactersInCell))))
    }
    if (this.records % rowsInBatch === 0) this.#flush()
  }

  /** Puts everything into the tables. */
  finish(): void {
    this.#flush()
    this.#cells.close()
    this.#rejects.close()
  }

  #flush(): void {
    if (this.#batch[0]?.length) this.#cells.append(this.#batch)
    if (this.#rejected[0].length) this.#rejects.append(this.#rejected)
    this.#clear()
  }

  #clear(): void {
    this.#batch = Array.from({ length: this.#width + 1 }, () => [])
    this.#rejected = [[], []]
  }
}
