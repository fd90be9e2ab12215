import type { CanBeTold, ItemKind } from '../../data/contract.ts'
import type { Bindings } from '../db/database.ts'
import type { Measure } from '../measures/measure.ts'

const kinds: readonly ItemKind[] = ['ticket', 'escalation']

/** A measure, its select, and whether it and each of what it observes can be told. */
export interface ToldMeasure {
  readonly measure: Measure
  readonly sql: URL
  readonly telling: {
    readonly measure: CanBeTold
    /** In the order of `observes`. */
    readonly figures: readonly CanBeTold['by_source'][]
  }
}

/** What measures observe, one entry an id and kind. */
export const declaredBy = (all: readonly ToldMeasure[], bindings: Bindings) =>
  all.flatMap(({ measure }) =>
    measure.observes.flatMap(({ part, id, good, of = kinds, unit, isWeighted, inCells, isAnswer }) =>
      of.map((item_kind) => ({
        measure: measure.id,
        good: good ?? measure.definition.good,
        part,
        id,
        item_kind,
        unit: part === 'share' ? (unit ?? 'share') : null,
        is_weighted: isWeighted ?? false,
        is_in_cells: part !== 'now' && isAnswer === undefined && (inCells ?? true),
        is_answer: isAnswer ?? false,
        is_headline: part === 'share' && id === measure.headline,
        settles_days: measure.settles_after ? (bindings[measure.settles_after] ?? 0) : 0,
      })),
    ),
  )

/** Which sources can tell which of what measures observe. */
export const tellersOf = (all: readonly ToldMeasure[]) =>
  all.flatMap(({ measure, telling }) =>
    measure.observes.flatMap(({ part, id }, index) =>
      (telling.figures[index] ?? [])
        .filter(({ answer }) => answer !== 'no')
        .map(({ item_kind, source }) => ({ measure: measure.id, part, id, item_kind, source })),
    ),
  )

/** The kinds of items of which a measure can be told at all. */
export const kindsTold = ({ telling }: ToldMeasure): ItemKind[] =>
  kinds.filter((kind) =>
    telling.measure.by_source.some(({ item_kind, answer }) => item_kind === kind && answer !== 'no'),
  )
