import { csvLine } from './csv.ts'
import type { Escalation } from './escalation.ts'
import { handTime, type Minute } from './london.ts'

const columns: readonly [string, (one: Escalation) => string][] = [
  ['Ref', ({ ref }) => ref],
  ['Date received', ({ receivedAt }) => handTime(receivedAt)],
  ['Date logged', ({ loggedAt }) => handTime(loggedAt)],
  ['Ticket no.', ({ ticketCell }) => ticketCell],
  ['How it came in', ({ route }) => route],
  ['Department', ({ department }) => department],
  ['Service', ({ service }) => service],
  ['Reason', ({ reason }) => reason],
  ['Impact', ({ impact }) => impact],
  ["Ack'd", ({ acknowledgedAt }) => timeOr(acknowledgedAt)],
  ['Owner', ({ ownerCell }) => ownerCell],
  ['Team', ({ team }) => team],
  ['Status', ({ status }) => status],
  ['Outcome', ({ outcome }) => outcome],
  ['Resolved on', ({ resolvedAt }) => timeOr(resolvedAt)],
  ['Closed on', ({ closedAt }) => timeOr(closedAt)],
  ['How was it', ({ answer }) => answer ?? ''],
  ['Last changed', ({ updatedAt }) => handTime(updatedAt)],
  ['Notes', ({ notes }) => notes],
]

export const escalationLogHeader: readonly string[] = columns.map(([name]) => name)

/** The log kept by hand, as a spreadsheet program saves it: with a byte order mark and CRLF. */
export function* escalationLogCsv(escalations: readonly Escalation[]): Generator<string> {
  yield `\uFEFF${csvLine(escalationLogHeader, '\r\n')}`
  for (const one of escalations) {
    yield csvLine(
      columns.map(([, read]) => read(one)),
      '\r\n',
    )
  }
}

const timeOr = (minute: Minute | null) => (minute === null ? '' : handTime(minute))
