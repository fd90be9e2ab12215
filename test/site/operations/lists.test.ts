import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesOfEscalations, choicesOfTickets } from '../../../site/operations/choices.ts'
import { escalationRow } from '../../../site/operations/escalation-row.ts'
import { lackCounts } from '../../../site/operations/lacks.ts'
import { pagesOf, pathOfPage } from '../../../site/operations/list-page.ts'
import { ageOf, knownOf, ownerOf } from '../../../site/operations/row.ts'
import { setAsideRow, stretchesOf } from '../../../site/operations/set-aside.ts'
import { ticketAddress } from '../../../site/operations/ticket-address.ts'
import { ticketRow } from '../../../site/operations/ticket-row.ts'
import { nothingWaits, waiting } from '../fixture-operations.ts'
import { escalation } from '../fixture-waiting.ts'
import { plain } from '../plain.ts'

const asOf = '2026-11-20T17:00:00.000Z'
const made = waiting(asOf).waiting
const setting = { ...made, zone: 'Europe/London', published_on: '2026-11-21' }

test('what is lacked is counted, and what of it is overdue', () => {
  expect(lackCounts(made.escalations)).toEqual([
    { what: 'acknowledgement', items: 3, overdue: 2 },
    { what: 'owner', items: 2, overdue: 1 },
    { what: 'update', items: 1, overdue: 1 },
    { what: 'log_entry', items: 1, overdue: 0 },
  ])
})

describe('a list in pages', () => {
  test('holds every item once and in its order, on pages that are full but for the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (items, size) => {
          const pages = pagesOf(items, size)
          expect(pages.flatMap((page) => page.items)).toEqual(items)
          expect(pages.slice(0, -1).every((page) => page.items.length === size)).toBe(true)
          expect(pages.map(({ number, before }) => [number, before])).toEqual(
            pages.map((_, at) => [at + 1, at * size]),
          )
          expect(pages.every(({ count, all }) => count === pages.length && all === items.length)).toBe(true)
        },
      ),
    )
  })
  test('is one page where nothing stands in it', () => expect(pagesOf([])).toHaveLength(1))
  test.each([
    [1, '/tickets/'],
    [2, '/tickets/2/'],
    [12, '/tickets/12/'],
  ])('page %i stands at %s', (number, path) => {
    expect(pathOfPage('/tickets/', '/tickets/', number)).toBe(path)
  })
})

const tool = 'https://tool.example/t?n={id}'
test.each<[string | null, string, string | null]>([
  [tool, 'INC0000001', 'https://tool.example/t?n=INC0000001'],
  [tool, 'INC1&x=#"<', 'https://tool.example/t?n=INC1%26x%3D%23%22%3C'],
  ['https://tool.example/{id}/of/{id}', '../a', 'https://tool.example/..%2Fa/of/..%2Fa'],
  [tool, '\ud800', 'https://tool.example/t?n=%EF%BF%BD'],
  [null, 'INC0000001', null],
  ['javascript:alert({id})', '1', null],
])('under %s the ticket %s stands at %s', (url, id, address) => {
  expect(ticketAddress(url, id)).toBe(address)
})

test.each([
  ['named', { has_owner: true, owner: 'Ann Lee' }, 'Ann Lee', null],
  ['not to be shown', { has_owner: true, owner: null }, 'Has an owner', null],
  ['nobody', { has_owner: false, owner: null }, 'Nobody', null],
  ['nobody, but someone answered', { has_owner: false, owner: null, assumed_owner: 'Bob Ray' }, 'Nobody', 'Bob Ray answered last'],
  ['not to be told', { has_owner: null, owner: null }, 'Not known', null],
] as const)('an owner: %s', (_, more, words, note) => {
  expect(ownerOf(escalation(asOf, 'E1', 5, more))).toEqual({ words, note })
}) // biome-ignore format: a table

test('how old something is: in words, and since which local day', () => {
  const young = ageOf(escalation('2026-07-01T23:30:00.000Z', 'E1', 1), setting, 'elapsed')
  expect([plain(young.words), plain(young.note)]).toEqual(['60 minutes', 'since 1 Jul 2026'])
  const late = ageOf(
    { ...escalation(asOf, 'E1', 5), begun_at: '2026-07-01T23:30:00.000Z' },
    setting,
    'business',
  )
  expect([plain(late.words), plain(late.note)]).toEqual(['1½ working hours', 'since 2 Jul 2026'])
  expect(ageOf(escalation(asOf, 'E1', 5, { age_minutes: null }), setting, 'elapsed').words).toBe(
    'Not known to the hour',
  )
})

test.each([
  ['2026-11-18T17:00:00.000Z', 'as known on Wed 18 Nov 2026, 17:00'],
  ['2026-11-20T09:00:00.000Z', null],
])('an item that is known until %s says %j', (known_until, words) => {
  expect(plain(knownOf(escalation(asOf, 'E1', 5, { known_until }), setting))).toBe(words)
})

test.each([
  ['2026-11-20', 'the day has passed'],
  ['2026-11-21', 'the day of this list'],
  ['2026-11-22', null],
])('needed by %s: %j', (needed_by, note) => {
  expect(escalationRow(escalation(asOf, 'E1', 5, { needed_by }), setting).needed?.note ?? null).toBe(note)
})

test('the row of an escalation says what is missing, the worst first, and of which ticket no export knows', () => {
  const row = escalationRow(made.escalations[0] ?? escalation(asOf, '', 0), setting)
  expect(plain(row.late)).toBe('11 weeks')
  expect(row.missing.map(({ words, notes }) => [words, notes.map(plain)])).toEqual([
    ['No acknowledgement', ['due Fri 4 Sept 2026, 06:00, 11 weeks ago']],
    ['No owner', ['none was ever named', 'due Fri 4 Sept 2026, 06:00, 11 weeks ago']],
    ['No word to the requester', ['due Tue 8 Sept 2026, 00:00, 11 weeks ago']],
  ])
  expect(row.impact).toBe('Impact: service to students')
  expect(row.tickets.map(({ address, note }) => [address, note])).toEqual([
    ['https://tool.somewhere.example/ticket?number=INC0300001', null],
    ['https://tool.somewhere.example/ticket?number=REQ0300002', 'in no export'],
  ])
})

test('the row of a ticket says which targets it is past, and the level where that is not its priority', () => {
  const rows = made.tickets.map((one) => ticketRow(one, setting))
  expect(rows.map(({ targets }) => targets.map(({ words }) => words))).toEqual([
    ['Resolve within 1 business day'],
    ['Resolve within 1 business day, raised as P1', 'Respond within 15 min, raised as P1'],
  ])
  expect(rows.map(({ escalations }) => escalations)).toEqual([['ESC-0981', 'ESC-0455 (closed)'], []])
})

describe('what a list may be limited to', () => {
  test('is what stands in it, with those of no team and of no owner', () => {
    const found = choicesOfEscalations(made.escalations)
    expect(found.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual([
      ['lack', ['acknowledgement', 'owner', 'update', 'log_entry']],
      ['team', ['Library & Student Systems', 'Network Services', '(none)']],
      ['owner', ['Ann Lee', 'Siân Dutton', '(none)']],
    ])
  })
  test('one team is no choice', () =>
    expect(choicesOfTickets(made.tickets).map(({ id }) => id)).toEqual(['lack', 'owner']))
  test('hidden owners are none', () => {
    const hidden = made.escalations.map((one) => ({ ...one, owner: null }))
    expect(choicesOfEscalations(hidden).map(({ id }) => id)).toEqual(['lack', 'team'])
  })
  test('nothing has none', () =>
    expect(choicesOfEscalations(nothingWaits(asOf).waiting.escalations)).toEqual([]))
})

describe('numbers of records', () => {
  test('in stretches are the same numbers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 80 })), (some) => {
        const numbers = some.toSorted((a, b) => a - b)
        const stretches = stretchesOf(numbers)
        expect(
          stretches.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
        ).toEqual(numbers)
        for (const [at, [from]] of stretches.entries())
          expect(from).toBeGreaterThan((stretches[at - 1]?.[1] ?? -1) + 1)
      }),
    )
  })
  test('stand by their column, with how many more there are', () => {
    const rows = waiting(asOf).setAside.groups.map(setAsideRow)
    expect(rows.map(({ why, places, more }) => [why, places, more])).toEqual([
      [
        'A date that cannot be read',
        [
          { column: 'opened_at', records: '14–16' },
          { column: 'resolved_at', records: '900' },
        ],
        'and 1 more',
      ],
      [
        'A value without a meaning here',
        [
          { column: 'status', records: '77' },
          { column: null, records: '231,004' },
        ],
        null,
      ],
    ])
  })
  test('too many to read are cut, and counted', () => {
    const records = Array.from({ length: 200 }, (_, at) => ({ record: at * 2 + 1, column: 'opened_at' }))
    const row = setAsideRow({ file: 'a.csv', source: 'a', reason: 'bad_date', count: 5_000, records })
    expect(row.places[0]?.records.split(', ')).toHaveLength(20)
    expect(row.more).toBe('and 4,980 more')
  })
})
