/** What cells/ of a release may hold: sums and histograms that filters are answered from. Imports zod only. */
import { z } from 'zod'
import { name } from './terms.ts'

const place = z.int().nonnegative()
/** Whole numbers as text, one a period in a row: see `data/shared/cells-code.ts`. A digit of the second half never ends one. */
const numbers = z.string().regex(/^(?:[g-z0-9_-]*[A-Za-f])+$/)
/** Histograms as text, one a month in a row, parted by full stops; empty where a month has none. */
const bins = z.strictObject({ from: place, bins: z.string().regex(/^(?:[g-z0-9_-]*[A-Za-f]|\.)+$/) })

/** Something that is counted in cells. Its periods are weeks of shares of tickets, months of all else; of pairs all are months. */
const seriesOfCells = z.strictObject({
  part: z.enum(['share', 'time']),
  measure: name,
  id: name,
  item_kind: z.enum(['ticket', 'escalation']),
  period: z.enum(['week', 'month']),
})

/** `cells/index.json`: which filters there are. The name of a filter's file follows from its values: `cellsFileOf`. */
export const cellsIndex = z.strictObject({
  /** The first days of the periods; a place is an index into these. */
  periods: z.strictObject({ week: z.array(z.iso.date()), month: z.array(z.iso.date()) }),
  series: z.array(seriesOfCells),
  /** Every value has a file of its own; null where it was not recorded. */
  dimensions: z.array(z.strictObject({ id: name, values: z.array(z.string().nullable()) })),
  /** Pairs that have a file: for each value of the first dimension the indices of values of the second. */
  pairs: z.array(z.strictObject({ dimensions: z.tuple([name, name]), values: z.array(z.array(place)) })),
  /** Pairs of fewer items have no file. */
  items_in_a_pair: z.int().positive(),
  /** Pairs that have none although they have enough items: those of the fewest, where all would take too much room. */
  pairs_left_out: z.int().nonnegative(),
})

/** `cells/<name>.json`: the cells of one filter. */
export const cellsFile = z.strictObject({
  filter: z.array(z.strictObject({ dimension: name, value: z.string().nullable() })).max(2),
  shares: z.array(
    z.strictObject({
      /** An index into the series of the index. */
      series: place,
      /** The place of the first period. */
      from: place,
      /** Items of which the outcome is known and will not change: those that are observed several times in a period count once. */
      n: numbers,
      /** Of these, those of which it is so; in thousandths where there is a weight. */
      hits: numbers,
      /** What they are a share of, in thousandths; where there is none, it is n. */
      weight: numbers.optional(),
      /** The sum of the squared weights of the items, each with all its weight of the period; rounded up. */
      squared_weight: numbers.optional(),
      /** Observations that are settled, and yet it cannot be told how; where there is none, it is 0. */
      unknown: numbers.optional(),
      /** Observations that are not settled yet; where there is none, it is 0. */
      unsettled: numbers.optional(),
    }),
  ),
  times: z.array(
    z.strictObject({
      series: place,
      clock: z.enum(['elapsed', 'business']),
      /** How long it took, in the bins of `data/shared/bins.ts`. */
      events: bins.optional(),
      /** How long they have waited that still do. */
      waiting: bins.optional(),
    }),
  ),
})

export type CellsIndex = z.infer<typeof cellsIndex>
export type CellsFile = z.infer<typeof cellsFile>
