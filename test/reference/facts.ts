import { type Escalation, escalationOf } from './escalation.ts'
import { flaggedOf } from './flagged.ts'
import { formOf } from './forms.ts'
import { rowsOf, traceOf } from './log.ts'
import { smallTeamsOf } from './teams.ts'
import { type Ticket, ticketsOf } from './ticket.ts'
import { tellingOf } from './told.ts'
import { joined } from './traces.ts'
import type { World } from './world.ts'

export interface Facts {
  readonly tickets: readonly Ticket[]
  readonly escalations: readonly Escalation[]
  readonly smallTeams: ReadonlySet<string>
}

/** All facts of a world, read from its rows. */
export function readFacts(world: World): Facts {
  const log = [...rowsOf(world.log).values()]
  const logged = log.flatMap((rows) => {
    const trace = traceOf(world, 'log', rows)
    return trace ? [{ trace, rows }] : []
  })
  const traces = [
    ...[...rowsOf(world.desk).values()].flatMap((rows) => traceOf(world, 'desk', rows) ?? []),
    ...world.forms.flatMap((row) => formOf(world, row) ?? []),
    ...log.flatMap((rows) => flaggedOf(world, rows)),
  ]
  const telling = tellingOf([...traces, ...logged.map(({ trace }) => trace)])
  const tickets = ticketsOf(world, logged, telling)
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]))
  const escalations = joined(traces).map((one) => escalationOf(world, one, known, telling))
  return { tickets, escalations, smallTeams: smallTeamsOf(world, [...tickets, ...escalations]) }
}
