import { describe, expect, test } from 'vitest'
import { type OwnersFile, ownersFileFor } from '../../data/contract.ts'
import { GateError, passGate } from '../../etl/publish/gate.ts'

const load = (open: number, oldest_days: number | null = null) => ({ open, share: 0.5, oldest_days })
const good: OwnersFile = {
  as_of: '2026-03-31T12:00:00.000Z',
  known_until: '2026-03-31T12:00:00.000Z',
  owners: 'coded',
  dpia: { reference: 'DPIA 7', date: '2026-01-15', workers_consulted: true, consultation: null },
  alone_from: 5,
  is_too_few: false,
  people: [{ who: 'Person KLMR', ticket: load(6, 15), escalation: load(1) }],
  others: { people: 2, ticket: { open: 1, share: 0.1 }, escalation: { open: 0, share: null } },
}
const pass = (shown: 'hidden' | 'coded' | 'named', file: unknown) => () =>
  passGate('leadership/owners.json', ownersFileFor(shown), file)
const person = { who: 'Person KLMR', ticket: load(6, 15), escalation: load(1) }

test('the gate lets through what is coded where owners are to be coded, and what is named where named', () => {
  expect(JSON.parse(pass('coded', good)())).toEqual(good)
  expect(pass('named', { ...good, owners: 'named' })).not.toThrow()
})

describe('the gate refuses', () => {
  test.each<[string, 'hidden' | 'coded' | 'named', unknown, string]>([
    ['any of it where owners are hidden', 'hidden', good, 'owners are hidden from leaders'],
    ['names where owners are to be coded', 'coded', { ...good, owners: 'named' }, 'owners are to be coded'],
    ['codes where they are to be named', 'named', good, 'owners are to be named'],
    ['nothing where there is to be something', 'coded', null, 'leadership/owners.json'],
    ['a name in the place of a code', 'coded', { ...good, people: [{ ...person, who: 'Ann Lee' }] }, 'no code'],
    ['who holds little', 'coded', { ...good, people: [{ ...person, ticket: load(2) }] }, 'too little'],
    ['the age of a single item', 'coded', { ...good, people: [{ ...person, escalation: load(1, 3) }] }, 'nearly alone'],
    ['people where they are too few', 'coded', { ...good, is_too_few: true }, 'too few'],
    ['a team', 'coded', { ...good, people: [{ ...person, team: 'Network' }] }, 'team'],
    ['an item', 'coded', { ...good, people: [{ ...person, items: ['INC1'] }] }, 'items'],
  ])('%s', (_, shown, file, says) => {
    expect(pass(shown, file)).toThrow(GateError)
    expect(pass(shown, file)).toThrow(says)
  }) // biome-ignore format: a table
})
