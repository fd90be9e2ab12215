import type { QuarantineReason } from '../../data/contract.ts'
import { mostCharactersInCell, mostRecords, tooManyRecords } from '../../data/shared/limits.ts'
import { type Appender, type Database, INTEGER, VARCHAR } from '../db/database.ts'
import type { LandedColumn } from './landed-columns.ts'

const rowsInBatch = 4_096
const charactersInBatch = 4 * 2 ** 20

type Row = readonly string[]
type Cells = readonly (string | null | undefined)[]

/**
 * The tables that rows are gathered in: `cells`, a row a record, with `rejected_as` and the cells `c0`, `c1`, …; and
 * `rejects`, what the records hold that were set aside for their shape, as JSON.
 */
export class CellTable {
  readonly #database: Database
  readonly #width: number
  readonly #select: string
  readonly #rejects: Appender
  #cells: Appender
  #batch: (string | null)[][] = []
  #rejected: [number[], string[]] = [[], []]
  /** Characters in the batch. */
  #held = 0
  /** Records in the table `cells` now, and their characters. */
  gathered = 0
  characters = 0
  records = 0
  rejects = 0

  private constructor(
    width: number,
    columns: readonly LandedColumn[],
    database: Database,
    cells: Appender,
    rejects: Appender,
  ) {
    this.#width = width
    this.#select = columns.map(({ name, expression }) => `, ${expression} as "${name}"`).join('')
    this.#database = database
    this.#cells = cells
    this.#rejects = rejects
    this.#clear()
  }

  /** Empty tables for rows of which `width` cells are kept, from which the landed `columns` come. */
  static async make(width: number, columns: readonly LandedColumn[], database: Database): Promise<CellTable> {
    await database.run('create or replace temp table rejects (record integer, cells varchar)')
    const rejects = await database.appender('rejects', [INTEGER, VARCHAR])
    return new CellTable(width, columns, database, await emptyCells(width, database), rejects)
  }

  /** Adds a record: the cells taken from it, or why it is set aside and all that it holds. */
  add(cells: Cells, fault: QuarantineReason | null, row: Row): void {
    this.records++
    this.gathered++
    if (this.records > mostRecords) throw tooManyRecords(this.records)
    this.#batch[0]?.push(fault)
    for (let index = 0; index < this.#width; index++) {
      const cell = cells[index] ?? null
      this.#batch[index + 1]?.push(cell)
      this.#held += cell?.length ?? 0
    }
    if (fault !== null) this.#reject(row)
    if (this.records % rowsInBatch === 0 || this.#held > charactersInBatch) this.#flush()
  }

  #reject(row: Row): void {
    this.rejects++
    this.#rejected[0].push(this.records)
    const cells = JSON.stringify(row).slice(0, mostCharactersInCell)
    this.#rejected[1].push(cells)
    this.#held += cells.length
  }

  /** Lands what is gathered as the Parquet file `to`, and begins anew. */
  async land(to: string): Promise<void> {
    this.#flush()
    this.#cells.close()
    await this.#database.copy(`select rejected_as${this.#select} from cells`, to)
    this.#cells = await emptyCells(this.#width, this.#database)
    this.gathered = 0
    this.characters = 0
  }

  /**
   * Closes the tables; `rejects` stays to be read. To be called of a file that was refused as well: an appender that is left
   * open hands over what it holds when it is collected, by the table's name, and so to the table of a later file.
   */
  async finish(): Promise<void> {
    this.#cells.close()
    this.#rejects.close()
    await this.#database.run('drop table cells')
  }

  #flush(): void {
    if (this.#batch[0]?.length) this.#cells.append(this.#batch)
    if (this.#rejected[0].length) this.#rejects.append(this.#rejected)
    this.characters += this.#held
    this.#held = 0
    this.#clear()
  }

  #clear(): void {
    this.#batch = Array.from({ length: this.#width + 1 }, () => [])
    this.#rejected = [[], []]
  }
}

async function emptyCells(width: number, database: Database): Promise<Appender> {
  const names = Array.from({ length: width }, (_, index) => `, c${index} varchar`)
  await database.run(`create or replace temp table cells (rejected_as varchar${names.join('')})`)
  return database.appender('cells', [VARCHAR, ...names.map(() => VARCHAR)])
}
