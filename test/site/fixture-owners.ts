/** Who holds how much, as leaders may see it. */
import type { OwnersFile } from '../../data/contract.ts'
import { asOf } from './fixture.ts'

const load = (open: number, all: number, oldest_days: number | null) => ({
  open,
  share: open / all,
  oldest_days,
})

export const named: OwnersFile = {
  as_of: asOf,
  known_until: asOf,
  owners: 'named',
  dpia: { reference: 'DPIA 7', date: '2026-01-15', workers_consulted: true, consultation: null },
  alone_from: 5,
  is_too_few: false,
  people: [
    { who: 'Zoë Quill', ticket: load(6, 14, 15), escalation: load(1, 10, null) },
    { who: 'Bo <b>Ray</b>', ticket: load(2, 14, null), escalation: load(5, 10, 14) },
  ],
  others: { people: 2, ticket: { open: 6, share: 6 / 14 }, escalation: { open: 4, share: 4 / 10 } },
}

export const coded: OwnersFile = {
  ...named,
  owners: 'coded',
  people: named.people.map((one, at) => ({ ...one, who: `Person ${['KLMR', 'WPSJ'][at]}` })),
}
