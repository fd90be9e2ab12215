import type { SourceReading } from '../../data/contract.ts'
import { exportNamed, noExportTime } from '../../data/shared/export-name.ts'
import type { Fault } from '../../data/shared/fault.ts'
import { futureFault, latestBelieved, type ReadRecord, type RecordReader } from '../../data/shared/record.ts'
import { Refusal } from '../../data/shared/refusal.ts'
import { dayInMilliseconds, type WallClock } from '../../data/shared/wall-time.ts'
import type { ReadFile } from './bytes.ts'
import type { Verdict } from './verdict.ts'

type Exported = NonNullable<Verdict['exported']>

/** A sound record whose time may be later than the export, which is known only once all records are read. */
interface Late {
  readonly record: number
  readonly newest: ReadRecord['newest']
  readonly row: readonly string[]
}

const mostHeld = 50_000

/** Finds when a file was exported while its records are read, and which of them tell of a later time. */
export class ExportTime {
  readonly #clock: WallClock
  readonly #column: string | null
  /** The day that the file's name states, where it states one. */
  readonly #day: number | null = null
  #known: Exported | null = null
  #refusal: Refusal | null = null
  /** The latest that was seen so far. */
  #newest = Number.NEGATIVE_INFINITY
  #late: Late[] = []

  /** A file that is not named as its source expects cannot say it by its name: then its own date counts. */
  constructor(file: ReadFile, { name, exported_at }: SourceReading, isNamed: boolean, clock: WallClock) {
    this.#clock = clock
    this.#column = exported_at?.column ?? null
    if (exported_at === null || (!isNamed && exported_at.file_name !== null))
      this.#known = { at: file.lastModified, by: 'file' }
    if (exported_at?.file_name == null || !isNamed) return
    try {
      const { wall, isDay } = exportNamed(file.name, exported_at.file_name, name)
      if (isDay) this.#day = wall
      else this.#known = { at: Math.floor(clock.instantOf(wall, 'earlier')), by: 'name' }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#refusal = error
    }
  }

  /** The earliest that the export may have been, by what is known so far. */
  get #earliest(): number {
    if (this.#known !== null) return this.#known.at
    return this.#day === null ? this.#newest : this.#clock.instantOf(this.#day)
  }

  /** Takes what a record that is whole in its shape says of the export's time. */
  see(row: readonly string[], { moments }: ReadRecord, reader: RecordReader): void {
    if (this.#column !== null) {
      const text = reader.cell(row, 'export_time')
      const moment = text === null ? null : reader.moment('updated_at', text)
      this.#newest = Math.max(this.#newest, moment?.latest ?? Number.NEGATIVE_INFINITY)
    }
    if (this.#day === null) return
    for (const [place, moment] of moments.entries()) {
      if (moment === null || moment.isDay || !isOfExport(reader.times[place])) continue
      const wall = this.#clock.wallAt(moment.latest)
      if (wall >= this.#day && wall < this.#day + dayInMilliseconds)
        this.#newest = Math.max(this.#newest, moment.latest)
    }
  }

  /** Keeps in mind a record that is otherwise sound, if its time may be too late. */
  hold(record: number, row: readonly string[], { newest }: ReadRecord): void {
    if (newest === null || newest.at <= latestBelieved(this.#earliest)) return
    this.#late.push({ record, newest, row })
    if (this.#late.length % mostHeld === 0)
      this.#late = this.#late.filter(({ newest }) => this.#mayBeLate(newest))
  }

  #mayBeLate(newest: ReadRecord['newest']): boolean {
    return newest !== null && newest.at > latestBelieved(this.#earliest)
  }

  /** All records were read: when it was exported. Throws `Refusal` where the place that should say so does not. */
  settle(): Exported {
    if (this.#refusal) throw this.#refusal
    this.#known ??= this.#column === null ? this.#ofDay() : this.#ofColumn(this.#column)
    return this.#known
  }

  #ofDay(): Exported {
    const end = this.#clock.instantOf((this.#day ?? 0) + dayInMilliseconds) - 1000
    return { at: Math.floor(Number.isFinite(this.#newest) ? this.#newest : end), by: 'name' }
  }

  #ofColumn(column: string): Exported {
    if (!Number.isFinite(this.#newest)) throw noExportTime(column)
    return { at: Math.floor(this.#newest), by: 'column' }
  }

  /** The records of a time later than the export, in their order. */
  late({
    at,
  }: Exported): { readonly fault: Fault; readonly record: number; readonly row: readonly string[] }[] {
    return this.#late.flatMap(({ record, newest, row }) => {
      const fault = futureFault({ newest }, at)
      return fault ? [{ fault, record, row }] : []
    })
  }
}

/** Times of which the newest tells when an export of a day was made. */
const isOfExport = (column = ''): boolean =>
  column === 'at' || (column.endsWith('_at') && column !== 'escalated_at')
