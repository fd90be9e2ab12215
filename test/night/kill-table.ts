/** What a kill left and what the next good night made of it; empty lists are what is wanted. */
export interface Killed {
  readonly at: number
  readonly stage: string
  readonly isGroup: boolean
  /** What is not whole of the release that stands and of the sites that are linked. */
  readonly broken: readonly string[]
  /** Landed files that were there and are no longer, or otherwise. */
  readonly lost: readonly string[]
  readonly differences: readonly string[]
  readonly left: readonly string[]
}

/** How many kills fell into each stage, as lines of a table. */
export function tableOfKills(killed: readonly Killed[]): string {
  const stages = Map.groupBy(
    [...killed].sort((a, b) => a.at - b.at),
    ({ stage }) => stage,
  )
  const lines = [...stages].map(([stage, all]) => {
    const count = (of: (one: Killed) => readonly string[]): string =>
      String(all.filter((one) => of(one).length > 0).length)
    const groups = String(all.filter(({ isGroup }) => isGroup).length)
    return [
      stage,
      String(all.length),
      groups,
      count(({ broken }) => broken),
      count(({ lost }) => lost),
      count(({ differences }) => differences),
      count(({ left }) => left),
    ]
  })
  const head = ['stage', 'kills', 'of the group', 'broken', 'lost', 'other facts', 'leftovers']
  return [head, ...lines]
    .map((cells) => cells.map((cell, place) => (place === 0 ? cell.padEnd(16) : cell.padStart(13))).join(''))
    .join('\n')
}
