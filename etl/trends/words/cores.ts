import { Pairs } from './pairs.ts'

/** How alike a text and a group must be. */
export interface Rules {
  /** The least similarity, 0 to 1, to a group of many texts. */
  readonly threshold: number
  /** How much more a group of one text asks for; it falls with the root of its number of texts. */
  readonly caution: number
  /** What a word that is no ordinary word of the trade weighs, against one that is. */
  readonly strangeWeight: number
}

/** Chosen on labelled worlds: `npm run bench -- trends` draws what others would give. */
export const usualRules: Rules = { threshold: 0.4, caution: 0.2, strangeWeight: 0.5 }

/** A word that fewer of a group's texts have is no part of its core. */
const leastShare = 0.1
/** So many words of a text are looked at. */
const mostWords = 16
/** How many words of the core a text must have; ordinary ones, if it has as many. */
const fewestInCommon = 2

interface Token {
  readonly isOrdinary: boolean
  /** In how many groups it stands. */
  groups: number
}

/** A word of a text, and whether it is one of those that must be in common. */
interface Weighed {
  readonly token: number
  readonly weight: number
  readonly isCounted: boolean
}

interface Group {
  texts: number
  /** In how many of its texts each token stands. */
  readonly counts: Map<number, number>
  /** What each token of the core weighs, times the share of the texts that have it. */
  core: Map<number, number>
  coreWeight: number
}

/**
 * Groups of texts by their cores: the words of a group's texts, by how many have them, so that groups do not chain.
 * Similarity is the geometric mean of two shares by weight: of the text's words that are in the core, and of the core
 * that the text has. A word weighs by how few groups have it (Spärck Jones 1972), as it was when the core last changed.
 */
export class Cores {
  readonly #rules: Rules
  readonly #tokens: Token[] = []
  readonly #tokenOf = new Map<string, number>()
  readonly #groups: Group[] = []
  readonly #pairs = new Pairs()

  constructor(rules: Rules) {
    this.#rules = rules
  }

  /** The number of the group that a text of these words, each given once, joins or founds. */
  join(words: readonly { readonly stem: string; readonly isOrdinary: boolean }[]): number {
    const tokens = words.slice(0, mostWords).map(({ stem, isOrdinary }) => this.#token(stem, isOrdinary))
    const index = this.#mostSimilar(tokens) ?? this.#found()
    const group = this.#groups[index] as Group
    this.#count(group, tokens)
    const before = group.core
    this.#renewCore(group, tokens)
    for (const token of group.core.keys())
      if (!before.has(token)) this.#pairs.register(index, token, group.core.keys())
    return index
  }

  #token(stem: string, isOrdinary: boolean): number {
    const known = this.#tokenOf.get(stem)
    if (known !== undefined) return known
    const token = this.#tokens.push({ isOrdinary, groups: 0 }) - 1
    this.#tokenOf.set(stem, token)
    return token
  }

  #weight(token: number): number {
    const { groups, isOrdinary } = this.#tokens[token] as Token
    const rarity = Math.log((this.#groups.length + 2) / Math.max(1, groups))
    return isOrdinary ? rarity : rarity * this.#rules.strangeWeight
  }

  #mostSimilar(tokens: readonly number[]): number | null {
    const words = this.#weighed(tokens)
    let best: number | null = null
    let most = 0
    for (const candidate of this.#pairs.having(tokens)) {
      const group = this.#groups[candidate] as Group
      const similarity = similarityOf(group, words)
      const least = this.#rules.threshold + this.#rules.caution / Math.sqrt(group.texts)
      if (similarity >= least && similarity > most) [best, most] = [candidate, similarity]
    }
    return best
  }

  /** What counts of a text: of one with few ordinary words every word, else what is strange does not make it alike. */
  #weighed(tokens: readonly number[]): Weighed[] {
    const isOrdinary = (token: number): boolean => this.#tokens[token]?.isOrdinary === true
    const hasEnough = tokens.filter(isOrdinary).length >= fewestInCommon
    return tokens.map((token) => ({
      token,
      weight: this.#weight(token),
      isCounted: !hasEnough || isOrdinary(token),
    }))
  }

  #found(): number {
    return this.#groups.push({ texts: 0, counts: new Map(), core: new Map(), coreWeight: 0 }) - 1
  }

  #count(group: Group, tokens: readonly number[]): void {
    group.texts++
    for (const token of tokens) {
      const count = group.counts.get(token) ?? 0
      group.counts.set(token, count + 1)
      if (count === 0) (this.#tokens[token] as Token).groups++
    }
  }

  #renewCore(group: Group, tokens: readonly number[]): void {
    const before = group.core
    group.core = new Map()
    group.coreWeight = 0
    for (const token of new Set([...before.keys(), ...tokens])) {
      const share = (group.counts.get(token) as number) / group.texts
      if (share < leastShare) continue
      const weight = share * this.#weight(token)
      group.core.set(token, weight)
      group.coreWeight += weight
    }
  }
}

function similarityOf({ core, coreWeight }: Group, words: readonly Weighed[]): number {
  let [counted, own, common, ofCore] = [0, 0, 0, 0]
  for (const { token, weight, isCounted } of words) {
    own += weight
    const found = core.get(token)
    if (found === undefined) continue
    if (isCounted) counted++
    common += weight
    ofCore += found
  }
  return counted < fewestInCommon ? 0 : Math.sqrt((common / own) * (ofCore / coreWeight))
}
