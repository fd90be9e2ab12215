import { stemmer } from '@orama/stemmers/english'
import { eng } from 'stopword'
import { type Phrase, replacePhrase, Same } from './meaning.ts'
import { names } from './names.ts'
import { Places } from './places.ts'
import { synonyms as shippedSynonyms } from './synonyms.ts'
import { vocabulary as shippedVocabulary } from './vocabulary.ts'

/** What says nothing of the issue: greetings, pleading, thanks, times and negation, beside the stop words of English. */
const courtesies =
  'no not cannot cant never without unable couldnt dear hello hi hey please pls kindly thanks thank regards cheers urgent urgently asap team help need needs needed want wanted require requires required again today yesterday tonight morning afternoon evening week weeks day days monday tuesday wednesday thursday friday saturday sunday re fw fwd yours sincerely really just issue issues problem problems getting say says keep keeps time times call'.split(
    ' ',
  )
const saysNothing: ReadonlySet<string> = new Set([...eng, ...courtesies])

const placeholders = /<[a-z]+>/g
const joiners = /[-'’]/g
const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu

/** What a word is compared by: lower case, without what joins its parts, so that `Wi-Fi` and `wifi` are one. */
export const folded = (text: string): string => text.toLowerCase().replace(joiners, '')

/** The folded words of a text, in their order. */
export const foldedWords = (text: string): string[] => folded(text).match(word) ?? []

/** A word of a text: as it is compared, and by its stem (Porter 1980), which stands for all its forms and synonyms. */
export interface Word {
  readonly folded: string
  readonly stem: string
}

/** How an institution's words are read: which are ordinary words of the trade, and which mean the same. */
export class Language {
  /** The stem of each ordinary word, with the word as it is shown. */
  readonly #shown = new Map<string, string>()
  readonly #same: Same
  readonly #phrases: readonly Phrase[]
  readonly #places = new Places()

  /** `synonyms`: lists of words and phrases that mean the same; lists that share a word are one. */
  constructor(
    vocabulary: readonly string[] = shippedVocabulary,
    synonyms: readonly (readonly string[])[] = shippedSynonyms,
  ) {
    this.#same = new Same(synonyms.map((list) => list.map((one) => foldedWords(one).map(stemmer))))
    this.#phrases = this.#same.phrases
    const firsts = new Set(
      synonyms.flatMap((list) => list.find((one) => foldedWords(one).length === 1) ?? []),
    )
    const preferred = vocabulary.toSorted(
      (a, b) => Number(firsts.has(b)) - Number(firsts.has(a)) || a.length - b.length,
    )
    for (const one of preferred) {
      const stem = stemmer(folded(one))
      if (this.#same.of(stem) === stem && !this.#shown.has(stem)) this.#shown.set(stem, one)
    }
  }

  stemOf(one: string): string {
    return this.#same.of(stemmer(one))
  }

  isOrdinary(stem: string): boolean {
    return this.#shown.has(stem)
  }

  /** The ordinary word that stands for a word; null where it is none, or a common name of people as well. */
  shownOf(one: Word): string | null {
    return names.has(one.folded) ? null : (this.#shown.get(one.stem) ?? null)
  }

  /**
   * Leaves a place's name out of what is read from now on. One that is made of ordinary words alone, such as Library, is
   * no name: it may be what a text is about.
   */
  learnPlace(name: string): void {
    const words = foldedWords(name)
    const isTelling = (one: string): boolean => saysNothing.has(one) || this.isOrdinary(this.stemOf(one))
    if (!words.every(isTelling)) this.#places.learn(words)
  }

  /** The words of a text whose personal parts are placeholders, in their order, without those that say nothing. */
  wordsOf(text: string): Word[] {
    const found = this.#places.without(foldedWords(text.replace(placeholders, ' ')))
    const words = found.map((one) => ({ folded: one, stem: stemmer(one) }))
    for (const phrase of this.#phrases) replacePhrase(words, phrase)
    return words
      .filter((one) => one.folded.length > 1 && !saysNothing.has(one.folded))
      .map((one) => ({ folded: one.folded, stem: this.#same.of(one.stem) }))
  }
}
