import type { Described, Trace } from './happening.ts'
import { investigatedOf } from './promises.ts'
import type { Ticket } from './ticket.ts'
import { type Item, itemOf, type Telling } from './told.ts'
import { believed, happeningsOf, type Joined, ticketsNamedBy } from './traces.ts'
import type { World } from './world.ts'

export interface Escalation extends Item {
  readonly investigated: ReturnType<typeof investigatedOf>
  readonly outcome: string
  readonly reason: string | null
  readonly route: string | null
  readonly tickets: readonly string[]
  readonly match: 'matched' | 'unmatched' | 'missing'
  readonly repeatOf: string | null
  readonly traces: readonly Trace[]
}

/** An escalation by its traces; what none of them states is its first ticket's. */
export function escalationOf(
  world: World,
  joined: Joined,
  tickets: ReadonlyMap<string, Ticket>,
  telling: Telling,
): Escalation {
  const { id, traces, repeatOf } = joined
  const [first] = traces
  if (!first) throw new Error('an escalation without a trace')
  const { receivedAt, isTimed } = first
  const told = { id, receivedAt, isTimed, happenings: happeningsOf(joined) }
  const item = itemOf(world, told, traces.map(({ source }) => source), telling) // biome-ignore format: a line
  const says = (column: Described): string | null =>
    believed(traces, ({ describes }) => describes[column] !== null)?.describes[column] ?? null
  const outcome = says('outcome') ?? (item.status === 'cancelled' ? 'withdrawn' : 'unknown')
  const named = ticketsNamedBy(joined)
  const ticket = tickets.get(named[0] ?? '')
  const isMatched = named.some((one) => tickets.has(one))
  return {
    ...item,
    isDateOnly: item.isDateOnly || traces.some(({ hasDays }) => hasDays),
    kind: 'escalation',
    isLeftOut: outcome === 'withdrawn' || outcome === 'duplicate',
    team: item.team ?? ticket?.team ?? null,
    priority: says('priority') ?? ticket?.priority ?? null,
    service: says('service') ?? ticket?.service ?? null,
    investigated: investigatedOf(item, telling.actors),
    outcome,
    reason: says('reason'),
    route: says('route'),
    satisfaction: says('satisfaction'),
    isMajorChild: ticket?.isMajorChild ?? false,
    tickets: named,
    match: named.length === 0 ? 'missing' : isMatched ? 'matched' : 'unmatched',
    repeatOf,
    traces,
  }
}
