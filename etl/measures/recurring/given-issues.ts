import { asOf, type GivenRow } from '../case.ts'

/** The ticket that tells up to when tickets are known. */
export const known = { ticket_id: 'T0', opened_at: '2025-01-01T09:00:00Z', known_until: asOf }

/** A group with one ticket at each of the given times. */
export const group = (group_id: string, own: GivenRow, ...openings: readonly string[]) => ({
  fct_recurring: [
    {
      group_id,
      label: `Label of ${group_id}`,
      tickets: openings.length,
      requesters: 9,
      tickets_in_window: 1,
      trend: 'too_few',
      first_seen: openings[0] ?? null,
      last_seen: openings.at(-1) ?? null,
      ...own,
    },
  ],
  fct_recurring_members: openings.map((opened_at, index) => ({
    group_id,
    ticket_id: `${group_id}${index}`,
    opened_at,
  })),
  fct_tickets: [known],
})
