import type { CanBeTold } from '../../data/contract.ts'
import type { Measure } from '../measures/measure.ts'
import type { MeasureContext } from './measure-file.ts'

type Answer = CanBeTold['answer']
const rank: Readonly<Record<Answer, number>> = { no: 0, bounds: 1, yes: 2 }

/** Whether a measure can be told from each source, and which columns it lacks; the best answer is the measure's. */
export function tellingOf(measure: Measure, sources: MeasureContext['sources']): CanBeTold {
  const bySource = sources.flatMap((source) => {
    const need = measure.needs.find(({ item_kind }) => item_kind === source.item_kind)
    if (!need) return []
    const lacks = (columns: readonly string[]) => columns.filter((column) => !source.columns.includes(column))
    const missing = lacks(need.all)
    const hasBounds = need.bounds?.some((column) => source.columns.includes(column)) ?? false
    const answer: Answer = missing.length === 0 ? 'yes' : hasBounds ? 'bounds' : 'no'
    return [{ source: source.name, item_kind: source.item_kind, answer, missing }]
  })
  const best = bySource.reduce<Answer>(
    (so_far, { answer }) => (rank[answer] > rank[so_far] ? answer : so_far),
    'no',
  )
  return { answer: best, by_source: bySource }
}
