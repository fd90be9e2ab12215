import { expect, test } from 'vitest'
import { tableOfEscalations, tableOfTickets } from '../../../site/operations/files.ts'
import { tableOfSetAside } from '../../../site/operations/set-aside.ts'
import { csvOf } from '../../../site/tables/csv.ts'
import type { Table } from '../../../site/tables/table.ts'
import { waiting } from '../fixture-operations.ts'
import { escalation } from '../fixture-waiting.ts'

const asOf = '2026-11-20T17:00:00.000Z'
const { waiting: made, setAside } = waiting(asOf)
const london = 'Europe/London'

/** A row by the heads of its columns. */
const rowOf = ({ head, rows }: Table, at: number): Record<string, string | number | null> =>
  Object.fromEntries(
    head.slice(1).map(({ label }, column) => [label, rows[at]?.cells[column]?.value ?? null]),
  )

test('the file of escalations holds every one that is open, what it lacks and since when, by local clocks', () => {
  const table = tableOfEscalations(made.escalations, london)
  expect(table.rows.map(({ label }) => label)).toEqual(made.escalations.map(({ id }) => id))
  expect(rowOf(table, 0)).toMatchObject({
    Tickets: 'INC0300001 REQ0300002',
    'Missing: acknowledgement': 'yes',
    'Due: acknowledgement': '2026-09-04 06:00',
    'Overdue, working minutes: acknowledgement': 37_200,
    'Missing: entry in the log': 'no',
    'Why no owner': 'none was ever named',
    'Needed by': '2026-11-18',
    Owner: 'Nobody',
  })
  expect(rowOf(table, 1)).toMatchObject({
    'Missing: entry in the log': 'yes',
    Owner: null,
    'Answered last, no owner named': 'Kofi Merrow',
  })
})

test('the file of tickets holds the target that each is past', () => {
  expect(rowOf(tableOfTickets(made.tickets, london), 1)).toMatchObject({
    'Level when raised': 'P1',
    'Missed response target': '15 min',
    'Missed resolution target': '1 business day',
    'Part of major incident': 'INC0300000',
  })
})

test('the file of what was set aside holds a row for each record that is listed', () => {
  const table = tableOfSetAside(setAside)
  expect(table.rows).toHaveLength(6)
  expect(rowOf(table, 3)).toEqual({
    Source: 'incidents',
    Record: 900,
    Why: 'A date that cannot be read',
    Column: 'resolved_at',
  })
})

test('nothing that a source wrote runs in a spreadsheet', () => {
  const hostile = escalation(asOf, '=1+1', 5, { owner: '@SUM(A1)', team: '-2', service: '"\t=cmd' })
  const text = csvOf(tableOfEscalations([hostile], london))
  expect(text).toContain(`"'=1+1"`)
  expect(text).toContain(`"'@SUM(A1)"`)
  expect(text).not.toMatch(/(^\ufeff?|,)"?[=@-]/m)
})
