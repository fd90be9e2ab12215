import { Refusal } from './refusal.ts'

const eitherOrder = /^%-?[dm][/.-]%-?[dm]/

/** Dates with two numbers before the year, as a regular expression: the two numbers are its groups. */
export const twoNumbers = String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b`

/** What the dates show of their order: how many there are, the largest number that stands first and second in any, and the first record that has one. */
export interface NumbersSeen {
  readonly dates: number
  readonly first: number | null
  readonly second: number | null
  readonly record: number | null
}

/** What a source says of the order of its dates. */
export interface OrderReading {
  /** The source's name. */
  readonly name: string
  readonly isDayFirst: boolean | null
  readonly dates: readonly string[]
  readonly columnDates: Readonly<Record<string, readonly string[] | undefined>>
}

const isTime = (column: string): boolean =>
  column === 'at' || column === 'needed_by' || column.endsWith('_at')

/** The date columns whose formats the source leaves to the defaults of its export format. */
export function undatedColumns(
  columns: readonly string[],
  { isDayFirst, dates, columnDates }: OrderReading,
): string[] {
  if (isDayFirst !== null || !dates.some((format) => eitherOrder.test(format))) return []
  return columns.filter((column) => isTime(column) && !(column in columnDates))
}

/** Why dates are not read of which nobody said, and which do not show, whether the day or the month comes first; or null. */
export function orderRefusal(
  { dates, first, second, record }: NumbersSeen,
  source: OrderReading,
): Refusal | null {
  if (dates === 0) return null
  const [dayFirst, monthFirst] = [(second ?? 0) <= 12, (first ?? 0) <= 12]
  const isDefaultDayFirst = source.dates.some((format) => /^%-?d[/.-]%-?m/.test(format))
  if (dayFirst && monthFirst) {
    return new Refusal(
      'ambiguous_dates',
      `its dates can be read with the day first or the month first (as in record ${record}), and nothing says which: write day_first: true or day_first: false at source "${source.name}"`,
      record,
    )
  }
  if (dayFirst === monthFirst || dayFirst === isDefaultDayFirst) return null
  return new Refusal(
    'ambiguous_dates',
    `its dates have the ${dayFirst ? 'day' : 'month'} first, and this format usually has the other order: write day_first: ${dayFirst} at source "${source.name}"`,
  )
}

/** Sees dates one by one. */
export class NumbersOfDates {
  readonly #pattern = new RegExp(twoNumbers)
  #dates = 0
  #first = 0
  #second = 0
  #record: number | null = null

  /** Sees a cell of a record; records come in their order. */
  see(cell: string, record: number): void {
    const found = this.#pattern.exec(cell)
    if (found === null) return
    this.#dates++
    this.#first = Math.max(this.#first, Number(found[1]))
    this.#second = Math.max(this.#second, Number(found[2]))
    this.#record ??= record
  }

  get seen(): NumbersSeen {
    return { dates: this.#dates, first: this.#first, second: this.#second, record: this.#record }
  }
}
