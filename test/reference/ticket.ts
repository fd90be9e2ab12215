import { type Attainment, attainmentOf } from './attainment.ts'
import type { Trace } from './happening.ts'
import { type Item, itemOf, type Telling } from './told.ts'
import type { StateRow, World } from './world.ts'

export interface Ticket extends Item {
  readonly level: string | null
  readonly attainment: readonly Attainment[]
}

/** A ticket as the log tells it. */
export interface Logged {
  readonly trace: Trace
  readonly rows: readonly StateRow[]
}

/** The tickets of a log. */
export function ticketsOf(world: World, logged: readonly Logged[], telling: Telling): Ticket[] {
  const begun = logged.filter(({ trace }) => trace.happenings.length > 0)
  const majors = new Set(begun.flatMap(({ trace, rows }) => (rows[0]?.isMajor ? [trace.id] : [])))
  return logged.map(({ trace, rows }): Ticket => {
    const item = itemOf(world, trace, ['log'], telling)
    const first = trace.happenings.length > 0 ? rows[0] : undefined
    const level = first?.priority || null
    return {
      ...item,
      kind: 'ticket',
      isLeftOut: item.status === 'cancelled',
      priority: trace.describes.priority,
      service: trace.describes.service,
      satisfaction: trace.describes.satisfaction,
      level,
      attainment: (['response', 'resolution'] as const).map((measure) =>
        attainmentOf(world, item, level, measure),
      ),
      isMajorChild: majors.has(first?.parent ?? ''),
    }
  })
}
