import { describe, expect, test } from 'vitest'
import { incidentLogHeader } from '../../../data/sample/generator/incident-log.ts'
import { clockChanges } from '../../../data/sample/generator/stories.ts'
import { sample, textOf, ticketsOf } from './sample.ts'

type Column =
  | 'number'
  | 'incident_state'
  | 'reopen_count'
  | 'sys_mod_count'
  | 'opened_at'
  | 'sys_created_at'
  | 'sys_updated_at'
  | 'assignment_group'
  | 'assigned_to'
  | 'resolved_at'
type LogRow = Record<Column, string>

const rows = textOf(sample, 'incident-log').trimEnd().split('\n').slice(1).map(rowOf)
const tickets = ticketsOf(sample)

function rowOf(line: string): LogRow {
  const quoted = /(?:^|,)("(?:[^"]|"")*"|[^,]*)/g
  const cells = line.includes('"') ? [...line.matchAll(quoted)].map(([, cell]) => cell) : line.split(',')
  return Object.fromEntries(incidentLogHeader.map((name, i) => [name, cells[i] ?? ''])) as LogRow
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})
const planted = clockChanges.map(({ wall, instant }) => [instant.replace('Z', ':00Z'), wall] as const)

function partsOf(iso: string): Record<'day' | 'month' | 'year' | 'hour' | 'minute', string> {
  const parts = london.formatToParts(Date.parse(iso)).map(({ type, value }) => [type, value])
  return Object.fromEntries(parts)
}

/** `2025-10-26T01:30:00Z` as the log writes it, by the platform's own zone data. */
function written(iso: unknown): string {
  if (typeof iso !== 'string') return '?'
  const parts = partsOf(iso)
  const wall = new Map(planted).get(iso)
  const clock = wall?.slice(11) ?? `${parts.hour}:${parts.minute}`
  return `${Number(parts.day)}/${Number(parts.month)}/${parts.year} ${clock}`
}

describe('the incident log, read again by slow and plain rules', () => {
  const byNumber = Map.groupBy(rows, (row) => row.number)

  test('holds each ticket of the truth, with as many rows', () => {
    expect([...byNumber.keys()]).toEqual(tickets.map(({ id }) => id))
    expect([...byNumber.values()].map((each) => each.length)).toEqual(tickets.map((ticket) => ticket.rows))
  })

  test('says when each ticket was opened, acknowledged, first owned and resolved, as the truth does', () => {
    const wrong = tickets.filter((ticket) => {
      const each = byNumber.get(String(ticket.id)) ?? []
      const acknowledged = each.find((row) => row.incident_state !== 'New')?.sys_updated_at ?? '?'
      const owned = each.find((row) => row.assigned_to !== '?')?.sys_updated_at ?? '?'
      const open = each.findLastIndex(
        (row) => row.incident_state !== 'Resolved' && row.incident_state !== 'Closed',
      )
      const resolved = each[open + 1]?.sys_updated_at ?? '?'
      return (
        each[0]?.opened_at !== written(ticket.opened_at) ||
        acknowledged !== written(ticket.acknowledged_at) ||
        owned !== written(ticket.first_owned_at) ||
        resolved !== written(ticket.resolved_at)
      )
    })
    expect(wrong).toEqual([])
  })

  test('says who owns each ticket now, in which team and state, as the truth does', () => {
    const wrong = tickets.filter((ticket) => {
      const last = byNumber.get(String(ticket.id))?.at(-1)
      return (
        last?.incident_state !== ticket.status ||
        last?.assigned_to !== (ticket.owner ?? '?') ||
        last?.assignment_group !== ticket.team
      )
    })
    expect(wrong).toEqual([])
  })

  test('writes the final times on every row of a ticket, as the real log does', () => {
    const changing = [...byNumber.values()].filter(
      (each) => new Set(each.map((row) => row.resolved_at)).size > 1,
    )
    expect(changing).toEqual([])
  })

  test('counts changes upwards within a ticket', () => {
    const wrong = rows.filter((row, i) => {
      const before = rows[i - 1]
      return before?.number === row.number && Number(before?.sys_mod_count) >= Number(row.sys_mod_count)
    })
    expect(wrong).toEqual([])
  })

  test('has the odd things that real logs have', () => {
    const early = tickets.filter((ticket) => String(ticket.opened_at) < String(ticket.first_row_at))
    const direct = [...byNumber.values()].filter((each) => {
      const left = each.find((row) => row.incident_state !== 'New')
      return left?.incident_state === 'Resolved'
    })
    expect(early.length).toBeGreaterThan(1000)
    expect(direct.length).toBeGreaterThan(1000)
    expect(rows.filter((row) => row.sys_created_at === '?').length).toBeGreaterThan(50_000)
    expect(new Set(rows.map((row) => row.reopen_count)).size).toBeGreaterThan(2)
    expect(tickets.filter((ticket) => ticket.acknowledged_at === null).length).toBeGreaterThan(20)
  })

  test('has no time in the hours that the clock skips or repeats but the two that were planted', () => {
    const odd =
      /^(31\/3\/2024|30\/3\/2025|29\/3\/2026|29\/10\/2023|27\/10\/2024|26\/10\/2025|25\/10\/2026) 01:/
    const found = rows.filter((row) => odd.test(row.opened_at) || odd.test(row.sys_updated_at))
    expect(new Set(found.map((row) => row.number))).toEqual(
      new Set(sample.truth.clock_changes.map(({ ticket }) => ticket)),
    )
  })
})
