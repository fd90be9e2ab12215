import { Cores, type Rules, usualRules } from './cores.ts'
import type { Language, Word } from './language.ts'
import { Spelling } from './spelling.ts'

/** Raised when the same texts are grouped otherwise than before, so that ids of groups of then and now differ. */
export const rulesVersion = 1

/** How often a word that is no ordinary one must have been seen before slips of it are put right. */
const seenOften = 5

/** Texts of the same words are the same, in whatever order these stand. */
export const fingerprintOf = (stems: readonly string[]): string => [...new Set(stems)].sort().join(' ')

/**
 * Groups texts that say the same, in the order in which they come: each joins the group that has its fingerprint, else
 * the most similar one, else founds one, and nothing moves later.
 */
export class Grouping {
  readonly #language: Language
  readonly #cores: Cores
  readonly #spelling = new Spelling()
  readonly #seen = new Map<string, number>()
  readonly #groupOf = new Map<string, number>()
  readonly #founders: string[] = []

  constructor(language: Language, rules: Rules = usualRules) {
    this.#language = language
    this.#cores = new Cores(rules)
  }

  /** The number of the group, from 0, that a text of these words joins or founds; null where there are none. */
  add(words: readonly Word[]): number | null {
    if (words.length === 0) return null
    const fingerprint = fingerprintOf(words.map(({ stem }) => stem))
    const known = this.#groupOf.get(fingerprint)
    if (known !== undefined) return known
    const stems = words.map((word) => this.#corrected(word))
    const corrected = fingerprintOf(stems)
    const group = this.#groupOf.get(corrected) ?? this.#join(stems, fingerprint)
    this.#groupOf.set(fingerprint, group)
    this.#groupOf.set(corrected, group)
    return group
  }

  /** The fingerprint of the text that founded a group. Error: there is no such group. */
  founderOf(group: number): string {
    const founder = this.#founders[group]
    if (founder === undefined) throw new RangeError(`group ${group}`)
    return founder
  }

  #join(stems: readonly string[], fingerprint: string): number {
    const words = [...new Set(stems)].map((stem) => ({ stem, isOrdinary: this.#language.isOrdinary(stem) }))
    const group = this.#cores.join(words)
    this.#founders[group] ??= fingerprint
    return group
  }

  #corrected({ folded, stem }: Word): string {
    if (this.#language.isOrdinary(stem)) {
      this.#spelling.learn(folded)
      return stem
    }
    const seen = (this.#seen.get(folded) ?? 0) + 1
    this.#seen.set(folded, seen)
    if (seen === seenOften) this.#spelling.learn(folded)
    const correct = seen < seenOften ? this.#spelling.correct(folded) : null
    return correct === null ? stem : this.#language.stemOf(correct)
  }
}
