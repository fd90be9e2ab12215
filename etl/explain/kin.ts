import { row, shown } from '../inspect/text.ts'
import { labelOf } from './labels.ts'
import type { Story } from './story.ts'

/** The escalations of a ticket; the traces and tickets of an escalation. */
export function kinLines({ escalations, traces, tickets, time }: Story): string[] {
  return [
    ...escalations.flatMap(({ escalation_id, received_at, status, outcome }) => {
      const end = outcome === 'unknown' ? '' : `, ${labelOf(outcome)}`
      return row(
        'escalation',
        `${shown(escalation_id)}, received ${time.at(received_at)}, ${labelOf(status)}${end}`,
      )
    }),
    ...traces.flatMap(({ trace_id, source, received_at, is_further }) => {
      const further = is_further ? ', more messages of the same' : ''
      return row(
        'trace',
        `${shown(trace_id)} in ${shown(source)}, received ${time.at(received_at)}${further}`,
      )
    }),
    ...tickets.flatMap(({ ticket_id, is_matched, opened_at, status }) =>
      row(
        'ticket',
        is_matched && opened_at !== null && status !== null
          ? `${shown(ticket_id)}, opened ${time.at(opened_at)}, ${labelOf(status)}`
          : `${shown(ticket_id)}, which no export has`,
      ),
    ),
  ]
}
