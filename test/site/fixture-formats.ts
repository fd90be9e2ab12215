/** How the sources of the fixtures are read, for the export check. */
import type { FormatsFile } from '../../data/contract.ts'

type Source = FormatsFile['sources'][number]

const under = (headers: Readonly<Record<string, string>>): Source['columns'] =>
  Object.fromEntries(
    Object.entries(headers).map(([column, header]) => [column, { alternatives: [[header]] }]),
  )

const itself = (...words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, word]))

const table: Omit<Source, 'name' | 'files' | 'entity' | 'grain' | 'columns' | 'required'> = {
  format: 'table',
  coverage: 'all',
  timezone: 'Europe/London',
  header_row: 1,
  delimiter: null,
  encoding: null,
  container: 'table',
  is_ragged: false,
  is_day_first: true,
  extra_columns: [],
  exported_at: null,
  nulls: [],
  dates: ['%d/%m/%Y %H:%M', '%d/%m/%Y'],
  column_dates: {},
  values: { status: { ...itself('new', 'in_progress', 'resolved', 'closed'), 'Work*': 'in_progress' } },
}

export const formats: FormatsFile = {
  sources: [
    {
      ...table,
      name: 'incidents',
      files: 'incidents*.csv',
      format: 'servicenow',
      entity: 'ticket',
      grain: 'item',
      columns: {
        ...under({
          id: 'Number',
          opened_at: 'Opened',
          updated_at: 'Updated',
          status: 'State',
          team: 'Assignment group',
        }),
        service: { alternatives: [['Service'], ['Business service']] },
      },
      required: ['id', 'opened_at', 'status'],
    },
    {
      ...table,
      name: 'escalation-log',
      files: 'escalations/log*.csv',
      entity: 'escalation',
      grain: 'item',
      encoding: 'windows-1252',
      columns: under({ id: 'Ref', received_at: 'Received', team: 'Team', status: 'Status' }),
      required: ['id', 'received_at'],
    },
    {
      ...table,
      name: 'mailbox',
      files: 'mail/*.mbox',
      format: 'mailbox',
      entity: 'message',
      grain: 'event',
      container: 'mail',
      columns: under({ message_id: 'message_id', at: 'at' }),
      required: ['message_id', 'at'],
      dates: ['iso'],
      values: {},
    },
  ],
  formats: [
    {
      name: 'servicenow',
      title: 'ServiceNow list export or REST answer, one row a ticket',
      signatures: [['Number', 'Opened', 'State', 'Assignment group']],
      notes: ['A list export stops at 10,000 rows without a word: export by month.'],
      is_hint: false,
      refusal: null,
    },
    {
      name: 'outlook',
      title: 'Outlook mail exported as CSV',
      signatures: [['Subject', 'Body', 'From: (Name)', 'From: (Address)']],
      notes: ['It holds the text of the messages: delete it once the mail is exported otherwise.'],
      is_hint: true,
      refusal: 'It has no date and no Message-ID: export the mailbox as mbox, and use the format mailbox.',
    },
  ],
}
