/** Files that are refused whole, each for another reason, full of tokens. */
import { gzipSync } from 'node:zlib'
import { csv } from '../support/config.ts'
import type { Tokens } from './tokens.ts'

/** Content by the name under which the world's sources, or none of them, read it. */
export function refusedFiles(tokens: Tokens): Record<string, string | Uint8Array> {
  const cell = (name: string) => tokens.next('refused', name)
  const cells = (name: string, count = 4) => Array.from({ length: count }, () => cell(name)).join(',')
  const record = (name: string) =>
    `${tokens.next('refused_item', name, 'ticket')},2026-03-02T09:00,new,${tokens.next('refused_item', name)},${cells(name, 3)}`
  const header = 'number,opened,state,assignee,caller,title,text'
  const gzipped = gzipSync(csv(header, record('plain-cut.csv.gz'), record('plain-cut.csv.gz')))
  return {
    'plain-quote.csv': `${csv(header, record('plain-quote.csv'))}"${cell('plain-quote.csv')},"x" ${record('plain-quote.csv')}\n`,
    'now-open.csv': `${csv('number,opened_at,state,caller_id,description,watch_list,opened_by', record('now-open.csv'))}"${record('now-open.csv')}\n`,
    'plain-column.csv': csv('opened,state,caller,title', `2026-03-02T09:00,new,${cells('plain-column.csv', 2)}`),
    'plain-headless.csv': csv(record('plain-headless.csv'), record('plain-headless.csv')),
    'plain-bytes.csv': Buffer.concat([Buffer.from(csv(header, record('plain-bytes.csv'))), Buffer.from([0xff, 0xe9, 0x0a])]),
    'plain-binary.csv': Buffer.from(`\0\0\0${record('plain-binary.csv')}`),
    'plain-cut.csv.gz': gzipped.subarray(0, gzipped.length - 6),
    'log-order.csv': csv('number,sys_updated_at,incident_state,caller_id', `INC1,01/02/2026 ${tokens.next('date', 'log-order.csv')},New,${cell('log-order.csv')}`),
    'rest-error.json': JSON.stringify({ error: { message: `No user ${cell('rest-error.json')}`, detail: cell('rest-error.json') } }),
    'rest-cut.json': `{"result":[{"number":"1","caller_id":"${cell('rest-cut.json')}"},{"number":"${cell('rest-cut.json')}`,
    'rest-wrong.json': `[{"number":"${cell('rest-wrong.json')}"},"${cell('rest-wrong.json')}"]`,
    'log-kept-broken.xlsx': csv(header, record('log-kept-broken.xlsx')),
    'mail/none.mbox': `${cell('mail/none.mbox')} rang\n${cell('mail/none.mbox')}\n`,
    'unclaimed.csv': csv(header, record('unclaimed.csv')),
  }
} // biome-ignore format: a file a line
