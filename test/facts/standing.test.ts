import { expect, test } from 'vitest'
import { configOf, csv } from '../support/config.ts'
import { installation, put } from '../support/installation.ts'
import { holdSameAsAnew, patience, sameAsAnew, standingSource } from './standing.ts'

holdSameAsAnew(1)

test('what a file said of a time to come is told once it has come, whatever the column', {
  timeout: patience,
}, async () => {
  const times = ['opened', 'logged', 'updated', 'acknowledged', 'answered', 'done_first', 'done', 'closed']
  const columns = (begun: string, ...more: string[]): string =>
    [
      `id: id, ${begun}: opened, updated_at: updated, acknowledged_at: acknowledged, first_response_at: answered`,
      'resolved_at: done, closed_at: closed, status: status',
      ...more,
    ].join(', ')
  const sources = [
    standingSource('tickets', 'ticket', 'since', columns('opened_at', 'first_resolved_at: done_first')),
    standingSource('escalations', 'escalation', 'since', columns('received_at', 'logged_at: logged')),
  ]
  const [before, coming] = ['2026-03-04T09:00', '2026-03-05T09:00']
  const status = (column: string): string =>
    column === 'closed' ? 'closed' : column.startsWith('done') ? 'resolved' : 'in_progress'
  const rows = (kind: string) =>
    times.map((column) =>
      [
        `${kind}-${column}`,
        ...times.map((other) => (other === column ? coming : other === 'opened' ? before : '')),
        status(column),
      ].join(),
    )
  const file = (name: string, at: number, ...lines: string[]) => ({
    [`inbox/${name}.csv`]: {
      content: csv(['id', ...times, 'status'].join(), ...lines),
      at: new Date(at).toISOString(),
    },
  })
  const dir = await installation({
    config: configOf(sources.join('')),
    files: { '.key': 'ab'.repeat(32) },
  })
  const [first, second] = [Date.UTC(2026, 2, 4, 20), Date.UTC(2026, 2, 5, 20)]
  await put(dir, { ...file('tickets-1', first, ...rows('T')), ...file('escalations-1', first, ...rows('E')) })
  expect(await sameAsAnew(dir, first)).toBeNull()
  await put(dir, file('tickets-2', second, `T-other,${before},,,,,,,,new`))
  expect(await sameAsAnew(dir, second)).toBe(2 * times.length)
})
