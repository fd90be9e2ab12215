import type { Word } from './language.ts'

/** Stems that together mean another: "not … working". */
export interface Phrase {
  readonly stems: readonly string[]
  readonly means: string
}

type Stems = readonly string[]

/** A phrase as one stem. */
const joined = (stems: Stems): string => stems.join('')

/** Which stems mean the same. Lists that share a word or a phrase are one. */
export class Same {
  readonly #parent = new Map<string, string>()
  readonly phrases: readonly Phrase[]

  /** Each list holds words and phrases, as stems; the first single word of those that are one stands for all. */
  constructor(lists: readonly (readonly Stems[])[]) {
    for (const list of lists) {
      const said = list.filter((stems) => stems.length > 0)
      const ordered = [
        ...said.filter(({ length }) => length === 1),
        ...said.filter(({ length }) => length > 1),
      ]
      const [first, ...others] = ordered.map(joined)
      for (const other of others) this.#unite(first as string, other)
    }
    const phrases = lists.flat().filter(({ length }) => length > 1)
    this.phrases = phrases.map((stems) => ({ stems, means: this.of(joined(stems)) }))
  }

  /** The stem that stands for one: itself, where nothing means the same. */
  of(stem: string): string {
    let at = stem
    for (let next = this.#parent.get(at); next !== undefined; next = this.#parent.get(at)) at = next
    return at
  }

  #unite(one: string, other: string): void {
    const [root, joining] = [this.of(one), this.of(other)]
    if (root !== joining) this.#parent.set(joining, root)
  }
}

/** Where each stem of a phrase stands, one after the other with at most a word between; null where they do not. */
function placesOf(words: readonly Word[], stems: Stems): number[] | null {
  for (let first = 0; first < words.length; first++) {
    if (words[first]?.stem !== stems[0]) continue
    const places = [first]
    for (const stem of stems.slice(1)) {
      const last = places.at(-1) as number
      const next = [last + 1, last + 2].find((place) => words[place]?.stem === stem)
      if (next !== undefined) places.push(next)
    }
    if (places.length === stems.length) return places
  }
  return null
}

/** Puts what it means in the place of a phrase, wherever it is said. */
export function replacePhrase(words: Word[], { stems, means }: Phrase): void {
  const places = placesOf(words, stems)
  if (places === null) return
  const [first, ...others] = places as [number, ...number[]]
  words[first] = { folded: means, stem: means }
  for (const place of others.reverse()) words.splice(place, 1)
}
