import { expect, test } from 'vitest'
import { locate, mapValue } from '../../data/shared/reading.ts'
import type { Format } from '../../etl/formats/format.ts'
import { loadFormats } from '../../etl/formats/index.ts'

const formats = await loadFormats()
const format = (name: string): Format => {
  const found = formats.get(name)
  if (!found) throw new Error(`there is no format ${name}`)
  return found
}

const reading = ({ columns, required, nulls }: Format) => ({
  columns: Object.fromEntries(
    Object.entries(columns).map(([column, headers]) => [
      column,
      { alternatives: headers.map((header) => [header]) },
    ]),
  ),
  required,
  nulls,
})

test.each([
  [
    'by field names',
    ['number', 'incident_state', 'sys_updated_at', 'sys_mod_count', 'assigned_to', 'opened_at'],
  ],
  ['by labels', ['Number', 'Incident state', 'Updated', 'Updates', 'Assigned to', 'Opened']],
  [
    'with BOM and blanks',
    ['\uFEFFNumber', ' INCIDENT  STATE ', 'updated', 'Updates', 'Assigned to', 'Opened'],
  ],
])('a ServiceNow log is read %s', (_, header) => {
  const { positions, missing } = locate(header, reading(format('servicenow-log')))
  expect(missing).toEqual([])
  expect(positions).toMatchObject({ id: [0], status: [1], at: [2], order: [3], owner: [4], opened_at: [5] })
})

test('a ServiceNow log never takes the final times that stand on every row', () => {
  const header = ['number', 'state', 'sys_updated_on', 'resolved_at', 'closed_at', 'resolved_by', 'closed_by']
  expect(locate(header, reading(format('servicenow-log'))).unused).toEqual([
    'resolved_at',
    'closed_at',
    'resolved_by',
    'closed_by',
  ])
})

test.each([
  ['New', 'new'],
  ['Active', 'in_progress'],
  ['Awaiting Vendor', 'waiting'],
  ['On Hold', 'waiting'],
  ['Canceled', 'cancelled'],
  ['Cancelled', 'cancelled'],
  ['6', 'resolved'],
  ['7', 'closed'],
  ['-100', undefined],
  ['new ', undefined],
])('the ServiceNow state "%s" means %s', (state, status) => {
  expect(mapValue(format('servicenow-log').values.status ?? {}, state)).toBe(status)
})

test.each([
  ['New', 'new'],
  ['Closed Complete', 'closed'],
  ['6', 'resolved'],
  ['8', 'cancelled'],
  // On Hold for incidents, Closed Complete for requests
  ['3', undefined],
  ['Open', undefined],
  ['Pending', undefined],
])('in a ServiceNow list "%s" means %s', (state, status) => {
  expect(mapValue(format('servicenow').values.status ?? {}, state)).toBe(status)
})

test.each([
  ['To Do', 'new'],
  ['Waiting for customer', 'waiting'],
  // the first state of a request, and the one it comes back to once the customer has answered
  ['Waiting for support', undefined],
  ['Declined', undefined],
])('in Jira "%s" means %s', (state, status) => {
  expect(mapValue(format('jira').values.status ?? {}, state)).toBe(status)
})

test.each([
  ['Processing (planned)', 'in_progress'],
  ['En cours (Attribué)', 'in_progress'],
  ['En cours (attribué)', 'in_progress'],
  ['Clos', 'closed'],
  ['Approval', undefined],
])('in GLPI "%s" means %s', (state, status) => {
  expect(mapValue(format('glpi').values.status ?? {}, state)).toBe(status)
})

test('a Jira export is not asked for the time that remains, nor for the internal number of a parent', () => {
  const header = [
    'Summary',
    'Issue key',
    'Status',
    'Created',
    'Custom field (Time to first response)',
    'Parent',
  ]
  expect(locate(header, reading(format('jira'))).unused).toEqual(header.slice(4))
})

test('a GLPI export is not asked for the delay before a ticket was taken into account', () => {
  const header = ['ID', 'Title', 'Status', 'Opening date', 'Take into account time', 'Time to own']
  expect(locate(header, reading(format('glpi'))).unused).toEqual(header.slice(4))
})
