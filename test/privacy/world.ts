/** An installation whose exports hold a token in every cell that tells of a person, in every format that is read. */
import { gzipSync } from 'node:zlib'
import { configOf, csv } from '../support/config.ts'
import { usualExport, type World } from '../support/installation.ts'
import { workbook } from '../support/xlsx.ts'
import * as columns from './columns.ts'
import { letter, mailbox } from './mails.ts'
import { refusedFiles } from './refused.ts'
import { type Column, delimited, type Faults, recordsOf, type Sheet, sheetOf } from './sheet.ts'
import { Tokens } from './tokens.ts'

const ticketColumns =
  'id: number, opened_at: opened, resolved_at: resolved, status: state, owner: assignee, team: team, service: service, category: category, priority: priority, requester: caller, subject: title, description: text, closed_by: closed by, kind: kind'
const escalationColumns =
  'id: ref, ticket_id: ticket, received_at: received, status: state, owner: assignee, team: team, requester: caller, subject: title, description: text, reason: why, impact: stops, wanted: asked for, route: came by, outcome: came out, closed_by: closed by'
const ofEscalations =
  'reason: { Slow: speed }, impact: { Class: teaching }, wanted: { Repair: fix }, route: { Rang: phone }, outcome: { Yes: accepted }'
const table = (entity: string, grain: string, values = ''): string =>
  `format: table, entity: ${entity}, grain: ${grain}, values: { status: { Later: waiting }${values} }`
const ticketTable = table('ticket', 'item', ', closed_by: { Us: staff }')
const escalationTable = table('escalation', 'item', `, closed_by: { Us: staff }, ${ofEscalations}`)

const sources = `
- { name: plain, files: "plain*.{csv,csv.gz}", ${ticketTable}, columns: { ${ticketColumns} } }
- { name: careful, files: "careful*.csv", header_row: 3, delimiter: ";", encoding: windows-1252, ${ticketTable}, columns: { ${ticketColumns} }, escalated_when: { remarks: "zqx" } }
- { name: events, files: "events*.csv", ${table('ticket', 'event')}, columns: { id: number, at: at, order: order, status: state, owner: assignee, team: team, service: service, category: category, actor: changed by, requester: caller, subject: title, description: text } }
- { name: kept, files: "log-kept*.{xlsx,json}", sheet: Log, ${escalationTable}, columns: { ${escalationColumns} } }
- { name: listed, files: "listed*.json", ${escalationTable}, columns: { ${escalationColumns} } }
- { name: table-mail, files: "messages*.csv", format: table, entity: message, addresses: [desk@example.ac.uk], columns: { message_id: message, conversation_id: conversation, at: sent, from: sender, to: addressees, is_automatic: automatic, subject: title, description: text } }
- { name: now, files: "now*.csv", format: servicenow }
- { name: rest, files: "rest*.json", format: servicenow }
- { name: now-log, files: "log-*.csv", format: servicenow-log }
- { name: jira, files: "jira*.csv", format: jira }
- { name: glpi, files: "glpi*.csv", format: glpi, delimiter: ";" }
- { name: mail, files: "mail/*.{mbox,eml}", format: mailbox, addresses: [desk@example.ac.uk], staff_domains: [staff.example] }
`

const shown = ({ header, rows }: Sheet, tokens: Tokens): string =>
  JSON.stringify({
    result: recordsOf({ header, rows }).map((record) =>
      Object.fromEntries(
        Object.entries(record).map(([name, cell]) => [
          name,
          name.endsWith('_at') || name.endsWith('_on') || name === 'number' || name === 'state'
            ? cell
            : {
                display_value: cell,
                value: tokens.next('unread', 'rest value', 'word'),
                link: `https://tool.example/${tokens.next('unread', 'rest link', 'word')}`,
              },
        ]),
      ),
    ),
  })

/** Exports in every format, each with `count` sound records and some that are set aside. */
function exportsOf(count: number, tokens: Tokens): Record<string, string | Uint8Array> {
  const sheet = (from: string, list: readonly Column[], faults: Faults): Sheet =>
    sheetOf(from, list, { count, tokens, faults })
  const titles = `Exported by ${tokens.next('unread', 'careful title')}\n\n`
  const kept = sheet('kept', columns.escalations, 'said')
  return {
    // every record has its shape, so that the database’s own reader takes it
    'plain.csv': delimited(sheet('plain', columns.tickets, 'said')),
    'plain-ragged.csv': delimited(sheet('ragged', columns.tickets, 'all')),
    'plain-packed.csv.gz': gzipSync(delimited(sheet('packed', columns.tickets, 'said'), ',', '\r\n', true)),
    'careful.csv': Buffer.from(`${titles}${delimited(sheet('careful', columns.tickets, 'all'), ';', '\r\n', true)}`, 'latin1'),
    'events.csv': delimited(sheet('events', columns.changes, 'all')),
    'log-kept.xlsx': workbook([
      { name: 'Log', rows: [kept.header, ...kept.rows] },
      { name: 'People', rows: [[tokens.next('unread', 'kept other sheet', 'address')]] },
    ]),
    'listed.json': JSON.stringify(recordsOf(sheet('listed', columns.escalations, 'said'))),
    'messages.csv': delimited(sheet('messages', columns.messages, 'all')),
    'now.csv': delimited(sheet('servicenow', columns.serviceNow, 'all'), ',', '\r\n', true),
    'rest.json': shown(sheet('rest', columns.serviceNow, 'said'), tokens),
    'log-now.csv': delimited(sheet('servicenow-log', columns.serviceNowLog, 'all')),
    'jira.csv': delimited(sheet('jira', columns.jira, 'said'), ',', '\n', true),
    'glpi.csv': `\uFEFF${delimited(sheet('glpi', columns.glpi, 'all'), ';', '\n', true)}`,
    'mail/desk.mbox': mailbox(count, tokens),
    'mail/letter.eml': letter(tokens),
  }
} // biome-ignore format: a file a line

/** Lines of which one is applied and each other is wrong in another way; why they are made is for everybody to read. */
function corrections(tokens: Tokens): string {
  const next = (shape?: 'word' | 'ticket') => tokens.next('correction', 'corrections.csv', shape)
  const corrected = [...tokens.made].find(([, { kind }]) => kind === 'corrected_item')?.[0]
  const by = next('word')
  return csv(
    'item,field,value,reason,by',
    `CALL${corrected},owner,${tokens.next('owner', 'corrections.csv owner', 'word')},handed over,${by}`,
    `CALL${corrected},resolved_at,${next('word')},wrong day,${by}`,
    `CALL${corrected},status,${next('word')},wrong state,${by}`,
    `CALL${corrected},needed_by,${next()},wrong day,${by}`,
    `CALL${corrected},${next('word')},x,no such field,${by}`,
    `CALL${corrected},owner,${next('word')},and again,${by},${next()}`,
  )
}

/** The world and its tokens; `count` sound records an export, of those exports that are wanted. */
export function canaryWorld(
  count: number,
  isWanted: (name: string) => boolean = () => true,
): { world: World; tokens: Tokens } {
  const tokens = new Tokens()
  const inbox = { ...exportsOf(count, tokens), ...refusedFiles(tokens) }
  const files = Object.entries(inbox)
    .filter(([name]) => isWanted(name))
    .map(([name, content]) => [`inbox/${name}`, { content, at: usualExport }])
  return {
    tokens,
    world: {
      config: configOf(sources),
      files: { ...Object.fromEntries(files), 'corrections.csv': corrections(tokens) },
    },
  }
}
