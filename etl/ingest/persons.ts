import { lower } from './key-of.ts'

/** What stands for an erased person where a cell names nobody else. */
export const erasedPerson = '(erased)'
/** What stands for one within other words, as for any person of a subject (etl/db/macros/text.sql). */
export const personInWords = '<person>'

interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** As `words_of` of db/macros/people.sql has them. */
const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}\u{20000}-\u{3FFFF}]+/gu)].map(({ 0: word, index }) => ({
    word: lower(word),
    from: index,
    to: index + word.length,
  }))

/** A name as its words in small letters, by which it is found in a text: `Lee, Ann` → `lee ann` */
export const phraseOf = (name: string): string =>
  wordsIn(name)
    .map(({ word }) => word)
    .join(' ')

export const wordsOf = (phrase: string): number => phrase.split(' ').length

/** Every run of words of a text that is as long as one of `sizes`, the longest first, with where it stands. */
function* runsOf(text: string, sizes: readonly number[]): Generator<Word> {
  const words = wordsIn(text)
  for (const size of [...new Set(sizes)].sort((a, b) => b - a)) {
    for (const [first, begin] of words.entries()) {
      const end = words[first + size - 1]
      if (!end) break
      const word = words
        .slice(first, first + size)
        .map((one) => one.word)
        .join(' ')
      yield { word, from: begin.from, to: end.to }
    }
  }
}

/** Whether a text holds a run of whole words that `isErased` knows. */
export const namesAny = (
  text: string,
  sizes: readonly number[],
  isErased: (phrase: string) => boolean,
): boolean => runsOf(text, sizes).some(({ word }) => isErased(word))

/** A text with `<person>` for each run of whole words that `isErased` knows; the longest run first. */
export function withoutPersons(
  text: string,
  sizes: readonly number[],
  isErased: (phrase: string) => boolean,
): string {
  for (const { word, from, to } of runsOf(text, sizes))
    if (isErased(word))
      return `${withoutPersons(text.slice(0, from), sizes, isErased)}${personInWords}${withoutPersons(text.slice(to), sizes, isErased)}`
  return text
}
