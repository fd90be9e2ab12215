import type { Trace } from './traces.ts'

const joinedWithin = 14 * 24 * 60 * 60_000

/** The traces that are one escalation, so far; times in milliseconds. */
export class Escalation {
  readonly id: string
  readonly received: number
  /** Its place among all, in the order of receipt. */
  readonly nth: number
  /** Which sources have told of it, and which have or will, by one of its ids. */
  readonly sources = new Set<string>()
  readonly claimedBy = new Set<string>()
  #spokesman: Trace | null = null

  constructor(id: string, received: number, nth: number) {
    this.id = id
    this.received = received
    this.nth = nth
  }

  add(trace: Trace, tellers: ReadonlySet<string>): void {
    this.sources.add(trace.source)
    for (const source of tellers) this.claimedBy.add(source)
    if (trace.states_status && trace.rank < (this.#spokesman?.rank ?? Number.POSITIVE_INFINITY))
      this.#spokesman = trace
  }

  /** Whether it was done then, by the first-named source that states a status; mail alone never says so. */
  isDone(at: number): boolean {
    return (
      this.#spokesman?.done.some(({ began, ended }) => began <= at && (ended === null || at < ended)) ?? false
    )
  }

  /** Whether a trace of then may be one of it by a common ticket. */
  isInReach(at: number): boolean {
    return !this.isDone(at) || at - this.received <= joinedWithin
  }
}

/** Escalations by what they are found by: ids, or numbers of tickets. */
export class Index {
  readonly #found = new Map<string, Set<Escalation>>()

  add(keys: readonly string[], escalation: Escalation): void {
    for (const key of keys) {
      const known = this.#found.get(key)
      if (known) known.add(escalation)
      else this.#found.set(key, new Set([escalation]))
    }
  }

  /** Those that any of the keys finds, the one received last first. */
  of(keys: readonly string[]): Escalation[] {
    const found = new Set(keys.flatMap((key) => [...(this.#found.get(key) ?? [])]))
    return [...found].sort((one, other) => other.nth - one.nth)
  }
}
