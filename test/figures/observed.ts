import type { ToldMeasure } from '../../etl/figures/figures.ts'
import { asOf } from '../../etl/measures/case.ts'
import type { Measure, Observed } from '../../etl/measures/measure.ts'
import type { TableRows } from '../support/memory.ts'

type Cells = TableRows
/** One observation, or a tidy row, and what matters of its item. */
export interface Seen {
  readonly row: Cells
  readonly item: Cells
}

let count = 0
/** An observation of an item of its own: a ticket of Tuesday 24 March 2026, in a week that is over, unless it says so. */
export const seen = (row: Cells, item: Cells = {}): Seen => {
  const whose = { item_kind: row.item_kind ?? 'ticket', item_id: row.item_id ?? `I${count++}` }
  const day = row.day ?? '2026-03-24'
  return {
    row: { ...row, ...whose, day },
    item: {
      ...whose,
      received_day: day,
      known_until: asOf,
      is_left_out: false,
      is_major_child: false,
      flags: [],
      sources: ['log'],
      ...item,
    },
  }
}
/** Whether it was so, in order: 1, 0 or null. */
export const hits = (values: readonly (number | null)[], row: Cells = {}, item: Cells = {}): Seen[] =>
  values.map((hit) => seen({ part: 'share', id: 'within', hit, ...row }, item))
/** So many of so many. */
export const of = (hit: number, n: number, row: Cells = {}, item: Cells = {}): Seen[] =>
  hits([...Array<number>(hit).fill(1), ...Array<number>(n - hit).fill(0)], row, item)
/** After how many minutes each was done; negative: not yet, after so many. */
export const times = (minutes: readonly number[], row: Cells = {}, item: Cells = {}): Seen[] =>
  minutes.map((one) =>
    seen({ part: 'time', id: 'done', minutes: Math.abs(one), is_event: one >= 0, ...row }, item),
  )
export const waits = (since_at: string | null, row: Cells = {}, item: Cells = {}): Seen =>
  seen({ part: 'now', id: 'waiting', since_at, ...row }, item)

export const measure: Measure = {
  id: 'kept',
  definition: { title: '', sentence: '', how: [], good: 'high', method: null },
  headline: 'within',
  observes: [
    { part: 'share', id: 'within', label: '' },
    { part: 'share', id: 'heard', label: '', isWeighted: true },
    { part: 'share', id: 'rate', label: '', of: ['ticket'], unit: 'per_100' },
    { part: 'time', id: 'done', label: '' },
    { part: 'time', id: 'redirect', label: '' },
    { part: 'now', id: 'waiting', label: '', of: ['ticket'] },
  ],
  needs: [],
}

/** The source `log` tells everything, of both kinds. */
export const told = (observes: readonly Observed[]): ToldMeasure['telling'] => {
  const bySource = (['ticket', 'escalation'] as const).map(
    (item_kind) => ({ source: 'log', item_kind, answer: 'yes', missing: [] as string[] }) as const,
  )
  return { measure: { answer: 'yes', by_source: bySource }, figures: observes.map(() => bySource) }
}
