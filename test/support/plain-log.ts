import { readFileSync } from 'node:fs'

/**
 * A slow, plain recomputation of an incident log as of a time: arrays and loops, written from the definitions alone.
 * It shares no code with the warehouse.
 */
export interface PlainTicket {
  readonly id: string
  readonly opened: number
  acknowledged: number | null
  owned: number | null
  resolved: number | null
  open: boolean
  owner: string | null
}

interface LogRow {
  readonly at: number
  readonly order: number
  readonly line: number
  readonly state: string
  readonly owner: string | null
}

const known = new Map<string, number>()

/** `d/m/yyyy HH:MM` of London as milliseconds; a time that the clock change skips or repeats is the later. */
function london(text: string): number {
  const standing = known.get(text)
  if (standing !== undefined) return standing
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text)?.map(Number) ?? []
  const at = Temporal.PlainDateTime.from({ year, month, day, hour, minute } as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute',
    number
  >).toZonedDateTime('Europe/London', { disambiguation: 'later' }).epochMilliseconds
  known.set(text, at)
  return at
}

export interface PlainLog {
  readonly rows: ReadonlyMap<string, readonly LogRow[]>
  readonly opened: ReadonlyMap<string, number>
}

/** Reads the log; the two rows of a state that no one has mapped are left out, as the nightly sets them aside. */
export function readPlainLog(path: string): PlainLog {
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const names = header.trim().split(',')
  const place = (name: string) => names.indexOf(name)
  const [number, state, mod, opened, updated, owner] = [
    'number',
    'incident_state',
    'sys_mod_count',
    'opened_at',
    'sys_updated_at',
    'assigned_to',
  ].map(place) as [number, number, number, number, number, number]
  const rows = new Map<string, LogRow[]>()
  const firstOpened = new Map<string, { row: LogRow; opened: number }>()
  lines.forEach((line, index) => {
    const cells = line.trim().split(',')
    const id = cells[number]
    if (!id || cells[state] === '-100') return
    const row = {
      at: london(cells[updated] ?? ''),
      order: Number(cells[mod]),
      line: index,
      state: cells[state] ?? '',
      owner: cells[owner] === '?' ? null : (cells[owner] ?? null),
    }
    const list = rows.get(id)
    if (list) list.push(row)
    else rows.set(id, [row])
    const first = firstOpened.get(id)
    if (!first || row.at < first.row.at) firstOpened.set(id, { row, opened: london(cells[opened] ?? '') })
  })
  for (const list of rows.values()) list.sort((a, b) => a.at - b.at || a.order - b.order || a.line - b.line)
  return { rows, opened: new Map([...firstOpened].map(([id, { opened: at }]) => [id, at])) }
}

const isResolved = (state: string): boolean => state === 'Resolved' || state === 'Closed'

/** Every ticket that exists as of a time, as it was known then. */
export function plainTickets({ rows, opened }: PlainLog, asOf: number): PlainTicket[] {
  const tickets: PlainTicket[] = []
  for (const [id, all] of rows) {
    const seen = all.filter(({ at }) => at <= asOf)
    const openedAt = opened.get(id) ?? Number.NaN
    if (openedAt > asOf && seen.length === 0) continue
    const ticket: PlainTicket = {
      id,
      opened: openedAt,
      acknowledged: null,
      owned: null,
      resolved: null,
      open: true,
      owner: null,
    }
    for (const { at, state, owner } of seen) {
      if (state !== 'New') ticket.acknowledged ??= at
      if (owner !== null) ticket.owned ??= at
      if (isResolved(state)) ticket.resolved ??= at
      else ticket.resolved = null
      ticket.open = !isResolved(state)
      ticket.owner = owner
    }
    tickets.push(ticket)
  }
  return tickets.filter((ticket) => ticket.opened <= asOf)
}

/** The time by which a share of `q` is done, counting those that still wait; null where that never comes. */
export function plainQuantile(
  observations: readonly { minutes: number; done: boolean }[],
  q: number,
): number | null {
  const sorted = [...observations].sort((a, b) => a.minutes - b.minutes || Number(b.done) - Number(a.done))
  let survival = 1
  let index = 0
  while (index < sorted.length) {
    const minutes = sorted[index]?.minutes ?? 0
    let next = index
    let done = 0
    while (next < sorted.length && sorted[next]?.minutes === minutes) {
      if (sorted[next]?.done) done++
      next++
    }
    survival *= 1 - done / (sorted.length - index)
    if (survival <= 1 - q + 1e-12) return minutes
    index = next
  }
  return null
}
