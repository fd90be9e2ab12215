/** Two tokens as one number. */
const mostTokens = 2 ** 26
const pairOf = (one: number, other: number): number =>
  Math.min(one, other) * mostTokens + Math.max(one, other)

/** So many groups are looked at for a pair of words, the last that came to have it: more would say nothing by these two. */
const mostGroups = 32

/** Which groups have had two tokens together: no other can have two in common with a text. */
export class Pairs {
  readonly #groupsOf = new Map<number, number[]>()
  /** For each group, the last text that it was found for. */
  readonly #foundFor: number[] = []
  #text = 0

  /** A group has this token with those. */
  register(group: number, token: number, others: Iterable<number>): void {
    for (const other of others) {
      if (other === token) continue
      const pair = pairOf(token, other)
      const groups = this.#groupsOf.get(pair)
      if (groups === undefined) this.#groupsOf.set(pair, [group])
      else if (!groups.includes(group)) {
        groups.push(group)
        if (groups.length > mostGroups) groups.shift()
      }
    }
  }

  /** The groups that have had any two of a text's tokens, each once. */
  having(tokens: readonly number[]): number[] {
    const found: number[] = []
    this.#text++
    for (let one = 0; one < tokens.length; one++)
      for (let other = one + 1; other < tokens.length; other++)
        this.#add(found, this.#groupsOf.get(pairOf(tokens[one] as number, tokens[other] as number)))
    return found
  }

  #add(found: number[], groups: readonly number[] = []): void {
    for (const group of groups) {
      if (this.#foundFor[group] === this.#text) continue
      this.#foundFor[group] = this.#text
      found.push(group)
    }
  }
}
