const shortest = 5

/** The forms that a word has with one letter less; from which place on does not matter where letters repeat. */
function* withoutALetter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++)
    if (at === 0 || word[at] !== word[at - 1]) yield word.slice(0, at) + word.slice(at + 1)
}

/** Words that are known, so that one letter dropped, doubled or exchanged with its neighbour can be put right. */
export class Spelling {
  readonly #known = new Set<string>()
  readonly #lacking = new Map<string, string>()

  /** Knows a word from now on; what was known first is preferred. */
  learn(word: string): void {
    if (word.length < shortest || this.#known.has(word)) return
    this.#known.add(word)
    for (const form of withoutALetter(word)) if (!this.#lacking.has(form)) this.#lacking.set(form, word)
  }

  /** The known word that this one is a slip of; null where there is none, or the word is known itself. */
  correct(word: string): string | null {
    if (word.length < shortest - 1 || this.#known.has(word)) return null
    return this.#lacking.get(word) ?? this.#doubled(word) ?? this.#exchanged(word)
  }

  #doubled(word: string): string | null {
    for (let at = 1; at < word.length; at++) {
      if (word[at] !== word[at - 1]) continue
      const form = word.slice(0, at) + word.slice(at + 1)
      if (this.#known.has(form)) return form
    }
    return null
  }

  #exchanged(word: string): string | null {
    for (let at = 1; at < word.length; at++) {
      const form = word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1)
      if (this.#known.has(form)) return form
    }
    return null
  }
}
