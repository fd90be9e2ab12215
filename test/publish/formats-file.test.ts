import { expect, test } from 'vitest'
import { formatsFile } from '../../data/contract.ts'
import { loadFormats, loadHints } from '../../etl/formats/index.ts'
import { formatsFileOf } from '../../etl/publish/formats-file.ts'
import { configOf } from '../support/config.ts'
import { settingsOf } from '../support/memory.ts'

const sources = String.raw`
- name: incidents
  files: "incidents*.csv"
  format: servicenow-log
  day_first: false
  null_values: ["-"]
  exported_at: { filename: '(\d{4}-\d{2}-\d{2})' }
  escalated_when: { assignment_group: "2nd" }
  columns: { opened_at: { column: raised, format: iso } }
  values: { status: { "Parked*": waiting }, owner: { "jane canary": "Jane" }, team: { X: Y } }
- name: list
  files: "list.csv"
  format: glpi
  encoding: windows-1252
  delimiter: ";"
  header_row: 2
  coverage: open_only
  exported_at: { column: Stamp }
- name: mailbox
  files: "mail/*.mbox"
  format: mailbox
  addresses: [its-canary@example.ac.uk]
  staff_addresses: [p.canary@example.ac.uk]
  staff_domains: [canary.ac.uk]
`

const published = async () => formatsFile.parse(await formatsFileOf(await settingsOf(configOf(sources))))

test('each source is told as its settings and its format say together', async () => {
  const [incidents, list, mailbox] = (await published()).sources
  expect(incidents).toMatchObject({
    name: 'incidents',
    files: 'incidents*.csv',
    format: 'servicenow-log',
    entity: 'ticket',
    grain: 'event',
    coverage: 'all',
    timezone: 'Europe/London',
    is_day_first: false,
    nulls: ['?', '-'],
    exported_at: { file_name: String.raw`(\d{4}-\d{2}-\d{2})`, column: null },
    extra_columns: [['escalated_by', 'assignment_group']],
    column_dates: { opened_at: ['iso'] },
    dates: ['%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H:%M', '%Y-%m-%d %H:%M:%S'],
  })
  expect(incidents?.columns.opened_at).toEqual({ alternatives: [['raised']] })
  expect(incidents?.columns.at?.alternatives[0]).toEqual(['sys_updated_at'])
  expect(incidents?.required).toEqual(['id', 'at', 'status', 'opened_at'])
  expect(incidents?.values.status).toMatchObject({ New: 'new', new: 'new', 'Parked*': 'waiting' })
  expect(list).toMatchObject({
    encoding: 'windows-1252',
    delimiter: ';',
    header_row: 2,
    coverage: 'open_only',
    exported_at: { file_name: null, column: 'Stamp' },
    extra_columns: [['export_time', 'Stamp']],
  })
  expect(list?.columns.id).toMatchObject({ isGrouped: true })
  expect(list?.columns.owner).toMatchObject({ separators: ['<br>', '\n'] })
  expect(mailbox).toMatchObject({ container: 'mail', entity: 'message', exported_at: null })
})

test('every format and every hint is there to be recognised', async () => {
  const { formats } = await published()
  const names = [...(await loadFormats()).keys(), ...(await loadHints()).keys()]
  expect(formats.map(({ name }) => name)).toEqual(names)
  const outlook = formats.find(({ name }) => name === 'outlook')
  expect(outlook).toMatchObject({ is_hint: true, refusal: expect.stringContaining('mbox') })
  expect(formats.find(({ name }) => name === 'jira')).toMatchObject({ is_hint: false, refusal: null })
})

test('nobody is named in it, nor any address', async () => {
  const text = JSON.stringify(await published())
  expect(text).not.toContain('canary')
  expect(text).not.toContain('@')
})
