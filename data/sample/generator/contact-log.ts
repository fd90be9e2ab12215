import type { Contact } from './contact.ts'
import { csvLine } from './csv.ts'
import { handTime } from './london.ts'

const columns: readonly [string, (line: Contact) => string][] = [
  ['When', ({ at }) => handTime(at)],
  ['Ref', ({ ref }) => ref],
  ['What', ({ deed }) => deed],
  ['By', ({ by }) => by],
  ['Owner then', ({ ownerCell }) => ownerCell],
  ['Team then', ({ team }) => team],
  ['Status then', ({ status }) => status],
  ['Ticket', ({ ticketCell }) => ticketCell],
  ['Remark', ({ remark }) => remark],
]

export const contactLogHeader: readonly string[] = columns.map(([name]) => name)

/** The contact log in order of time, with CRLF as a spreadsheet program saves it. */
export function* contactLogCsv(contacts: readonly Contact[]): Generator<string> {
  yield csvLine(contactLogHeader, '\r\n')
  for (const line of contacts)
    yield csvLine(
      columns.map(([, read]) => read(line)),
      '\r\n',
    )
}
