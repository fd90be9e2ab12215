import type { QuarantineReason } from '../../data/contract.ts'
import { type ColumnReading, readCell } from '../../data/shared/reading.ts'
import type { Source } from '../config/settings.ts'
import { type Appender, type Database, INTEGER, VARCHAR } from '../db/database.ts'
import type { Header } from './header.ts'
import type { Keyed } from './keys.ts'

/** Columns that hold persons' names or addresses: keyed before anything is written. */
const keyedColumns = new Set(['requester', 'actor'])
const rowsInBatch = 16_384

function shapeFault(row: readonly string[], width: number, isRagged: boolean): QuarantineReason | null {
  if (isRagged || row.length === width) return null
  return row.length < width ? 'short_row' : 'long_row'
}

/** The table `landing`: `record` (from 1 below the header), `rejected_as`, and each landed column as text. */
export class LandingTable {
  readonly #columns: readonly {
    name: string
    cells: readonly number[]
    reading: ColumnReading
    isKeyed: boolean
  }[]
  readonly #width: number
  readonly #source: Source
  readonly #nulls: readonly string[]
  readonly #keyed: Keyed
  readonly #appender: Appender
  #batch: (string | number | null)[][] = []
  records = 0

  private constructor(header: Header, source: Source, keyed: Keyed, appender: Appender) {
    this.#columns = [...header.cells].map(([name, cells]) => ({
      name,
      cells,
      reading: source.reading.columns[name] ?? { alternatives: [] },
      isKeyed: keyedColumns.has(name),
    }))
    this.#width = header.width
    this.#source = source
    this.#nulls = source.reading.nulls
    this.#keyed = keyed
    this.#appender = appender
    this.#clear()
  }

  static async make(header: Header, source: Source, keyed: Keyed, database: Database): Promise<LandingTable> {
    const names = [...header.cells.keys()]
    const columns = ['record integer', 'rejected_as varchar', ...names.map((name) => `"${name}" varchar`)]
    await database.run(`create or replace table landing (${columns.join(', ')})`)
    const appender = await database.appender('landing', [INTEGER, VARCHAR, ...names.map(() => VARCHAR)])
    return new LandingTable(header, source, keyed, appender)
  }

  add(row: readonly string[]): void {
    this.records++
    const fault = shapeFault(row, this.#width, this.#source.isRagged)
    this.#batch[0]?.push(this.records)
    this.#batch[1]?.push(fault)
    this.#columns.forEach(({ cells, reading, isKeyed }, index) => {
      const cell = fault ? null : readCell(row, cells, reading, this.#nulls)
      this.#batch[index + 2]?.push(isKeyed && cell !== null ? this.#keyed(cell) : cell)
    })
    if (this.records % rowsInBatch === 0) this.#flush()
  }

  finish(): void {
    this.#flush()
    this.#appender.close()
  }

  #flush(): void {
    if (this.#batch[0]?.length) this.#appender.append(this.#batch)
    this.#clear()
  }

  #clear(): void {
    this.#batch = [[], [], ...this.#columns.map(() => [])]
  }
}
