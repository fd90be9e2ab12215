/** What waits now, in words, by the measure's own names for it. */
import type { ItemKind, MeasureFile } from '../../data/contract.ts'
import { figureOf } from '../figures.ts'
import { duration } from '../words/duration.ts'
import { items } from '../words/value.ts'

/** A sentence for each thing of a measure that items of a kind wait for: "Now: 7 escalations waiting for acknowledgement, the oldest for 3 days." */
export const waitingNow = (measure: MeasureFile, kind: ItemKind): string[] =>
  measure.definition.figures.flatMap(({ id, label }) => {
    const now = figureOf(measure, `${id}_now`, kind)?.value ?? null
    if (now === null) return []
    const oldest = figureOf(measure, `${id}_oldest`, kind, 'elapsed')?.value ?? null
    const since =
      oldest === null || now === 0
        ? ''
        : `, ${now === 1 ? 'for' : 'the oldest for'} ${duration(oldest, 'elapsed')}`
    return [`Now: ${items(now, kind)} ${label}${since}.`]
  })
