import type { Row } from './compare.ts'
import type { Facts } from './facts.ts'
import { type ItemKind, nameOf } from './figures.ts'
import type { World } from './world.ts'

const measuresOf: Readonly<Record<ItemKind, readonly string[]>> = {
  ticket: ['acknowledged', 'first-owned', 'resolved', 'owned', 'updated', 'effort', 'satisfaction', 'service-levels', 'escalation-rate'],
  escalation: ['acknowledged', 'first-owned', 'resolved', 'owned', 'updated', 'effort', 'satisfaction', 'investigated', 'before-target', 'ticket-quoted', 'right-route', 'escalation-rate'],
} // biome-ignore format: a table

/** How many items there are, are left out, or are flagged. */
export function countRows(world: World, facts: Facts): Row[] {
  const isTold = (measure: string, kind: ItemKind): boolean => {
    if (measure === 'before-target') return world.desk.length > 0
    if (measure === 'right-route') return world.desk.length + world.forms.length > 0
    // of escalations it observes how long after their tickets they came
    if (measure === 'escalation-rate' && kind === 'escalation' && world.log.length === 0) return false
    if (measure === 'escalation-rate') return world.hasFlag || world.desk.length + world.forms.length > 0
    if (!['updated', 'satisfaction'].includes(measure) || kind === 'ticket') return true
    return world.desk.length > 0 || (world.hasFlag && world.log.length > 0)
  }
  return (['ticket', 'escalation'] as const).flatMap((kind) => {
    const items = kind === 'ticket' ? facts.tickets : facts.escalations
    const counted = items.filter(({ isLeftOut }) => !isLeftOut)
    const counts = { items: counted.length, left_out: items.length - counted.length, first_seen_under_way: counted.filter(({ isUnderWay }) => isUnderWay).length, date_only: counted.filter(({ isDateOnly }) => isDateOnly).length } // biome-ignore format: a row
    return measuresOf[kind]
      .filter((measure) => isTold(measure, kind))
      .flatMap((measure) =>
        Object.entries(counts).flatMap(([id, value]): Row[] =>
          items.length === 0 || value === 0
            ? []
            : [[`figure ${nameOf(measure, id, kind, 'all')}`, { value }]],
        ),
      )
  })
}

/** How many escalations are about no ticket that is known. */
export function unmatchedRow({ escalations }: Facts): Row[] {
  const unmatched = escalations.filter(({ isLeftOut, match }) => !isLeftOut && match !== 'matched').length
  return unmatched === 0 ? [] : [[`figure ${nameOf('escalation-rate', 'unmatched', 'escalation', 'all')}`, { value: unmatched }]] // biome-ignore format: a row
}
