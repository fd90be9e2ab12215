import type { CanBeTold } from '../../data/contract.ts'
import type { Measure, Need, Observed } from '../measures/measure.ts'
import type { MeasureContext } from './measure-file.ts'

type Answer = CanBeTold['answer']
const rank: Readonly<Record<Answer, number>> = { no: 0, bounds: 1, yes: 2 }

const isBrought = (
  { item_kind, all }: NonNullable<Need['beside']>,
  sources: MeasureContext['sources'],
): boolean =>
  sources.some(
    (source) => source.item_kind === item_kind && all.every((column) => source.columns.includes(column)),
  )

/** The best answer that a source gives to the needs of its kind; of equal ones that with the fewest missing columns. */
function answerOf(
  needs: readonly Need[],
  columns: readonly string[],
  sources: MeasureContext['sources'],
): { answer: Answer; missing: string[] } {
  const answers = needs.map(({ all, bounds, beside }) => {
    const missing = all.filter((column) => !columns.includes(column))
    if (beside && !isBrought(beside, sources)) return { answer: 'no' as const, missing: [...beside.all] }
    const hasBounds = bounds?.some((column) => columns.includes(column)) ?? false
    const answer: Answer = missing.length === 0 ? 'yes' : hasBounds ? 'bounds' : 'no'
    return { answer, missing }
  })
  answers.sort((a, b) => rank[b.answer] - rank[a.answer] || a.missing.length - b.missing.length)
  return answers[0] ?? { answer: 'no', missing: [] }
}

/** Whether a figure of a measure can be told from each source: by its own needs, else by the measure's. */
export function figureTelling(
  measure: Measure,
  { needs, of }: Observed,
  sources: MeasureContext['sources'],
): CanBeTold['by_source'] {
  const kinds = of ?? ['ticket', 'escalation']
  return tellingOf({ ...measure, needs: needs ?? measure.needs }, sources).by_source.filter(({ item_kind }) =>
    kinds.includes(item_kind),
  )
}

/** Whether a measure can be told from each source, and which columns it lacks; the best answer is the measure's. */
export function tellingOf(measure: Measure, sources: MeasureContext['sources']): CanBeTold {
  const bySource = sources.flatMap(({ name, item_kind, columns }) => {
    const needs = measure.needs.filter((need) => need.item_kind === item_kind)
    return needs.length === 0 ? [] : [{ source: name, item_kind, ...answerOf(needs, columns, sources) }]
  })
  const best = bySource.reduce<Answer>(
    (so_far, { answer }) => (rank[answer] > rank[so_far] ? answer : so_far),
    'no',
  )
  return { answer: best, by_source: bySource }
}
