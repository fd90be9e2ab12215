/** How well tickets were grouped, as averages over the members of groups of `fewest` and more. */
export interface Score {
  /** Of the tickets that were put into one group with a ticket, the share that is of its issue. */
  readonly precision: number
  /** Of the tickets of a ticket's issue, the share that was put into one group with it. */
  readonly recall: number
  /** Pairs of near misses that some group holds both of, at least a fifth of each. */
  readonly merged: number
}

const fewest = 3
const muchOf = 0.2

const countsOf = <T>(items: readonly T[]): Map<T, number> =>
  new Map([...Map.groupBy(items, (item) => item)].map(([item, { length }]) => [item, length]))

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/**
 * B-cubed precision and recall (Bagga and Baldwin 1998): `issues[i]` is the true issue of ticket i, `groups[i]` where it
 * was put. Precision is over the members of groups, recall over those of issues, of three and more.
 */
export function scoreOf(
  issues: readonly string[],
  groups: readonly (string | number)[],
  nearMisses: readonly (readonly [string, string])[],
): Score {
  const both = issues.map((issue, ticket) => `${groups[ticket]} ${issue}`)
  const [sizeOfIssue, sizeOfGroup, sizeOfBoth] = [countsOf(issues), countsOf(groups), countsOf(both)]
  const shared = both.map((key) => sizeOfBoth.get(key) as number)
  const ofMembers = (
    keys: readonly (string | number)[],
    sizes: ReadonlyMap<string | number, number>,
  ): number =>
    mean(
      keys.flatMap((key, ticket) => {
        const size = sizes.get(key) as number
        return size >= fewest ? [(shared[ticket] as number) / size] : []
      }),
    )
  const isMuchOf = (group: string | number, issue: string): boolean =>
    (sizeOfBoth.get(`${group} ${issue}`) ?? 0) >=
    muchOf * (sizeOfIssue.get(issue) ?? Number.POSITIVE_INFINITY)
  const merged = nearMisses.filter(([one, other]) =>
    [...sizeOfGroup.keys()].some((group) => isMuchOf(group, one) && isMuchOf(group, other)),
  )
  return {
    precision: ofMembers(groups, sizeOfGroup),
    recall: ofMembers(issues, sizeOfIssue),
    merged: merged.length,
  }
}
