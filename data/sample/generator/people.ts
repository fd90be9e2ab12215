import { dayOf, type Minute, minuteAt } from './london.ts'
import { stories } from './stories.ts'

/** Someone who works on tickets. All names are invented. */
export interface Person {
  name: string
  login: string
  team: string
  /** The share of the team's work that lands here, against 1. */
  load: number
  /** How long work takes here, against 1. */
  pace: number
  /** First and last minute at work, null where the sample does not see it. */
  from: Minute | null
  to: Minute | null
}

const rota: Record<string, string> = {
  'Service Desk':
    'Amina Farrell 1.6 0.7|Callum Drewe 1.1 0.9|Zofia Lindqvist 1.3 0.8|Kwame Hartnoll 0.9 1|Bethan Sorrel 1 1.1|Idris Calloway 0.7 1.4|Nadia Pemberley 1.2 0.9|Rory Ashdown 0.8 1.2|Leila Thackeray 1 1|Oscar Venn 0.6 1.3|Mei Castellan 1.4 0.8|Gareth Oakhurst 0.9 1|Sunita Blaise 1.1 0.9|Fergus Wray 0.8 1.1',
  'AV & Teaching Spaces':
    'Marcus Ellery 1.8 0.8|Yusra Dunmore 1.2 0.9|Piotr Hallam 1 1|Keira Stanhope 0.8 1.2|Dev Marlowe 0.9 1|Chloe Iremonger 0.6 1.4|Anton Birkby 0.7 1.1',
  'Network Services':
    'Priya Anand 1.5 0.8|Tomasz Wilk 1.2 1.1|Hannah Quill 1 1|Jamal Redfern 0.9 0.9|Ewan Tolliver 0.7 1.3|Sofia Brandt-Hughes 0.8 1',
  'Identity & Access': 'Grace Okonjo 1.4 0.8|Neil Farthing 1 1|Tamsin Reyes 0.8 1.1|Hugo Larkspur 0.7 1.2',
  'Messaging & Collaboration':
    'Daniel Achterberg 1.3 0.9|Ruth Selwyn 1 1|Farah Whitlock 0.9 0.9|Ivo Menzies 0.6 1.4',
  'Learning Technology':
    'Isobel Tranter 1.4 0.8|Samir Haldane 1.1 1|Lucy Abernathy 0.9 1|Matteo Crane 0.8 1.2|Wren Oduya 0.7 1',
  'Print & Campus Devices':
    'Stella Musgrave 1.6 0.9|Ben Archer-Cole 1 1|Ola Tennant 0.7 1.2|Vikram Sayle 0.8 1',
  'Desktop Engineering':
    'Joanne Pike 1.3 0.9|Rashid Corcoran 1 1|Elin Whitcombe 0.9 1.1|Theo Garrard 0.6 1.4|Naomi Fisk 1 0.9',
  'Business Systems':
    'Alastair Boone 1.7 1|Meera Standish 1.1 0.9|Colette Dray 0.8 1.1|Pavel Underhill 0.7 1.3|Imogen Castle 0.9 1',
  'Library & Student Systems': 'Harriet Lowe-Baptiste 1.3 0.9|Kofi Merrow 1 1|Siân Dutton 0.8 1.2',
  'Research IT': 'Vera Kostova-Lane 1.4 1|Luca Penhaligon 1 0.9|Aisha Fenwick 0.8 1.1|Gordon Sealey 0.7 1.3',
  Telephony: 'Maureen Tripp 1.2 1|Arlo Beckett-Shah 0.9 1.1',
}

const seen: Record<string, { from?: string; to?: string }> = {
  [stories.leaver.owner]: { to: stories.leaver.last_day },
  'Gordon Sealey': { to: '2025-07-31' },
  'Wren Oduya': { from: '2024-10-01' },
  'Sofia Brandt-Hughes': { from: '2025-02-03' },
  'Fergus Wray': { from: '2025-09-01' },
}

/** Everyone in IT Services who holds tickets, the lead of each team first. */
export const people: readonly Person[] = Object.entries(rota).flatMap(([team, names]) =>
  names.split('|').map((entry) => {
    const [, name = '', load = '1', pace = '1'] = /^(.*) ([\d.]+) ([\d.]+)$/.exec(entry) ?? []
    const { from, to } = seen[name] ?? {}
    return {
      name,
      login: loginOf(name),
      team,
      load: Number(load),
      pace: Number(pace),
      from: from ? minuteAt(dayOf(from), 0) : null,
      to: to ? minuteAt(dayOf(to), 17 * 60) : null,
    }
  }),
)

export const teams: readonly string[] = Object.keys(rota)
export const SYSTEM = 'system'
/** The desk's shared mailbox, which the log kept by hand sometimes names as an owner. */
export const SHARED = 'Service Desk mailbox'

const byTeam = new Map(teams.map((team) => [team, people.filter((person) => person.team === team)]))

/** Whoever of a team is at work at a time. */
export const atWork = (team: string, minute: Minute): Person[] =>
  (byTeam.get(team) ?? []).filter(
    ({ from, to }) => (from === null || minute >= from) && (to === null || minute < to - 60),
  )

/** How the log kept by hand spells a name: in full, by initial, or by first name alone. */
export function spellings(name: string): [string, string, string] {
  const [first = '', ...rest] = name.split(' ')
  const last = rest.join(' ')
  return [name, `${first} ${last.slice(0, 1)}.`, first]
}

function loginOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
  const [first = '', last = ''] = plain.split(' ')
  return first.slice(0, 1) + last
}
