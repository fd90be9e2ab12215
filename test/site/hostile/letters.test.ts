/** Letters that are none: what a night makes of them, wherever an export may hold one. */
import { beforeAll, expect, test } from 'vitest'
import { configOf, csv, itemSource } from '../../support/config.ts'
import { goodNight, type Night } from '../../support/installation.ts'

const source = (name: string, files: string, more = ''): string => `
- name: ${name}
  files: "${files}"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, status: status, service: service }
  ${more}`

const rows = (letters: string): string =>
  csv('id,opened,status,service', `${letters}1,2026-03-01T09:00,new,a${letters}b`)
const json = (letters: string): string =>
  `{"result":[{"id":"J1","opened":"2026-03-01T09:00","status":"new","service":"a${letters}b"}]}`

let done: Night
beforeAll(async () => {
  done = await goodNight({
    config: configOf(
      [
        itemSource,
        source('rest', 'rest*.json'),
        source('wide', 'wide*.csv', 'encoding: utf-16le'),
        source('plain', 'plain*.csv'),
      ].join(''),
    )
      .replace('name: University', 'name: "U\\uD83D\\0\\e[31mniversity')
      .replace(' of Somewhere', ' of Somewhere"'),
    files: {
      'inbox/tickets.csv': csv('id,opened,updated,resolved,status,owner,team', 'T1,2026-03-01T09:00,,,new,,'),
      'inbox/rest-half.json': json('\\ud83d'),
      'inbox/rest-nothing.json': json('\\u0000'),
      'inbox/wide.csv': new Uint8Array(Buffer.from(`\ufeff${rows('\ud83d')}`, 'utf16le')),
      'inbox/plain-nothing.csv': rows('\0'),
      'inbox/plain-sign.csv': rows('\u0001\u009b'),
    },
  })
})

test('half a letter is read as a mark, and a letter that is nothing not at all: the file or the record is named', async () => {
  const aside = (await done.run()).files.map(({ name, quarantined, refused }) => [name, refused?.reason ?? quarantined])
  expect(Object.fromEntries(aside)).toEqual({
    'tickets.csv': {},
    'rest-half.json': {},
    'rest-nothing.json': { bad_bytes: 1 },
    'wide.csv': 'encoding',
    'plain-nothing.csv': 'encoding',
    'plain-sign.csv': {},
  })
}) // biome-ignore format: a table

test('a sign that drives a terminal is kept as it was written', async () => {
  expect(await done.query('select ticket_id, service from fct_tickets order by service')).toEqual([
    { ticket_id: '\u0001\u009b1', service: 'a\u0001\u009bb' },
    { ticket_id: 'J1', service: 'a\ufffdb' },
    { ticket_id: 'T1', service: null },
  ])
})
