/** The page that checks a file refuses what a night refuses, for the same reason and in the same words. */
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { quarantineReason, refusalReason } from '../../../data/contract/run.ts'
import type { Checked } from '../../../site/check/verdict.ts'
import { configOf, csv, escalationSource, eventSource, itemSource } from '../../support/config.ts'
import { workbook } from '../../support/xlsx.ts'
import { checked, compared, type Files, formatsOf, type Said, saidByNight, saidByPage } from './both.ts'

const header = 'id,at,order,status,owner,team,actor,opened'
const log = (count: number, from = 1): string =>
  csv(header, ...Array.from({ length: count }, (_, index) => `T${from + index},2026-03-02T09:00,1,new,,,,`))
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)
const named = (name: string, exported: string): string => `
- name: ${name}
  files: "${name}*.csv"
  format: table
  entity: ticket
  grain: item
  exported_at: ${exported}
  columns: { id: id, opened_at: opened, updated_at: updated }
`

const sources = `${eventSource}${itemSource}${escalationSource}
- name: servicenow
  files: "sn/**/*.csv"
  format: servicenow-log
- name: titled
  files: "titled*.csv"
  format: table
  entity: ticket
  grain: item
  header_row: 3
  delimiter: ";"
  columns: { id: [school, number], opened_at: { column: opened, format: "%d.%m.%Y %H:%M" }, status: status }
  values: { status: { "offen*": new, "zu*": closed } }
- name: latin
  files: "latin*.csv"
  format: table
  entity: ticket
  grain: item
  encoding: windows-1252
  columns: { id: id, opened_at: opened }
- name: open
  files: "open*.csv"
  format: table
  entity: ticket
  grain: item
  coverage: open_only
  columns: { id: id, opened_at: opened }
${named('daily', String.raw`{ filename: '(\d{4}-\d{2}-\d{2})' }`)}
${named('hourly', String.raw`{ filename: '(\d{8}T\d{4})' }`)}
${named('stamped', '{ column: exported }')}`
const config = configOf(sources)

const late = '2026-04-05T09:00'
const files: Files = {
  'log-good.csv': log(3),
  'log-empty.csv': '',
  'log-blank.csv': '\n \n\n',
  'log-header.csv': `${header}\n`,
  'log-binary.csv': bytes(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
  'log-zip.csv': bytes(Buffer.from(workbook([{ name: 'Sheet1', rows: [['id']] }]))),
  'log-packed.csv.gz': bytes(gzipSync(log(7, 700))),
  'log-nothing.csv.gz': '',
  'log-plain.csv.gz': log(2, 90),
  'log-gzip.csv': bytes(gzipSync(log(2))),
  'log-latin.csv': bytes(Buffer.from(log(2).replace('T2', 'Té'), 'latin1')),
  'log-latin-far.csv': bytes(Buffer.from(log(40_000, 100_000).replace('T130000', 'Té'), 'latin1')),
  'log-cut.csv.gz': bytes(gzipSync(log(200)).subarray(0, 60)),
  'log-utf16.csv': bytes(Buffer.from(`\uFEFF${log(3, 20)}`, 'utf16le')),
  'log-utf16be.csv': bytes(Buffer.from(`\uFEFF${log(3, 20)}`, 'utf16le').swap16()),
  'log-mark.csv': `\uFEFF${log(2, 30)}`,
  'log-crlf.csv': log(4, 1000).replaceAll('\n', '\r\n'),
  'log-cr.csv': log(4, 1100).replaceAll('\n', '\r'),
  'log-semicolon.csv': log(4, 1200).replaceAll(',', ';'),
  'log-tab.csv': log(4, 1300).replaceAll(',', '\t'),
  'log-open.csv': log(2000).replace('T500,', 'T500,"'),
  'log-middle.csv': csv(header, 'T1,"2026-03-02T09:00" x,1,new,,,,', 'T2,2026-03-02T09:00,1,new,,,,'),
  'log-paired.csv': csv(header, 'T1,2026-03-02T09:00,1,new,"a,,,', 'T2,2026-03-02T09:00,1,new,b",,,'),
  'log-columns.csv': `${header},${Array.from({ length: 2500 }, (_, index) => `c${index}`).join(',')}\nT1\n`,
  'log-nul.csv': `${log(2, 60)}T62,2026-03-02T09:00,1,new,a\0b,,,\n`,
  'log-big.csv': csv(
    header,
    `T1,2026-03-02T09:00,1,new,${'x'.repeat(1 << 20)}y,,,`,
    'T2,2026-03-02T09:00,1,new,,,,',
  ),
  'log-line.csv': `${header}\n${'x'.repeat(17 * 2 ** 20)}`,
  'log-renamed.csv': log(2).replace('id,at', 'id,att'),
  'log-unknown.csv': csv('a,b', '1,2'),
  'log-record.csv': csv('T1,2026-03-02T09:00,1,new,Ann,jane@example.org,,'),
  'log-trailing.csv': `${log(2, 1400).trim().replaceAll('\n', ',\n')},\n`,
  'log-long.csv': csv(header, 'T1,2026-03-02T09:00,1,new,,,,,more', 'T2,2026-03-02T09:00,1,new,,,,,'),
  'log-twice.csv': csv(`${header},status`, 'T1,2026-03-02T09:00,1,new,,,,,odd'),
  'log-faults.csv': csv(
    header,
    ',2026-03-02T09:00,1,new,,,,',
    'T2,,1,new,,,,',
    'T3,02/03/2026,1,new,,,,',
    'T4,2026-03-02T09:00,1,pending,,,,',
    `T5,${late},1,new,,,,`,
    'T6,2026-03-02',
    'T7,2026-03-02T09:00,1,new,,,,31/02/2026',
    `T8,2026-03-02T09:00,1,new,,,,${late}`,
    '" ",x,1,odd,,,,',
  ),
  'tickets.csv': csv(
    'id,opened,updated,resolved,status,owner,team',
    `1,2026-03-01,${late},,new,,`,
    '2,,2026-03-02,,new,,',
    '3,2026-03-01,,soon,closed,,',
    '\u00a04 , 2026-03-01 ,,,\u00a0new\u00a0,,',
    '5,2026-03-31,,,new,,',
    '6,2026-04-01,,,new,,',
    '7,2026-04-02,,,new,,',
  ),
  'escalations.csv': csv(
    'ref,ticket,received,acknowledged,status,owner',
    'E1,T1,2026-03-01T09:00,,new,',
    'E2,T1,,2026-03-01T09:00,new,',
    `E3,T1,${late},,new,`,
    'E4,T1,2026-03-29T01:30,2026-10-25,x,',
  ),
  'sn/2026/a.csv': csv('number,sys_updated_at,incident_state', 'INC1,03/04/2025 09:00,New'),
  'sn/b.csv': csv('number,sys_updated_at,incident_state', 'INC1,04/13/2025 09:00,New'),
  'sn/c.csv': csv(
    'number,sys_updated_at,incident_state,opened_at',
    'INC1,13/04/2025 09:00,New,?',
    'INC2,04/13/2025 09:00,New,',
    'INC3,13/04/2025 09:00,?,',
    'INC4,?,New,',
  ),
  'titled.csv': csv(
    'Report',
    '',
    'School;number;opened;status',
    'Law;1;02.03.2026 09:05;offen (neu)',
    'Law;;02.03.2026 09:05;zu',
    ';;02.03.2026 09:05;zu',
    'Law;2;2026-03-02;zu',
    'Law;3;02.03.2026 09:05;weg',
  ),
  'titled-short.csv': csv('Report', ''),
  'latin.csv': bytes(Buffer.from(csv('id,opened', 'T\u00e9\u0080,2026-03-02', 'T2,x'), 'latin1')),
  'open.csv': 'id,opened\n',
  'daily-2026-03-02.csv': csv(
    'id,opened,updated',
    'D1,2026-03-02T09:00,2026-03-02T10:00',
    'D2,2026-03-03T09:30,',
    'D3,2026-03-03T10:30,',
    'D4,2026-03-05,',
  ),
  'daily-2026-03-09.csv': csv(
    'id,opened,updated',
    'D5,2026-03-09,',
    'D6,2026-03-10T20:00,',
    'D7,2026-03-11T00:30,',
  ),
  'daily-today.csv': csv('id,opened,updated', 'D8,2026-03-02T09:00,'),
  'daily-2999-01-01.csv': csv('id,opened,updated', 'D10,2026-03-02T09:00,'),
  'daily-2026-02-30.csv': csv('id,opened,updated', 'D9,2026-03-02T09:00,'),
  'hourly-20261025T0130.csv': csv(
    'id,opened,updated',
    'H1,2026-10-26T00:45,',
    'H2,2026-10-26T00:15,',
    'H3,2026-10-26T01:45,',
  ),
  'stamped.csv': csv(
    'id,opened,updated,exported',
    'S1,2026-03-04T09:00,,2026-03-02T09:00',
    'S2,2026-03-02T09:00,,2026-03-03T08:59',
    'S3,2026-03-04T08:59,,',
  ),
  'stamped-not.csv': csv('id,opened,updated,exported', 'S4,2026-03-04T09:00,,soon'),
  'nobody.csv': log(1, 5000),
}

describe('a file that is odd', () => {
  let night: Map<string, Said>
  let page: Map<string, Checked>

  beforeAll(async () => {
    night = await saidByNight(config, files)
    page = await checked(await formatsOf(config), files)
  }, 120_000)

  test.each(Object.keys(files))('%s', (name) => {
    const [byPage, byNight] = [page.get(name), night.get(name)]
    if (!byPage || !byNight) throw new Error(`${name} was not read`)
    const said = compared(saidByPage(byPage))
    // only the page has a browser's words for it
    const shortened = said.refused && {
      ...said.refused,
      message: said.refused.message.replace(/\. \(One that .*$/, ''),
    }
    expect({ ...said, refused: shortened }).toEqual(compared(byNight))
  })

  test('of every kind there is', () => {
    const all = [...night.values()]
    const refusals = new Set(all.flatMap(({ refused }) => refused?.reason ?? []))
    expect(refusalReason.options.filter((reason) => !refusals.has(reason))).toEqual(['not_a_file'])
    const faults = new Set(all.flatMap(({ aside }) => Object.keys(aside)))
    expect(quarantineReason.options.filter((reason) => !faults.has(reason))).toEqual([])
  })
})
