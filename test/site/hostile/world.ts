/** A small installation in which every text that somebody may write is one of a list. */
import { stringify } from 'yaml'
import type { World } from '../../support/installation.ts'
import { changes, config, procedure } from './words.ts'

const rounds = 6
const lastDay = Date.UTC(2026, 2, 31)
const hour = 3_600_000
const day = 24 * hour

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
const at = (instant: number): string => new Date(instant).toISOString().slice(0, 16)

/** What a ticket's columns hold, each another text of the list than the column before. */
const texted = [
  'service',
  'category',
  'team',
  'department',
  'priority',
  'subcategory',
  'item',
  'place',
  'subject',
  'problem',
  'requester',
]
const escalationTexts = [
  'service',
  'team',
  'department',
  'reason',
  'impact',
  'route',
  'outcome',
  'wanted',
  'owner',
]

type Row = { index: number; round: number; began: number; textAt: (column: number) => string }

/** A row for every text and round: the first two in earlier months, the others in the last weeks. */
const rowsOf = (texts: readonly string[]): Row[] =>
  Array.from({ length: texts.length * rounds }, (_, index) => {
    const round = Math.floor(index / texts.length)
    const daysAgo = round < 2 ? 60 * (3 - round) : 6 * (rounds - round)
    return {
      index,
      round,
      began: lastDay - daysAgo * day + (index % 40) * (hour / 4),
      textAt: (column) => texts[(index + column) % texts.length] as string,
    }
  })

/** A third of all numbers are hostile themselves. */
const numberOf = ({ index, textAt }: Row): string =>
  index % 3 === 0 ? `${textAt(0)} ${index}` : `INC${100_000 + index}`

/** Another owner of the same list each round, so that a team has many. */
const ownerOf = ({ round, textAt }: Row): string => textAt(20 + 5 * round)

const changesOf = (row: Row): string[][] => {
  const { index, began, textAt } = row
  const own = texted.map((_, column) => textAt(column))
  const line = (after: number, order: number, status: string, owner: string): string[] => [
    numberOf(row),
    at(began + after),
    String(order),
    status,
    owner,
    textAt(7),
    at(began),
    ...own,
  ]
  const isOpen = index % 5 === 4
  return [
    line(0, 1, 'new', ''),
    line(2 * hour, 2, 'in_progress', isOpen && index % 2 === 0 ? '' : ownerOf(row)),
    ...(isOpen ? [] : [line((20 + (index % 90)) * hour, 3, 'resolved', ownerOf(row))]),
  ]
}

const escalationOf = (row: Row): string[] => {
  const { index, began, textAt } = row
  const isOpen = index % 4 === 1
  return [
    index % 2 === 0 ? `E${index}` : `${textAt(1)} E${index}`,
    numberOf(row),
    at(began + day),
    index % 7 === 0 ? '' : at(began + day + (1 + (index % 30)) * hour),
    isOpen ? '' : at(began + day + 60 * hour),
    isOpen ? 'in_progress' : 'resolved',
    ...escalationTexts.map((name, column) => (name === 'owner' ? ownerOf(row) : textAt(column))),
  ]
}

const head = ['id', 'at', 'order', 'status', 'owner', 'actor', 'opened', ...texted]

/** Records that are set aside, each for what stands in it. */
const faulty = (texts: readonly string[]): string[][] =>
  texts.flatMap((text, index) => [
    [`${text} F${index}`, text, '1', 'new', text, text, '2026-03-01T09:00', ...texted.map(() => text)],
    [text, '2026-03-02T09:00', '1', text, text, text, '2026-03-01T09:00', ...texted.map(() => text)],
    [text, '2026-03-02T09:00', text],
  ])

/** Every fifth text also names files, for each file takes its time; as far as a name may hold it. */
const namesOf = (texts: readonly string[]): string[] =>
  texts.filter((_, index) => index % 5 === 2).map((text) => text.replaceAll(/[/\n\r]/g, '_').slice(0, 60))

/** The installation: its exports, its settings, its words. `texts` is one list of two of the same length. */
export const worldOf = (texts: readonly string[]): World => {
  const rows = rowsOf(texts)
  const named = namesOf(texts)
  const odd = named.map((text, index): [string, string] => [
    `inbox/log ${text} ${index}.csv`,
    csv([
      [...head, text, `u_${text}`],
      [
        `FILE${index}`,
        '2026-03-02T09:00',
        '1',
        'new',
        '',
        '',
        '2026-03-02T09:00',
        ...texted.map(() => ''),
        '',
        '',
      ],
    ]),
  ])
  return {
    config: stringify(config(texts)),
    files: {
      'changes.yaml': stringify(changes(texts)),
      ...procedure(texts),
      'inbox/log.csv': csv([head, ...rows.flatMap(changesOf), ...faulty(texts)]),
      'inbox/escalations.csv': csv([
        ['ref', 'ticket', 'received', 'acknowledged', 'resolved', 'status', ...escalationTexts],
        ...rows.map(escalationOf),
      ]),
      ...Object.fromEntries(odd),
      ...Object.fromEntries(named.map((text, index) => [`inbox/nobody ${text} ${index}.csv`, `${text}\n`])),
    },
  }
}

/** Records of the exports that stand in the facts, by kind. */
export const counted = (texts: readonly string[]): { tickets: number; escalations: number } => ({
  tickets: texts.length * rounds + namesOf(texts).length,
  escalations: texts.length * rounds,
})
