import { expect, test } from 'vitest'
import { loadSettings } from '../../etl/config/load.ts'
import type { Source } from '../../etl/config/settings.ts'
import { changed, installation } from './installation.ts'

const refusal = async (config: string): Promise<string> =>
  loadSettings(await installation({ 'config.yaml': config })).then(
    () => 'it was accepted',
    (error: Error) => error.message,
  )
const log = (lines: string): string =>
  changed('format: servicenow-log', `format: servicenow-log\n    ${lines}`)
const table = (lines: string): string => changed('    grain: item', `    grain: item\n    ${lines}`)

test.each([
  [
    'two sources of one name',
    changed('name: escalation-log', 'name: incidents'),
    'sources[1].name: there are two sources "incidents"',
  ],
  [
    'two sources of the same files',
    changed('escalations/*.csv', 'incident*.csv'),
    'sources[1].files: "incident*.csv" is already read as sources[0]',
  ],
  [
    'files outside the inbox',
    changed('incident*.csv', '../incident*.csv'),
    'sources[0].files: "../incident*.csv" lies outside inbox/',
  ],
  ['files by an absolute path', changed('incident*.csv', '/srv/incident*.csv'), 'lies outside inbox/'],
  [
    'folders of another system',
    changed('"escalations/*.csv"', "'escalations\\*.csv'"),
    'write folders with "/"',
  ],
  [
    'a table without entity',
    changed('    entity: escalation\n', ''),
    'sources[1].entity: missing: a table has none of its own. Write ticket, escalation or message',
  ],
  ['a table without grain', changed('    grain: item\n', ''), 'sources[1].grain: missing'],
  ['a table without id', changed('      id: "Ref"\n', ''), 'sources[1].columns: id is not mapped'],
  [
    'rows of changes without a time',
    changed('    grain: item', '    grain: event'),
    'sources[1].columns: at is not mapped',
  ],
  [
    'tickets without the time they were opened',
    changed('entity: escalation', 'entity: ticket'),
    'sources[1].columns: opened_at is not mapped',
  ],
  [
    'another grain than the format has',
    log('grain: item'),
    'sources[0].grain: the format "servicenow-log" has a row an event',
  ],
  [
    'an unknown zone of a source',
    log('timezone: Europe/Stokholm'),
    'sources[0].timezone: unknown time zone "Europe/Stokholm". Did you mean "Europe/Stockholm"?',
  ],
  [
    'a status of no meaning',
    changed('Done: resolved', 'Done: finished'),
    'sources[1].values.status.Done: "finished" is no status. Write one of new, in_progress, waiting, resolved, closed, cancelled',
  ],
  [
    'a status slightly misspelt',
    changed('Open: in_progress', 'Open: in progress'),
    'Did you mean "in_progress"?',
  ],
  [
    'values of a column that is not mapped',
    changed('    values:\n', '    values:\n      outcome: { A: accepted }\n'),
    'sources[1].values.outcome: no column is mapped to outcome',
  ],
  [
    'values of a time',
    changed('    values:\n', '    values:\n      received_at: { never: 01/01/2026 00:00 }\n'),
    'sources[1].values.received_at: the words of received_at cannot be mapped. Those of these can: event, status, kind, is_major, route, reason, impact, wanted, outcome, closed_by, satisfaction, owner, team, priority, service,',
  ],
  [
    'values of the tickets’ numbers',
    changed('    values:\n', '    values:\n      id: { A: B }\n'),
    'sources[1].values.id: the words of id cannot be mapped',
  ],
  [
    'values of a message that is no thing of words',
    table('addresses: [a@example.org]')
      .replace('entity: escalation', 'entity: message')
      .replace('    values:\n', '    values:\n      id: { A: B }\n'),
    'Those of these can: is_automatic',
  ],
  [
    'a value without a meaning',
    changed('Done: resolved', 'Done:'),
    'sources[1].values.status.Done: missing. write one word',
  ],
  [
    'a column without a header',
    changed('status: "Status"', 'status:'),
    'sources[1].columns.status: missing. write the header',
  ],
  [
    'a date format as spreadsheets write it',
    changed('%d/%m/%Y %H:%M', 'dd/mm/yyyy'),
    'sources[1].columns.received_at.format: "dd/mm/yyyy" is no date format. Write it as "%d/%m/%Y %H:%M"',
  ],
  ['a year without a leading zero', changed('%H:%M', '%-Y %H:%M'), '%-Y is not known'],
  ['a date format with an unknown letter', changed('%H:%M', '%H:%Q'), '%Q is not known'],
  [
    'a date format for what is no date',
    changed('status: "Status"', 'status: { column: Status, format: iso }'),
    '"status" is no time',
  ],
  [
    'a column of changes on rows of items',
    changed('status: "Status"', 'actor: "Who"'),
    'sources[1].columns.actor: "actor" does not belong to escalation rows of grain item',
  ],
  [
    'an export time without a group',
    table("exported_at: { filename: '\\d+' }"),
    'sources[1].exported_at.filename: has 0 groups',
  ],
  ['an export time with two groups', table("exported_at: { filename: '(\\d+)-(\\d+)' }"), 'has 2 groups'],
  [
    'an export time that is no pattern',
    table("exported_at: { filename: '(' }"),
    'Invalid regular expression',
  ],
  [
    'an export time of another kind',
    table('exported_at: { file: x }'),
    'sources[1].exported_at: write { filename:',
  ],
  [
    'two conditions of escalation',
    log('escalated_when: { team: a, owner: b }'),
    'sources[0].escalated_when: names 2 columns',
  ],
  ['no condition of escalation', log('escalated_when: {}'), 'names 0 columns'],
  [
    'a condition that is no pattern',
    log('escalated_when: { team: "(2nd" }'),
    'sources[0].escalated_when.team: Invalid regular expression',
  ],
  [
    'a time column for rows that have their own',
    log('escalated_when: { team: a, at: When }'),
    'sources[0].escalated_when.at',
  ],
  ['escalations that escalate', table('escalated_when: { team: a }'), 'only tickets escalate'],
  [
    'mail addresses of a table',
    table('addresses: [a@example.org]'),
    'sources[1].addresses: is for messages only',
  ],
])('refuses %s', async (_, config, message) => {
  expect(await refusal(config)).toContain(message)
})

async function source(config: string, index: number): Promise<Source> {
  const found = (await loadSettings(await installation({ 'config.yaml': config }))).sources[index]
  if (!found) throw new Error(`there is no source ${index}`)
  return found
}

test('a source takes over what its format says', async () => {
  expect(await source(log('required: true'), 0)).toMatchObject({
    entity: 'ticket',
    grain: 'event',
    coverage: 'all',
    timezone: 'Europe/London',
    isRequired: true,
    maxAgeDays: null,
    headerRow: 1,
    reading: {
      columns: { status: { alternatives: [['incident_state'], ['state'], ['Incident state']] } },
      required: ['id', 'at', 'status'],
      nulls: ['?'],
    },
    escalatedWhen: null,
    exportedAt: null,
  })
})

test('the configuration adds columns to a format, and puts its own in place of the format’s', async () => {
  const { reading } = await source(log('columns: { service: u_service, team: [site, group] }'), 0)
  expect(reading.columns.service).toEqual({ alternatives: [['u_service']] })
  expect(reading.columns.team).toEqual({ alternatives: [['site', 'group']] })
  expect(reading.columns.id).toEqual({ alternatives: [['number']] })
})

test('a file must have every column that the configuration names', async () => {
  const { reading } = await source(log('columns: { service: u_service }'), 0)
  expect(reading.required).toEqual(['id', 'at', 'status', 'service'])
})

test('the configuration adds meanings to a format, and puts its own in place of the format’s', async () => {
  const { values } = await source(
    log('values: { status: { "-100": waiting, New: in_progress }, priority: { "1 - Critical": 1 } }'),
    0,
  )
  expect(values.status).toMatchObject({ '-100': 'waiting', New: 'in_progress', Closed: 'closed' })
  expect(values.priority).toEqual({ '1 - Critical': '1' })
})

test('a canonical word means itself, and nothing else does', async () => {
  const { values } = await source(
    changed('    values:\n', '    values:\n      reason: { Late: speed }\n').replace(
      'status: "Status"',
      'status: "Status"\n      reason: "Why"\n      route: "Route"',
    ),
    1,
  )
  expect(values.status).toMatchObject({ closed: 'closed', Done: 'resolved' })
  expect(values.status).not.toHaveProperty('Closed')
  expect(values.reason).toMatchObject({ several: 'several', Late: 'speed' })
})

test('a column with a list of words always has a map, other columns only where one is written', async () => {
  const config = changed('status: "Status"', 'status: "Status"\n      route: "Route"').replace(
    / {4}values:\n.*\n/,
    '',
  )
  expect(Object.keys((await source(config, 1)).values)).toEqual(['status', 'route'])
})

test.each([
  ['the day first where a format has no slashes', table('day_first: true'), 1, '%d/%m/%Y %H:%M:%S'],
  ['the month first where a format has no slashes', table('day_first: false'), 1, '%m/%d/%Y %H:%M:%S'],
  ['the month first in place of the day', log('day_first: false'), 0, '%m/%d/%Y %H:%M:%S'],
  ['a format as it is', log('day_first: true'), 0, '%d/%m/%Y %H:%M:%S'],
])('day_first reads %s', async (_, config, index, first) => {
  expect((await source(config, index)).dates[0]).toBe(first)
})

test('a condition of escalation is one column and a pattern', async () => {
  const { escalatedWhen } = await source(log('escalated_when: { team: "(2nd|3rd)$" }'), 0)
  expect(escalatedWhen).toEqual({ column: 'team', pattern: /(2nd|3rd)$/, at: null })
})

test('messages need no grain', async () => {
  const config = changed(
    'entity: escalation\n    grain: item',
    'entity: message\n    addresses: [a@example.org]',
  )
    .replace('id: "Ref"', 'message_id: "Id"')
    .replace('received_at', 'at')
    .replace('      status: "Status"\n', '')
    .replace(/ {4}values:\n.*\n/, '')
  expect(await source(config, 1)).toMatchObject({
    entity: 'message',
    grain: 'event',
    reading: { required: ['message_id', 'at'] },
  })
})
