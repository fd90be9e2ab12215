import { businessMinutes, type Stretch } from './calendar.ts'
import { dayAfter, dayOf, midnightOf } from './clock.ts'
import type { Counted, Share } from './observations.ts'
import { inside } from './stretches.ts'
import type { World } from './world.ts'

/** How much of each local day's open business time lies soon enough after word to the requester. */
export function heardOf({ calendars }: World, item: Counted): Share[] {
  const { silence, receivedAt, endAt } = item
  if (!silence) return []
  const shares: Share[] = []
  for (let day = dayOf(receivedAt); day <= dayOf(endAt); day = dayAfter(day)) {
    const today: Stretch = [midnightOf(day), midnightOf(dayAfter(day))]
    const minutesOf = (stretches: readonly Stretch[]): number =>
      inside(today, stretches).reduce((sum, [from, to]) => sum + businessMinutes(calendars.main, from, to), 0)
    const weight = minutesOf(silence.open)
    const hits = minutesOf(silence.heard)
    if (weight > 0) shares.push({ measure: 'updated', id: 'heard', item, day, hits, weight, settledAt: null })
  }
  return shares
}
