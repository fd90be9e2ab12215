/** Names of places, as lists of folded words, that are taken out of texts. */
export class Places {
  readonly #byFirst = new Map<string, string[][]>()

  learn(words: readonly string[]): void {
    const [first] = words
    if (first === undefined) return
    const names = this.#byFirst.get(first) ?? []
    names.push([...words])
    this.#byFirst.set(
      first,
      names.sort((a, b) => b.length - a.length),
    )
  }

  /** The words without those that are a place's name; of several that begin alike, the longest. */
  without(words: readonly string[]): string[] {
    const left: string[] = []
    for (let at = 0; at < words.length; ) {
      const name = this.#nameAt(words, at)
      if (name === null) left.push(words[at] as string)
      at += name?.length ?? 1
    }
    return left
  }

  #nameAt(words: readonly string[], at: number): readonly string[] | null {
    const names = this.#byFirst.get(words[at] as string) ?? []
    return names.find((name) => name.every((word, place) => words[at + place] === word)) ?? null
  }
}
