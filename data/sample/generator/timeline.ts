import { type Minute, settle } from './london.ts'
import { atWork, SYSTEM } from './people.ts'
import type { Random } from './random.ts'
import { lastRow, type Row } from './ticket.ts'

/** The rows of one ticket while they are being written, in order of time. */
export interface Timeline {
  rows: Row[]
  now(): Row
  /** Writes what holds from a time on; what is not said stays as it was. */
  add(at: Minute, change: Partial<Omit<Row, 'at' | 'modCount'>>): void
}

/** Starts a ticket's rows with its first. */
export function timelineOf(random: Random, first: Row): Timeline {
  const rows = [first]
  const now = () => lastRow(rows)
  return {
    rows,
    now,
    add: (at, change) => {
      const before = now()
      const modCount = before.modCount + (random.chance(0.07) ? 2 : 1)
      const owner = change.owner === undefined ? before.owner : change.owner
      rows.push({
        ...before,
        updatedBy: owner ?? SYSTEM,
        ...change,
        at: Math.max(before.at, settle(at)),
        modCount,
      })
    },
  }
}

/** Someone of a team who is at work and has not just had the ticket, by their usual share of the work. */
export function someoneOf(
  random: Random,
  team: string,
  at: Minute,
  notThisOne: string | null = null,
): string {
  const there = atWork(team, at)
  const others = there.filter(({ name }) => name !== notThisOne)
  return random.weighted(others.length > 0 ? others : there, ({ load }) => load ** 1.5).name
}
