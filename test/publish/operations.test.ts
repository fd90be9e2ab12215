import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EscalationLack, TicketLack, WaitingEscalation, WaitingFile } from '../../data/contract.ts'
import { leftOutSentence } from '../../site/sentences/waiting.ts'
import { day } from '../support/cases.ts'
import { configOf, csv, escalationSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'
import { nightOf, setAsideOf, waitingOf } from './waiting-world.ts'

/** "acknowledgement +1 09:00, late" */
const told = ({ what, due_at, is_overdue }: EscalationLack | TicketLack): string => {
  if (due_at === null) return what
  const days = Math.floor((Date.parse(due_at) - Date.parse(day)) / 86_400_000)
  return `${what} ${days === 0 ? '' : `+${days} `}${due_at.slice(11, 16)}${is_overdue ? ', late' : ''}`
}

// rows of the log: when, what, status, owner; it was exported on the eighth day, a Tuesday, at 12:00
const cases: [name: string, rows: string[], lacks: string[] | null][] = [
  ['it came in today: nothing is late yet', ['+8 09:00,received,new,'], ['acknowledgement +9 09:00', 'owner +9 09:00']],
  ['nothing was ever done: each is late from its own time on', ['09:00,received,new,'], ['acknowledgement +1 09:00, late', 'owner +1 09:00, late', 'update +7 09:00, late']],
  ['it came in on a Friday evening: it counts from Monday', ['+4 18:00,received,new,'], ['acknowledgement +8 09:00, late', 'owner +8 09:00, late']],
  ['acknowledged, owned, heard of today', ['09:00,received,new,', '10:00,acknowledged,in_progress,Ann Lee', '+8 10:00,updated,in_progress,Ann Lee'], []],
  ['acknowledged and nobody named: it should have one from then on', ['+8 09:00,received,new,', '+8 10:00,acknowledged,in_progress,'], ['owner +8 10:00, late']],
  ['its owner was taken off', ['+7 09:00,received,new,', '+7 10:00,acknowledged,in_progress,Ann Lee', '+8 10:00,unassigned,in_progress,'], ['owner +8 10:00, late']],
  ['its owner left on the third day', ['09:00,received,new,', '10:00,acknowledged,in_progress,Bob Ray', '+8 10:00,updated,in_progress,Bob Ray'], ['owner +3 00:00, late']],
  ['a shared mailbox is no owner', ['+7 09:00,received,new,', '+7 10:00,acknowledged,in_progress,Desk'], ['owner +7 10:00, late']],
  ['an owner alone is no acknowledgement', ['+8 09:00,received,new,Ann Lee'], ['acknowledgement +9 09:00']],
  ['the last word was five working days ago, and a minute', ['09:00,received,new,', '+1 11:59,updated,in_progress,Ann Lee'], ['update +8 11:59, late']],
  ['the last word was five working days ago to the minute', ['09:00,received,new,', '+1 12:00,updated,in_progress,Ann Lee'], []],
  ['a note and a chaser are no word to the requester', ['09:00,received,new,', '10:00,acknowledged,in_progress,Ann Lee', '+8 10:00,noted,in_progress,Ann Lee', '+8 11:00,chased,in_progress,Ann Lee'], ['update +7 09:00, late']],
  ['opened again: it lacks what it lacks now', ['09:00,received,new,', '10:00,updated,in_progress,Ann Lee', '11:00,resolved,resolved,Ann Lee', '+8 11:00,reopened,in_progress,'], ['owner +8 11:00, late', 'update +7 10:00, late']],
  ['done: it waits for nothing', ['09:00,received,new,', '+8 11:00,resolved,resolved,'], null],
  ['withdrawn: it waits for nothing', ['09:00,received,new,', '+8 11:00,cancelled,cancelled,'], null],
] // biome-ignore format: a table
const idOf = (index: number): string => `E${String(index).padStart(2, '0')}`

describe('an open escalation lacks what was not there when it was last known', () => {
  let found: WaitingFile
  beforeAll(async () => {
    const rows = cases.flatMap(([, lines], index) => lines.map((line) => `${idOf(index)},${line},,`))
    found = await waitingOf((await nightOf({ log: rows })).dir)
  })

  test.each(cases.map(([name, , lacks], index) => [name, idOf(index), lacks] as const))(
    '%s',
    (_, id, lacks) => {
      const escalation = found.escalations.find((one) => one.id === id)
      expect(escalation === undefined ? null : escalation.lacks.map(told).sort()).toEqual(lacks)
    },
  )

  test.each<[string, string | null]>([
    ['nothing was ever done: each is late from its own time on', 'never_named'],
    ['acknowledged and nobody named: it should have one from then on', 'never_named'],
    ['its owner was taken off', 'taken_off'],
    ['its owner left on the third day', 'left'],
    ['opened again: it lacks what it lacks now', 'taken_off'],
    ['it came in today: nothing is late yet', null],
    ['acknowledged, owned, heard of today', null],
  ])('why there is no owner: %s', (name, because) => {
    const id = idOf(cases.findIndex(([one]) => one === name))
    expect(found.escalations.find((one) => one.id === id)).toMatchObject({ unowned_because: because })
  })

  test('the most overdue stands first, then what lacks something, then what lacks nothing', () => {
    const order = found.escalations.map(({ id, lacks }) => ({
      id,
      overdue: Math.max(
        -1,
        ...lacks.filter(({ is_overdue }) => is_overdue).map((lack) => lack.overdue_minutes),
      ),
      lacks: lacks.length > 0,
    }))
    expect(order[0]?.id).toBe(idOf(1))
    expect(order).toEqual(
      order.toSorted((a, b) => b.overdue - a.overdue || Number(b.lacks) - Number(a.lacks) || 0),
    )
    expect(order.at(-1)?.lacks).toBe(false)
  })

  test('how long something is overdue is counted on both clocks', () => {
    const lack = found.escalations
      .find(({ id }) => id === idOf(1))
      ?.lacks.find(({ what }) => what === 'owner')
    expect(lack).toMatchObject({
      overdue_minutes: 7 * 1440 + 180,
      overdue_business_minutes: 5 * 480 + 180,
      clock: 'business',
    })
  })

  test('when the requester should next hear is told of all', () => {
    const heard = found.escalations.find(({ id }) => id === idOf(3))
    expect(heard?.last_heard_at).toBe('2026-03-10T10:00:00.000Z')
    expect(heard?.next_update_due_at).toBe('2026-03-17T10:00:00.000Z')
  })
})

describe('the log and the mailbox', () => {
  let found: ReadonlyMap<string, WaitingEscalation>
  const from = 'kim@example.ac.uk,desk@example.ac.uk'
  beforeAll(async () => {
    const mail = [
      `m1,t1,+7 09:00,${from},INC0000001 is slow`,
      `m2,t2,+8 09:00,${from},INC0000002 is slow`,
      'm3,t2,+8 10:00,ann@example.ac.uk,kim@example.ac.uk,RE: INC0000002 is slow',
      `m4,t3,+8 12:30,${from},INC0000003 is slow`,
    ]
    const log = ['E01,+7 09:30,received,new,Ann Lee,INC0000001,2026-03-09']
    const { escalations } = await waitingOf((await nightOf({ log, mail })).dir)
    found = new Map(escalations.map((one) => [one.tickets[0]?.id ?? '', one]))
  })
  const lacksOf = (ticket: string) => found.get(ticket)?.lacks.map(({ what }) => what)

  test('what only the mailbox knows lacks its entry, and nothing says by when', () => {
    const entry = found.get('INC0000002')?.lacks.find(({ what }) => what === 'log_entry')
    expect(entry).toMatchObject({ due_at: null, is_overdue: false, overdue_minutes: 0 })
  })
  test('what both know does not', () => expect(lacksOf('INC0000001')).not.toContain('log_entry'))
  test('what came in after the log was exported may be in it by now', () =>
    expect(lacksOf('INC0000003')).toEqual(['acknowledgement']))
  test('a mailbox names no owner, so that none is missing is not said', () =>
    expect(found.get('INC0000002')).toMatchObject({ has_owner: null, owner: null, assumed_owner: 'Ann Lee' }))
  test('whoever is named is the owner, and nobody is taken for one', () =>
    expect(found.get('INC0000001')).toMatchObject({ has_owner: true, owner: 'Ann Lee', assumed_owner: null }))
  test('the day by which it is needed is told', () =>
    expect(found.get('INC0000001')?.needed_by).toBe('2026-03-09'))
  test('a ticket that no export has is named and marked', () =>
    expect(found.get('INC0000002')?.tickets).toEqual([{ id: 'INC0000002', is_matched: false }]))
  test('nothing of requesters or subjects is published', () =>
    expect(JSON.stringify([...found.values()])).not.toMatch(/kim|slow/))
})

test('what the sources cannot tell is not said to be missing', async () => {
  const list = csv(
    'ref,ticket,received,acknowledged,status,owner',
    'E1,,2026-03-02T09:00Z,2026-03-02T10:00Z,in_progress,',
  )
  const { dir } = await goodNight({
    config: configOf(escalationSource),
    files: { 'inbox/escalations.csv': list },
  })
  const [only] = (await waitingOf(dir)).escalations
  expect(only).toMatchObject({ lacks: [], has_owner: null, last_heard_at: null, next_update_due_at: null })
})

describe('open tickets past a target', () => {
  let found: WaitingFile
  beforeAll(async () => {
    const tickets = [
      'INC0000001,+7 09:00,new,,P2,+7 09:00,INC0000009,',
      'INC0000002,+8 09:00,new,,P1,+8 09:00,,',
      'INC0000003,+8 09:00,in_progress,Ann Lee,P2,+8 09:00,,',
      'INC0000004,+7 09:00,new,,P2,+7 09:00,,',
      'INC0000004,+7 10:00,resolved,Ann Lee,P2,+7 09:00,,',
      'INC0000005,+7 09:00,new,,P3,+7 09:00,,',
      'INC0000009,+8 09:00,in_progress,Ann Lee,P3,+8 09:00,,yes',
    ]
    const log = [
      'E01,+7 09:30,received,new,Ann Lee,INC0000001,',
      'E02,+7 09:30,received,new,,INC0000002,',
      'E02,+7 11:00,resolved,resolved,,INC0000002,',
    ]
    found = await waitingOf((await nightOf({ log, tickets })).dir)
  })

  test('are those that are open and late, the longest overdue first', () =>
    expect(found.tickets.map(({ id, level, lacks }) => [id, level, lacks.map(told)])).toEqual([
      ['INC0000001', 'P2', ['resolution +8 09:00, late']],
      ['INC0000002', 'P1', ['response +8 09:15, late']],
    ]))
  test('each with its target and its clock', () =>
    expect(found.tickets.map(({ lacks }) => lacks[0])).toMatchObject([
      { target: '1 business day', clock: 'business', overdue_minutes: 180, overdue_business_minutes: 180 },
      { target: '15 min', clock: 'elapsed', overdue_minutes: 165 },
    ]))
  test('with the escalations that name them, and the major incident that they are part of', () =>
    expect(found.tickets.map(({ escalations, major_incident }) => ({ escalations, major_incident }))).toEqual(
      [
        { escalations: [{ id: 'E01', is_open: true }], major_incident: 'INC0000009' },
        { escalations: [{ id: 'E02', is_open: false }], major_incident: null },
      ],
    ))
})

test('a target of every hour that passed at the weekend stands before one that passed today', async () => {
  const tickets = ['INC0000001,+6 09:00,new,,P1,+6 09:00,,', 'INC0000002,+7 09:00,new,,P2,+7 09:00,,']
  const { tickets: late } = await waitingOf((await nightOf({ tickets })).dir)
  expect(late.map(({ id }) => id)).toEqual(['INC0000001', 'INC0000002'])
})

test('who withdrew an escalation, or sent it twice, waits for nothing, and is counted apart', async () => {
  const source = escalationSource.replace('owner: owner }', 'owner: owner, outcome: outcome }')
  const row = (id: string, outcome: string): string => `${id},,2026-03-02T09:00,,new,,${outcome}`
  const list = csv(
    'ref,ticket,received,acknowledged,status,owner,outcome',
    row('E1', ''),
    row('E2', 'withdrawn'),
    row('E3', 'duplicate'),
    row('E4', 'declined'),
  )
  const { dir } = await goodNight({ config: configOf(source), files: { 'inbox/escalations.csv': list } })
  const { escalations, left_out } = await waitingOf(dir)
  expect([escalations.map(({ id }) => id), left_out]).toEqual([['E1', 'E4'], 2])
  expect(leftOutSentence({ left_out })).toContain('2')
  const board = JSON.parse(await readFile(join(dir, 'current', 'measures', 'acknowledged.json'), 'utf8'))
  const waiting = board.figures.find(
    (one: { id: string; item_kind: string }) => one.id === 'waiting_now' && one.item_kind === 'escalation',
  )
  expect(waiting.value).toBe(escalations.length)
})

describe('people are called as the installation says', () => {
  const log = [
    'E01,+8 09:00,received,new,Ann Lee,,',
    'E02,+8 10:00,received,new,Cat Poe,,',
    'E03,+8 11:00,received,new,Ann Lee,,',
  ]
  const owners = async (how: string): Promise<(string | null)[]> => {
    const { dir } = await nightOf({ log, more: `audiences: { operations: { owners: ${how} } }` })
    const { escalations, owners: said } = await waitingOf(dir)
    expect(said).toBe(how)
    expect(escalations.every(({ has_owner }) => has_owner)).toBe(true)
    return escalations.map(({ owner }) => owner)
  }

  test('by name', async () => expect(await owners('named')).toEqual(['Ann Lee', 'Cat Poe', 'Ann Lee']))
  test('not at all', async () => expect(await owners('hidden')).toEqual([null, null, null]))
  test('by a code, which is one for everything that is theirs', async () => {
    const [first, second, third] = await owners('coded')
    expect([first, second]).toEqual([
      expect.stringMatching(/^Person [A-Z]{4}$/),
      expect.not.stringMatching(`^${first}$`),
    ])
    expect(third).toBe(first)
  })
})

test('what was set aside is told by file, record and column, without what it holds', async () => {
  const { dir } = await nightOf({
    log: [
      'E01,+8 09:00,received,new,,,',
      'E02,yesterday,received,new,,,',
      'E03,+8 09:00,received,secret,,,',
      'E04,sometime,received,new,,,',
    ],
  })
  const file = await setAsideOf(dir)
  expect(file).toEqual({
    count: 3,
    groups: [
      {
        file: 'log.csv',
        source: 'log',
        reason: 'bad_date',
        count: 2,
        records: [
          { record: 2, column: 'at' },
          { record: 4, column: 'at' },
        ],
      },
      {
        file: 'log.csv',
        source: 'log',
        reason: 'unknown_value',
        count: 1,
        records: [{ record: 3, column: 'status' }],
      },
    ],
  })
  expect(JSON.stringify(file)).not.toMatch(/yesterday|secret|sometime/)
})

test('of very many that were set aside for one reason the first are listed, and all are counted', async () => {
  const bad = Array.from({ length: 250 }, (_, at) => `E${at + 2},never,received,new,,,`)
  const { dir } = await nightOf({ log: ['E1,+8 09:00,received,new,,,', ...bad] })
  const { count, groups } = await setAsideOf(dir)
  expect([count, groups[0]?.count, groups[0]?.records.length, groups[0]?.records.at(-1)?.record]).toEqual([
    250, 250, 200, 201,
  ])
})
