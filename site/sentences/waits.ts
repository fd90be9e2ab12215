/** What escalations wait for now, over all promises. */
import type { MeasureFile } from '../../data/contract.ts'
import { numberOf } from '../figures.ts'
import { count, list, number } from '../words/number.ts'

type Measures = ReadonlyMap<string, MeasureFile>
type Waiting = {
  measure: string
  figure: string
  /** What is said of one, of several, and of none: "no escalation is …". */
  one: string
  several: string
  none: string
}

const kinds: readonly Waiting[] = [
  {
    measure: 'acknowledged',
    figure: 'waiting_now',
    one: 'waits to be acknowledged',
    several: 'wait to be acknowledged',
    none: 'waits to be acknowledged',
  },
  {
    measure: 'owned',
    figure: 'unowned_now',
    one: 'has no owner',
    several: 'have no owner',
    none: 'is without an owner',
  },
  {
    measure: 'updated',
    figure: 'silent_now',
    one: 'has had no word for',
    several: 'have had no word for',
    none: 'has been without word for',
  },
]

export type Fact = { words: string; value: number; measure: string; figure: string }

/** The counts that are known, each with its words: 7, "wait to be acknowledged". `silence` is the time without word. */
export const waitingFacts = (measures: Measures, silence = 'the set time'): Fact[] =>
  kinds.flatMap(({ measure: id, figure, one, several }) => {
    const measure = measures.get(id)
    const value = measure === undefined ? null : numberOf(measure, figure, 'escalation')
    if (value === null) return []
    const verb = value === 1 ? one : several
    const words = id === 'updated' ? `${verb} ${silence}` : verb
    return [{ words, value, measure: id, figure }]
  })

/** "Now 7 escalations wait to be acknowledged and 2 have no owner."; nothing where no count is known. */
export const waitsNow = (measures: Measures, silence: string): string[] => {
  const known = waitingFacts(measures, silence)
  const [first, ...others] = known.filter(({ value }) => value > 0)
  if (known.length === 0) return []
  if (first === undefined) {
    const ones = kinds.filter(({ measure }) => known.some((fact) => fact.measure === measure))
    const said = ones.map(({ measure, none }) => (measure === 'updated' ? `${none} ${silence}` : none))
    return [`Now no escalation ${list(said, 'or')}.`]
  }
  const said = [
    `${count(first.value, 'escalation')} ${first.words}`,
    ...others.map(({ value, words }) => `${number(value)} ${words}`),
  ]
  return [`Now ${list(said)}.`]
}
