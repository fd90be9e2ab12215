import { type DateTally, inOrder, type Order } from './dates.ts'
import { shown } from './text.ts'

const words: Readonly<Record<Order, string>> = { day: 'day first', month: 'month first' }
const other: Readonly<Record<Order, Order>> = { day: 'month', month: 'day' }

/** How the dates of a column are to be read. */
export interface DateGuess {
  /** strptime formats, or iso, epoch, excel; empty where that is to be chosen. */
  readonly formats: readonly string[]
  /** What to choose from, where the cells fit both orders. */
  readonly choices: readonly { readonly order: Order; readonly formats: readonly string[] }[]
  readonly why: string
  readonly isSure: boolean
}

const inAll = (tally: DateTally, order: Order): string[] =>
  tally.templates.map((template) => inOrder(template, order))

/** The one order that the columns of a file show, where they agree: a tool writes all its dates alike. */
export function orderOf(tallies: readonly DateTally[]): Order | null {
  const shownBy = tallies
    .filter(({ hasOrder, orders }) => hasOrder && orders.length === 1)
    .flatMap(({ orders }) => orders)
  const all = new Set(shownBy)
  return all.size === 1 ? (shownBy[0] ?? null) : null
}

/** How to read a column of dates; `usual` is the order that other columns of its file show. */
export function guessDates(tally: DateTally, usual: Order | null): DateGuess {
  if (!tally.hasOrder)
    return {
      formats: tally.templates,
      choices: [],
      why: 'written so that they can be read one way only',
      isSure: true,
    }
  const [first, second] = tally.orders
  if (first !== undefined && second === undefined) {
    const proof = shown(tally.against[other[first]] ?? '')
    return {
      formats: inAll(tally, first),
      choices: [],
      why: `${words[first]}: “${proof}” cannot be read ${words[other[first]]}`,
      isSure: true,
    }
  }
  if (first !== undefined && usual !== null) {
    return {
      formats: inAll(tally, usual),
      choices: [],
      why: `both orders fit; ${words[usual]} as in the other columns`,
      isSure: false,
    }
  }
  const choices = (['day', 'month'] as const).map((order) => ({ order, formats: inAll(tally, order) }))
  const why =
    first === undefined
      ? `day and month change places: “${shown(tally.against.month ?? '')}” and “${shown(tally.against.day ?? '')}”`
      : `ambiguous: day first and month first both fit every row${tally.unclear === null ? '' : `, such as “${shown(tally.unclear)}”`}`
  return { formats: [], choices, why, isSure: false }
}
