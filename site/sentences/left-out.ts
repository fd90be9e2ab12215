/** Which items are not in the figures of a measure, and why. */
import type { ItemKind, MeasureFile } from '../../data/contract.ts'
import { numberOf } from '../figures.ts'
import { count, number, sentenceCase } from '../words/number.ts'
import { noun } from '../words/value.ts'

/** Of tickets those that were cancelled, of escalations those withdrawn (a cancelled one counts as that) or said twice. */
const leftOutWords: Record<ItemKind, string> = { ticket: 'cancelled', escalation: 'withdrawn or duplicate' }

const reasons: Record<string, (many: number) => string> = {
  date_only: (many) => `${count(many, 'has', 'have')} a date without a time and no part in the durations`,
  negative_acknowledge: (many) =>
    `${count(many, 'is', 'are')} acknowledged before being raised, a fault of the data that counts as 0 minutes`,
  negative_resolve: (many) =>
    `${count(many, 'is', 'are')} resolved before being raised, a fault of the data that counts as 0 minutes`,
  first_seen_under_way: (many) =>
    `${count(many, 'was', 'were')} first seen when already under way, so that ${many === 1 ? 'its beginning is known by its own date' : 'their beginning is known by their own dates'} only`,
  tz_ambiguous: (many) =>
    `${count(many, 'has', 'have')} a time in the hour that the clocks repeat in autumn, of which the later is taken`,
  tz_gap: (many) => `${count(many, 'has', 'have')} a time in the hour that the clocks skip in spring`,
  future: (many) => `${count(many, 'has', 'have')} a time later than the export that has it`,
}

/** One sentence; null where all items are in the figures and nothing is odd about their times. */
export const leftOut = (measure: MeasureFile, kind: ItemKind): string | null => {
  const out = numberOf(measure, 'left_out', kind) ?? 0
  const said = [
    ...(out > 0
      ? [`${number(out)} ${leftOutWords[kind]} ${noun(kind, out)} ${out === 1 ? 'is' : 'are'} left out`]
      : []),
    ...Object.entries(reasons).flatMap(([id, words]) => {
      const many = numberOf(measure, id, kind) ?? 0
      return many > 0 ? [words(many)] : []
    }),
  ]
  return said.length === 0 ? null : `${sentenceCase(said.join('; '))}.`
}
