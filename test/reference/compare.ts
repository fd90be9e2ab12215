import type { Night } from '../support/installation.ts'
import type { Escalation } from './escalation.ts'
import type { Facts } from './facts.ts'
import { minutesTo } from './item.ts'
import type { Ticket } from './ticket.ts'
import type { Item } from './told.ts'
import type { World } from './world.ts'

/** A row of facts, by column; times in milliseconds. */
export type Told = Readonly<Record<string, unknown>>

/** The same with what it is of. */
export type Row = readonly [name: string, told: Told]

const flags = ['first_seen_under_way', 'date_only'] as const

function itemRow(world: World, item: Item): Told {
  const [acknowledge, acknowledgeBusiness] = minutesTo(world, item, item.acknowledged)
  const [resolve, resolveBusiness] = minutesTo(world, item, item.resolved)
  return {
    received_at: item.receivedAt,
    acknowledged_at: item.acknowledged?.at ?? null,
    acknowledged_basis: item.acknowledged?.basis ?? null,
    acknowledge_minutes: acknowledge,
    acknowledge_business_minutes: acknowledgeBusiness,
    first_owned_at: item.firstOwned?.at ?? null,
    resolved_at: item.resolved?.at ?? null,
    resolve_minutes: resolve,
    resolve_business_minutes: resolveBusiness,
    closed_at: item.closedAt,
    status: item.status,
    is_open: item.isOpen,
    known_until: item.knownUntil,
    owner: item.owner,
    team: item.team,
    service: item.service,
    priority: item.priority,
    reopen_count: item.reopenCount,
    handoff_count: item.handoffCount,
    is_always_owned: item.owned.isAlways,
    unowned_minutes: item.owned.unownedMinutes,
    longest_silence_minutes: item.silence?.longestMinutes ?? null,
    silence_now_minutes: item.silence?.nowMinutes ?? null,
    first_seen_under_way: item.isUnderWay,
    date_only: item.isDateOnly,
  }
}

const ticketRow = (world: World, ticket: Ticket): Told => ({
  ...itemRow(world, ticket),
  first_resolved_at: ticket.firstResolvedAt,
  level: ticket.level,
  ...Object.fromEntries(ticket.attainment.flatMap(({ measure, state, dueAt }) => [[measure, state], [`${measure}_due_at`, dueAt]])),
}) // biome-ignore format: a row

const escalationRow = (world: World, escalation: Escalation): Told => ({
  ...itemRow(world, escalation),
  investigated_at: escalation.investigated?.at ?? null,
  investigated_basis: escalation.investigated?.basis ?? null,
  outcome: escalation.outcome,
  ticket_id: escalation.tickets[0] ?? null,
  ticket_match: escalation.match,
  repeat_of: escalation.repeatOf,
  traces: escalation.traces.map(({ source, id }) => `${source}:${id}`).sort().join(' '),
  tickets: [...escalation.tickets].sort().join(' '),
}) // biome-ignore format: a row

/** The rows that the reference expects, by item. */
export const expectedRows = (world: World, { tickets, escalations }: Facts): Map<string, Told> =>
  new Map<string, Told>([
    ...tickets.map((ticket) => [`ticket ${ticket.id}`, ticketRow(world, ticket)] as const),
    ...escalations.map((one) => [`escalation ${one.id}`, escalationRow(world, one)] as const),
  ])

const shared = [
  ...['acknowledge_minutes', 'acknowledge_business_minutes', 'resolve_minutes', 'resolve_business_minutes'],
  ...['acknowledged_basis', 'status', 'is_open', 'owner', 'team', 'service', 'priority', 'reopen_count'],
  ...[
    'handoff_count',
    'is_always_owned',
    'unowned_minutes',
    'longest_silence_minutes',
    'silence_now_minutes',
  ],
]
const times = ['acknowledged_at', 'first_owned_at', 'resolved_at', 'closed_at', 'known_until']
const shown = [
  ...shared,
  ...times.map((column) => `epoch_ms(${column})::double as ${column}`),
  ...flags.map((flag) => `coalesce(list_contains(flags, '${flag}'), false) as ${flag}`),
].join(', ')

const ticketSql = `
  with attained as (
    select ticket_id, max(level) as level,
      max(state) filter (measure = 'response') as response, max(state) filter (measure = 'resolution') as resolution,
      epoch_ms(max(due_at) filter (measure = 'response'))::double as response_due_at,
      epoch_ms(max(due_at) filter (measure = 'resolution'))::double as resolution_due_at
    from fct_attainment group by ticket_id
  )
  select 'ticket ' || ticket_id as item, ${shown}, epoch_ms(opened_at)::double as received_at,
    epoch_ms(first_resolved_at)::double as first_resolved_at, attained.* exclude (ticket_id)
  from fct_tickets left join attained using (ticket_id)`

const escalationSql = `
  with left_traces as (
    select escalation_id, string_agg(source || ':' || trace_id, ' ' order by source || ':' || trace_id) as traces
    from fct_escalation_traces group by escalation_id
  ),
  named as (
    select escalation_id, string_agg(ticket_id, ' ' order by ticket_id) as tickets from fct_escalation_tickets group by escalation_id
  )
  select 'escalation ' || escalation_id as item, ${shown}, epoch_ms(received_at)::double as received_at,
    epoch_ms(investigated_at)::double as investigated_at, investigated_basis, outcome, ticket_id, ticket_match, repeat_of,
    traces, coalesce(tickets, '') as tickets
  from fct_escalations left join left_traces using (escalation_id) left join named using (escalation_id)`

/** The rows of the warehouse, by item. */
export async function foundRows({ query }: Pick<Night, 'query'>): Promise<Map<string, Told>> {
  const rows = [...(await query(ticketSql)), ...(await query(escalationSql))]
  return new Map(rows.map(({ item, ...told }) => [String(item), told]))
}

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-6 : a === b

const readable = (column: string, value: unknown): string =>
  typeof value === 'number' && /_at$|_until$/.test(column) ? new Date(value).toISOString() : String(value)

/** In what two tellings differ, one line a field. */
export function differences(
  seed: number,
  expected: ReadonlyMap<string, Told>,
  found: ReadonlyMap<string, Told>,
): string[] {
  const lines: string[] = []
  for (const item of new Set([...expected.keys(), ...found.keys()])) {
    const [wanted, told] = [expected.get(item), found.get(item)]
    if (!wanted || !told) lines.push(`seed ${seed}, ${item}: only in the ${told ? 'warehouse' : 'reference'}`)
    else {
      for (const [column, value] of Object.entries(wanted)) {
        const other = told[column] ?? null
        if (!isSame(other, value)) lines.push(`seed ${seed}, ${item}, ${column}: reference ${readable(column, value)}, warehouse ${readable(column, other)}`) // biome-ignore format: a line
      }
    }
  }
  return lines
}
