/** Three counts for now, each with its oldest where that is known. */
import type { Figure, Manifest, MeasureFile } from '../../data/contract.ts'
import { figureOf } from '../figures.ts'
import { duration } from '../words/duration.ts'
import { withinOf } from './board.ts'

/** `what` stands after the count: "escalations wait for acknowledgement"; `more` is a sentence of its own. */
export type NowCount = { measure: string; count: Figure | null; what: string; more: string | null }

type Asked = {
  measure: string
  figure: string
  words: (value: number) => string
  more: (time: string) => string
}

const many = (value: number, one: string, several: string): string => (value === 1 ? one : several)

const asked = (manifest: Manifest): Asked[] => [
  {
    measure: 'acknowledged',
    figure: 'waiting',
    words: (value) => `${many(value, 'escalation waits', 'escalations wait')} for acknowledgement`,
    more: (time) => `The oldest has waited ${time}.`,
  },
  {
    measure: 'owned',
    figure: 'unowned',
    words: (value) => many(value, 'open escalation has no owner', 'open escalations have no owner'),
    more: (time) => `The longest has been without one for ${time}.`,
  },
  {
    measure: 'updated',
    figure: 'silent',
    words: (value) =>
      `${many(value, 'escalation has', 'escalations have')} had no word for ${withinOf(manifest, 'updated')}`,
    more: (time) => `The longest has had no word for ${time}.`,
  },
]

/** What escalations wait for now; the count is null where it is not known. */
export const nowCounts = (measures: ReadonlyMap<string, MeasureFile>, manifest: Manifest): NowCount[] =>
  asked(manifest).map(({ measure: id, figure, words, more }) => {
    const measure = measures.get(id)
    const count = measure === undefined ? null : figureOf(measure, `${figure}_now`, 'escalation')
    const oldest =
      measure === undefined ? null : figureOf(measure, `${figure}_oldest`, 'escalation', 'elapsed')
    const hasOldest = oldest?.value != null && count?.value !== 0
    return {
      measure: id,
      count,
      what: words(count?.value ?? 0),
      more: hasOldest ? more(duration(oldest.value as number, 'elapsed')) : null,
    }
  })
