/** What waits, made by hand for the operations site. */
import type { Operations } from '../../site/release.ts'
import { formats } from './fixture-formats.ts'

export const nothingWaits = (asOf: string): Operations => ({
  waiting: {
    as_of: asOf,
    known_until: asOf,
    owners: 'named',
    ticket_url: null,
    escalations: [],
    tickets: [],
  },
  setAside: { count: 0, records: [] },
  formats,
})

export const waiting = (asOf: string): Operations => nothingWaits(asOf)
