import { type CanonicalColumn, canonicalValues } from '../formats/canonical.ts'
import type { Format, Hint } from '../formats/format.ts'
import type { Known } from './recognise.ts'

/** A word of a column and what it means; null where that has to be said. */
export interface ValueGuess {
  readonly word: string
  readonly records: number
  readonly meaning: string | null
}

const oftenRecords = 3

/**
 * Whether a word may be shown by name: those of a status, an event or a kind, and of other columns those that stand often,
 * since a word that stands once may be somebody's own sentence, or somebody.
 */
export const isName = (column: string, { records }: { readonly records: number }): boolean =>
  ['status', 'event', 'kind'].includes(column) || records >= oftenRecords

const answers: Readonly<Record<string, string>> = { yes: 'true', no: 'false', true: 'true', false: 'false' }

/** What a word means by all formats that know exactly this word; null where none does, or two disagree. */
function meaningOf(
  column: CanonicalColumn,
  word: string,
  formats: readonly Pick<Format | Hint, 'values'>[],
): string | null {
  if (canonicalValues[column]?.includes(word)) return word
  if (column === 'is_automatic' || column === 'is_major') return answers[word.toLowerCase()] ?? null
  const known = formats.flatMap(({ values }) => {
    const map = values[column]
    return map && Object.hasOwn(map, word) ? [map[word]] : []
  })
  return new Set(known).size === 1 ? (known[0] ?? null) : null
}

/**
 * The words of a column, the most frequent first, without those that are unknown and may be somebody's own. A code of
 * digits means something else in every tool.
 */
export function guessValues(
  column: CanonicalColumn,
  words: ReadonlyMap<string, number>,
  { formats }: Pick<Known, 'formats'>,
  hint: Hint | null,
): ValueGuess[] {
  const known = hint ? [hint] : [...formats.values()]
  return [...words]
    .sort((a, b) => b[1] - a[1])
    .map(([word, records]) => ({
      word,
      records,
      meaning: /^-?\d+$/.test(word) && !hint ? null : meaningOf(column, word, known),
    }))
    .filter((guess) => guess.meaning !== null || isName(column, guess))
}
