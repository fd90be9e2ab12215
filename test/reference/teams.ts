import { days } from './reopened.ts'
import type { Item } from './told.ts'
import type { World } from './world.ts'

/** Teams of whose items fewer than five people owned any in the last 91 days, though some ever did. */
export function smallTeamsOf({ asOf }: World, items: readonly Item[]): ReadonlySet<string> {
  const small = new Set<string>()
  for (const team of new Set(items.flatMap((item) => item.team ?? []))) {
    const held = items.filter((item) => item.team === team).flatMap(({ owners }) => owners)
    const people = new Set(held.filter(({ to }) => to > asOf - days(91)).map(({ value }) => value))
    if (held.length > 0 && people.size < 5) small.add(team)
  }
  return small
}
