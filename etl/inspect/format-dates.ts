import { orderedDates } from '../config/dates.ts'
import type { CanonicalColumn } from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import { type DateGuess, guessDates, orderOf } from './date-guess.ts'
import type { DateTally, Order } from './dates.ts'
import type { ColumnEntry, Setting } from './entry.ts'

/** A column of a file that holds dates. */
export interface DatedColumn {
  readonly column: CanonicalColumn
  readonly header: string
  readonly tally: DateTally
}

type Read = DatedColumn & { readonly guess: DateGuess }

/** What has to be said of the dates in a file of a built-in format, where they are not as it usually writes them. */
export interface FormatDates {
  readonly settings: readonly Setting[]
  readonly columns: readonly ColumnEntry[]
  readonly read: readonly Read[]
}

const usualOrder = ({ dates }: Format): Order =>
  dates.some((format) => /^%-?m[/.-]%-?d/.test(format)) ? 'month' : 'day'

/** Whether a list of formats reads all that others read; ISO dates are read by any format with the year first. */
const reads = (formats: readonly string[], others: readonly string[]): boolean =>
  others.every((other) =>
    other === 'iso' ? formats.some((format) => /^(iso$|%Y-)/.test(format)) : formats.includes(other),
  )

const choices: readonly Setting[] = [
  { key: 'day_first', value: 'true', isChoice: true, remark: 'choose this if 03/04 is 3 April' },
  { key: 'day_first', value: 'false', isChoice: true, remark: 'choose this if 03/04 is 4 March' },
]

function stated(order: Order, read: readonly Read[]): Setting {
  const proof = read.find(({ tally }) => tally.hasOrder && tally.orders.length === 1)?.guess.why
  return { key: 'day_first', value: String(order === 'day'), remark: `check: ${proof}` }
}

/** How to say the order of day and month once for all columns, and the formats of those that need more than that. */
export function formatDates(dated: readonly DatedColumn[], format: Format): FormatDates {
  const order = orderOf(dated.map(({ tally }) => tally))
  const read = dated.map((each): Read => ({ ...each, guess: guessDates(each.tally, order) }))
  const isOther = order !== null && order !== usualOrder(format)
  const formats = orderedDates(format.dates, isOther ? order === 'day' : undefined)
  const byChoice = (chosen: Order): readonly string[] => orderedDates(format.dates, chosen === 'day')
  const isUsual = ({ guess }: Read): boolean =>
    guess.choices.length === 0
      ? reads(formats, guess.formats)
      : guess.choices.every((choice) => reads(byChoice(choice.order), choice.formats))
  const isUnclear = read.some((each) => each.guess.choices.length > 0 && isUsual(each))
  return {
    settings: isUnclear ? choices : isOther ? [stated(order, read)] : [],
    columns: read
      .filter((each) => !isUsual(each))
      .map(({ column, header, guess }) => ({
        column,
        header,
        dates: guess,
        remark: `check: ${format.name} usually writes dates otherwise`,
      })),
    read,
  }
}
