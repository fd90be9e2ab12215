import { stemmer } from '@orama/stemmers/english'
import { eng } from 'stopword'
import { Places } from './places.ts'
import { synonyms as shippedSynonyms } from './synonyms.ts'
import { vocabulary as shippedVocabulary } from './vocabulary.ts'

/** What says nothing of the issue: greetings, pleading, thanks and times, beside the stop words of English. */
const courtesies =
  'no not cannot cant never without unable dear hello hi hey please pls kindly thanks thank regards cheers urgent urgently asap team help need needs needed want wanted require requires required again today yesterday tonight morning afternoon evening week weeks day days monday tuesday wednesday thursday friday saturday sunday re fw fwd yours sincerely really just issue issues problem problems getting say says keep keeps time times'.split(
    ' ',
  )
const saysNothing: ReadonlySet<string> = new Set([...eng, ...courtesies])

const placeholders = /<[a-z]+>/g
const joiners = /[-'’]/g
const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu

/** What a word is compared by: lower case, without what joins its parts, so that `Wi-Fi` and `wifi` are one. */
export const folded = (text: string): string => text.toLowerCase().replace(joiners, '')

/** A word of a text: as it is compared, and by its stem (Porter 1980), which stands for all its forms and synonyms. */
export interface Word {
  readonly folded: string
  readonly stem: string
}

/** Words that together mean another, wherever they stand: "not … working". */
interface Phrase {
  readonly stems: readonly string[]
  readonly means: string
}

/** How an institution's words are read: which are ordinary words of the trade, and which mean the same. */
export class Language {
  /** The stem of each ordinary word, with the word as it is shown. */
  readonly #shown = new Map<string, string>()
  readonly #same = new Map<string, string>()
  readonly #phrases: readonly Phrase[]
  readonly #places = new Places()

  /** `synonyms`: lists of words and phrases that mean the same; the first stands for all. */
  constructor(
    vocabulary: readonly string[] = shippedVocabulary,
    synonyms: readonly (readonly string[])[] = shippedSynonyms,
  ) {
    const meanings = synonyms.flatMap(([first = '', ...others]) =>
      others.map((other) => ({ stems: foldedWords(other).map(stemmer), means: stemmer(folded(first)) })),
    )
    for (const { stems, means } of meanings)
      if (stems.length === 1 && stems[0] !== means) this.#same.set(stems[0] as string, means)
    this.#phrases = meanings.filter(({ stems }) => stems.length > 1)
    const firsts = new Set(synonyms.map(([first = '']) => first))
    const byThemselves = vocabulary.filter((one) => !this.#same.has(stemmer(folded(one))))
    const preferred = byThemselves.toSorted((a, b) => Number(firsts.has(b)) - Number(firsts.has(a)))
    for (const one of preferred) this.#learn(one)
  }

  stemOf(one: string): string {
    const stem = stemmer(one)
    return this.#same.get(stem) ?? stem
  }

  isOrdinary(stem: string): boolean {
    return this.#shown.has(stem)
  }

  /** The ordinary word that stands for a stem; null where it is none. */
  shownOf(stem: string): string | null {
    return this.#shown.get(stem) ?? null
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
      .map((one) => ({ folded: one.folded, stem: this.#same.get(one.stem) ?? one.stem }))
  }

  #learn(one: string): void {
    const stem = stemmer(folded(one))
    if (!this.#shown.has(stem)) this.#shown.set(stem, one)
  }
}

const foldedWords = (text: string): string[] => folded(text).match(word) ?? []

function replacePhrase(words: Word[], { stems, means }: Phrase): void {
  const places = stems.map((stem) => words.findIndex((one) => one.stem === stem))
  if (places.includes(-1)) return
  words[places[0] as number] = { folded: means, stem: means }
  for (const place of places.slice(1).sort((a, b) => b - a)) words.splice(place, 1)
}
