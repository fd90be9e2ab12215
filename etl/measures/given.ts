import type { ItemKind } from '../../data/contract.ts'
import { asOf, type GivenRow } from './case.ts'

/** A Monday at ten in London, long enough ago for every fixed time to have passed. */
export const monday = '2026-02-02T10:00:00Z'

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })
/** The day in London of an instant that a row gives. */
const dayOf = (instant: GivenRow[string] | undefined): string | null =>
  typeof instant === 'string' ? london.format(new Date(instant)) : null

const item =
  (item_kind: ItemKind) =>
  (item_id: string, own: GivenRow = {}): GivenRow => {
    const received_at = own.received_at ?? monday
    return {
      item_kind,
      item_id,
      received_at,
      received_day: dayOf(received_at),
      known_until: asOf,
      known_day: dayOf(own.known_until ?? asOf),
      first_resolved_day: dayOf(own.first_resolved_at),
      done_day: dayOf(own.done_at),
      status: 'in_progress',
      is_open: true,
      is_left_out: false,
      is_major_child: false,
      flags: [],
      ...own,
    }
  }

/** A row of `fct_all_items`: received on `monday` and open, unless it says otherwise. */
export const ticket = item('ticket')
/** A row of `fct_all_items`: received on `monday` and open, unless it says otherwise. */
export const escalation = item('escalation')
