import { expect, test } from 'vitest'
import { configOf, csv, itemSource } from '../support/config.ts'
import { goodNight, installation, night } from '../support/installation.ts'

const header = 'id,opened,updated,resolved,status,owner,team'
const day = (content: string, at: string) => ({ content, at })
const open = configOf(`${itemSource.trimEnd()}\n  coverage: open_only`)

test('a list of what is open that has only a header says that nothing is open any more', async () => {
  const { query, run } = await goodNight({
    config: open,
    files: {
      'inbox/tickets-1.csv': day(csv(header, 'T1,2026-03-02T09:00,,,new,,'), '2026-03-03T12:00:00Z'),
      'inbox/tickets-2.csv': day(csv(header), '2026-03-04T12:00:00Z'),
    },
  })
  expect(await query('select ticket_id, is_open, closed_at from fct_tickets')).toEqual([
    { ticket_id: 'T1', is_open: false, closed_at: '2026-03-04 12:00:00+00' },
  ])
  expect((await run()).files.map(({ records, refused }) => [records, refused])).toEqual([
    [1, null],
    [0, null],
  ])
})

test('of a list of everything it is refused', async () => {
  const files = { 'inbox/tickets.csv': csv(header) }
  const found = await night(await installation({ config: configOf(itemSource), files }))
  expect([found.code, found.log]).toEqual([1, expect.stringContaining('a header and no record')])
})

test('of what is new since the last export there may be nothing on a quiet day', async () => {
  const { run } = await goodNight({
    config: configOf(`${itemSource.trimEnd()}\n  coverage: since\n  required: true`),
    files: {
      'inbox/tickets-1.csv': day(csv(header, 'T1,2026-03-02T09:00,,,new,,'), '2026-03-03T12:00:00Z'),
      'inbox/tickets-2.csv': day(csv(header), '2026-03-04T12:00:00Z'),
    },
  })
  const { as_of, files } = await run()
  expect([as_of, files.map(({ records, refused }) => [records, refused])]).toEqual([
    '2026-03-04T12:00:00.000Z',
    [
      [1, null],
      [0, null],
    ],
  ])
})

test('a list that comes back byte for byte after another one opens again what it had closed', async () => {
  const [one, both] = [csv(header, 'T1,2026-03-02T09:00,,,new,,'), csv(header, 'T1,2026-03-02T09:00,,,new,,', 'T2,2026-03-03T09:00,,,new,,')] // biome-ignore format: two files
  const { query } = await goodNight({
    config: open,
    files: {
      'inbox/tickets-1.csv': day(one, '2026-03-03T12:00:00Z'),
      'inbox/tickets-2.csv': day(both, '2026-03-04T12:00:00Z'),
      'inbox/tickets-3.csv': day(one, '2026-03-05T12:00:00Z'),
    },
  })
  expect(await query('select ticket_id, is_open from fct_tickets order by ticket_id')).toEqual([
    { ticket_id: 'T1', is_open: true },
    { ticket_id: 'T2', is_open: false },
  ])
})

test('a record that nobody can name proves no absence: what is missing beside it stays open', async () => {
  const { query, log } = await goodNight({
    config: open,
    files: {
      'inbox/tickets-1.csv': day(csv(header, 'T1,2026-03-02T09:00,,,new,,', 'T2,2026-03-02T09:00,,,new,,'), '2026-03-03T12:00:00Z'), // biome-ignore format: a file
      'inbox/tickets-2.csv': day(csv(header, 'T1,2026-03-02T09:00,,,new,,', 'T2,2026-03-02T09:00,,,new,,,,too wide'), '2026-03-04T12:00:00Z'), // biome-ignore format: a file
    },
  })
  expect(await query('select ticket_id, is_open from fct_tickets order by ticket_id')).toEqual([
    { ticket_id: 'T1', is_open: true },
    { ticket_id: 'T2', is_open: true },
  ])
  expect(log).toContain('tickets-2.csv: 1 of 2 records set aside')
})

test('an empty answer of a REST interface says that nothing is open, too', async () => {
  const config = configOf(
    itemSource.replace('tickets*.csv', 'tickets*.{csv,json}').trimEnd().concat('\n  coverage: open_only'),
  )
  const { query } = await goodNight({
    config,
    files: {
      'inbox/tickets-1.csv': day(csv(header, 'T1,2026-03-02T09:00,,,new,,'), '2026-03-03T12:00:00Z'),
      'inbox/tickets-2.json': day('{"result":[]}', '2026-03-04T12:00:00Z'),
    },
  })
  expect(await query('select ticket_id, is_open from fct_tickets')).toEqual([
    { ticket_id: 'T1', is_open: false },
  ])
})
