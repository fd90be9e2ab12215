import { beforeAll, describe, expect, test } from 'vitest'
import { mailboxesWithoutReplies, noReplies } from '../../etl/publish/mailboxes.ts'
import { outcomes, wall } from '../support/cases.ts'
import { factsOfMail, type LandedRow } from '../support/messages.ts'

type More = Partial<LandedRow>
const written =
  (direction: LandedRow['direction'], usual: More) =>
  (message_id: string, at: string, more: More = {}): LandedRow => ({
    message_id,
    at: wall(at),
    direction,
    ...usual,
    ...more,
  })
const asked = written('in', { requester: 'kim', actor: 'kim' })
const answered = written('out', { actor: 'ann', owner: 'Ann Lee' })
const away = written('auto_in', { actor: 'kim' })
const automatic = written('auto_out', { actor: 'desk' })
const re = (...parents: string[]): More => ({ parents: parents.join(' ') })

const people = `people:
  - { name: Ann Lee, aliases: [alee@example.ac.uk], team: Network }
  - { name: Bob Ray }
  - { name: Service Desk, aliases: [desk@example.ac.uk], shared: true }`

// each case is a thread of its own, named after its first message
const cases: [name: string, messages: LandedRow[], expected: Record<string, unknown>][] = [
  [
    'a request, an answer and a chaser',
    [asked('a1', '09:00'), answered('a2', '10:00', re('a1')), asked('a3', '11:00', re('a1', 'a2'))],
    { received_at: '09:00', acknowledged_at: '10:00', acknowledged_basis: 'reply', acknowledge_minutes: 60, status: 'new', is_open: true, events: ['09:00 received', '10:00 updated', '10:00 assigned', '11:00 chased'] },
  ],
  [
    'an automatic reply first acknowledges nothing',
    [asked('b1', '09:00'), automatic('b2', '09:00', re('b1')), answered('b3', '12:00', re('b1'))],
    { acknowledged_at: '12:00', events: ['09:00 received', '09:00 auto_acknowledged', '12:00 updated', '12:00 assigned'] },
  ],
  ['never answered', [asked('c1', '09:00')], { acknowledged_at: null, acknowledge_minutes: null, is_open: true, events: ['09:00 received'] }],
  [
    'an out-of-office notice is a note, and no chaser',
    [asked('d1', '09:00'), answered('d2', '10:00', re('d1')), away('d3', '10:01', re('d2'))],
    { events: ['09:00 received', '10:00 updated', '10:00 assigned', '10:01 noted'] },
  ],
  [
    'the message that both refer to is missing',
    [asked('e1', '09:00', re('gone')), answered('e2', '10:00', re('gone'))],
    { received_at: '09:00', acknowledged_at: '10:00' },
  ],
  [
    'one conversation by its id',
    [asked('f1', '09:00', { conversation_id: 'f' }), answered('f2', '10:00', { conversation_id: 'f' })],
    { acknowledged_at: '10:00' },
  ],
  [
    'staff wrote first: received when the person wrote, and not acknowledged by what came before',
    [answered('g1', '08:00'), asked('g2', '09:00', re('g1')), answered('g3', '09:30', re('g1', 'g2'))],
    { received_at: '09:00', acknowledged_at: '09:30', flags: [], owners: ['Ann Lee'], events: ['08:00 noted', '09:00 received', '09:30 updated', '09:30 assigned'] },
  ],
  [
    'an answer dated before what it answers, by a clock that is wrong: acknowledged, and flagged',
    [answered('h2', '08:59', re('h1')), asked('h1', '09:00')],
    { received_at: '09:00', acknowledged_at: '08:59', acknowledge_minutes: 0, flags: ['negative_acknowledge'] },
  ],
  [
    'who answers again owns it still, and another takes it over',
    [asked('i1', '09:00'), answered('i2', '10:00', re('i1')), answered('i3', '11:00', { ...re('i1'), owner: 'alee@example.ac.uk' }), answered('i4', '12:00', { ...re('i1'), owner: 'Bob Ray' })],
    { owners: ['Ann Lee', 'Bob Ray'], ends: ['12:00', null], events: ['09:00 received', '10:00 updated', '10:00 assigned', '11:00 updated', '12:00 updated', '12:00 assigned'] },
  ],
  [
    'an answer in the name of the shared mailbox takes the owner from nobody',
    [asked('j1', '09:00'), answered('j2', '10:00', re('j1')), answered('j3', '11:00', { ...re('j1'), owner: 'desk@example.ac.uk' })],
    { owners: ['Ann Lee'], ends: [null] },
  ],
  [
    'a chaser by another person is a chaser, and not a request',
    [asked('k1', '09:00'), asked('k2', '10:00', { ...re('k1'), requester: 'lou', actor: 'lou' })],
    { events: ['09:00 received', '10:00 chased'], acknowledged_at: null },
  ],
  [
    'two people write at the same second: one is the request',
    [asked('l2', '09:00', { conversation_id: 'l' }), asked('l1', '09:00', { conversation_id: 'l' })],
    { events: ['09:00 received', '09:00 chased'] },
  ],
  [
    'an automatic notice that starts a thread is no request',
    [away('m1', '08:00'), asked('m2', '09:00', re('m1'))],
    { received_at: '09:00', events: ['08:00 noted', '09:00 received'] },
  ],
] // biome-ignore format: a table

describe('an escalation that only the mailbox tells of', () => {
  const block: More = {
    route: 'form',
    reason: 'speed',
    impact: 'teaching',
    wanted: 'fix',
    needed_by: '2026-03-09',
  }
  let facts: Awaited<ReturnType<typeof factsOfMail>>
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    facts = await factsOfMail({
      more: people,
      files: [
        [
          ...cases.flatMap(([, messages]) => messages),
          asked('x1', '09:00', { ...block, ticket_id: 'INC0000001' }),
          answered('x2', '10:00', { ...re('x1'), ticket_id: 'INC0000002 INC0000001', reason: 'quality', route: 'mailbox' }),
          answered('y1', '09:00', { ticket_id: 'INC0000003' }),
          automatic('y2', '09:30', re('y1')),
        ],
      ],
    }) // biome-ignore format: a table
    found = await outcomes(facts)
  })

  test.each(cases.map(([name, messages, expected]) => [name, messages, expected] as const))(
    '%s',
    (_, messages, expected) => {
      const [first] = messages.toSorted((a, b) =>
        `${a.at}${a.message_id}`.localeCompare(`${b.at}${b.message_id}`),
      )
      expect(found.get(`M-${first?.message_id}`)).toMatchObject(expected)
    },
  )

  test('says what the form was filled in with, whatever is answered to it', async () => {
    const columns = 'route, reason, impact, wanted, needed_by::varchar as needed_by, ticket_id, ticket_match'
    expect(
      await facts.query(`select ${columns} from fct_escalations where escalation_id in ('M-a1', 'M-x1') order by escalation_id`),
    ).toEqual([
      { route: 'mailbox', reason: 'unknown', impact: null, wanted: null, needed_by: null, ticket_id: null, ticket_match: 'missing' },
      { route: 'form', reason: 'speed', impact: 'teaching', wanted: 'fix', needed_by: '2026-03-09', ticket_id: 'INC0000001', ticket_match: 'unmatched' },
    ]) // biome-ignore format: a table
  })

  test('names every ticket of every message, once', async () => {
    expect(
      await facts.query('select escalation_id, ticket_id from fct_escalation_tickets order by place'),
    ).toEqual([
      { escalation_id: 'M-x1', ticket_id: 'INC0000001' },
      { escalation_id: 'M-x1', ticket_id: 'INC0000002' },
    ])
  })

  test('is none where nobody wrote to it, and its messages are kept', async () => {
    expect(found.has('M-y1')).toBe(false)
    const rows = await facts.query("select item_id from fct_events where item_id = 'M-y1'")
    expect(rows).toEqual([])
    expect((await facts.verdicts()).flat().every((verdict) => verdict === 'kept')).toBe(true)
  })

  test('tells who acted: the requester, staff, or nobody', async () => {
    expect(
      await facts.query(`select distinct kind, actor_kind, actor is null as is_nameless from fct_events
        where item_id <= 'M-d1' order by all`),
    ).toEqual([
      { kind: 'assigned', actor_kind: 'staff', is_nameless: false },
      { kind: 'auto_acknowledged', actor_kind: 'system', is_nameless: false },
      { kind: 'chased', actor_kind: 'requester', is_nameless: false },
      { kind: 'noted', actor_kind: 'system', is_nameless: false },
      { kind: 'received', actor_kind: 'requester', is_nameless: false },
      { kind: 'updated', actor_kind: 'staff', is_nameless: false },
    ])
  })

  test('leaves a trace in its source', async () => {
    expect(
      await facts.query("select source, trace_id from fct_escalation_traces where escalation_id = 'M-a1'"),
    ).toEqual([{ source: 'mailbox', trace_id: 'M-a1' }])
  })
})

const threeAnswers = [
  asked('a1', '09:00'),
  answered('a2', '10:00', re('a1')),
  answered('a3', '11:00', { ...re('a1'), owner: 'Bob Ray' }),
  answered('a4', '12:00', re('a1')),
]
test.each([
  ['is shown and does not count', [], true, { owner: null, team: null, first_owned_at: null, handoff_count: 0 }],
  ['counts where the source says so', ['assume_owner: true'], false, { owner: 'Ann Lee', team: 'Network', first_owned_at: '10:00', handoff_count: 2 }],
] as const)('an owner who is taken for one because they answered %s', async (_, lines, isAssumed, expected) => {
  const facts = await factsOfMail({ files: [threeAnswers], lines, more: people })
  expect((await outcomes(facts)).get('M-a1')).toMatchObject({ ...expected, owners: ['Ann Lee', 'Bob Ray', 'Ann Lee'] })
  expect(await facts.query('select distinct is_assumed from fct_ownership')).toEqual([{ is_assumed: isAssumed }])
}) // biome-ignore format: a table

test('an owner that someone put right is named, whoever answered', async () => {
  const said = { line: 2, item: 'M-a1', field: 'owner', value: 'Bob Ray', reason: 'took it', by: 'ann' } as const
  const facts = await factsOfMail({ files: [threeAnswers], more: people, corrections: [said] })
  expect((await outcomes(facts)).get('M-a1')).toMatchObject({ owner: 'Bob Ray', first_owned_at: '12:00', handoff_count: 0 })
}) // biome-ignore format: a table

describe('the same message', () => {
  test('in two files is a duplicate, wherever it stands in them', async () => {
    const [request, answer] = [asked('a1', '09:00'), answered('a2', '10:00', re('a1'))]
    const facts = await factsOfMail({ files: [[request], [answer, request]] })
    expect(await facts.verdicts()).toEqual([['kept'], ['kept', 'duplicate']])
    expect((await outcomes(facts)).get('M-a1')).toMatchObject({
      events: ['09:00 received', '10:00 updated', '10:00 assigned'],
    })
  })

  test('twice in one file is a duplicate', async () => {
    const facts = await factsOfMail({ files: [[asked('a1', '09:00'), asked('a1', '09:00')]] })
    expect(await facts.verdicts()).toEqual([['kept', 'duplicate']])
  })

  test.each([
    ['by who wrote it', { ticket_id: 'INC0000001' }],
    ['by its time alone', { at: wall('09:05') }],
  ])('read otherwise later, %s, is superseded', async (_, change) => {
    const facts = await factsOfMail({ files: [[asked('a1', '09:00')], [asked('a1', '09:00', change)]] })
    expect(await facts.verdicts()).toEqual([['superseded'], ['kept']])
    expect(await facts.query('select count(*)::integer as n from fct_escalations')).toEqual([{ n: 1 }])
  })
})

test('a message without a time, without an id, or too large is set aside, and the rest of its thread is not', async () => {
  const facts = await factsOfMail({
    files: [
      [
        asked('a1', '09:00'),
        answered('a2', '10:00', { ...re('a1'), at: null }),
        asked('', '10:30', { ...re('a1'), message_id: null }),
        asked('a4', '10:45', { ...re('a1'), needed_by: 'soon' }),
        asked('a5', '10:50', { ...re('a1'), rejected_as: 'too_large' }),
        asked('a6', '+29 23:00', { ...re('a1'), at: '2026-05-01T09:00' }),
        answered('a7', '11:00', re('a2')),
      ],
    ],
  })
  expect(
    await facts.query('select record, fault, fault_column from stg_records where fault is not null order by record'),
  ).toEqual([
    { record: 2, fault: 'missing_time', fault_column: 'at' },
    { record: 3, fault: 'missing_id', fault_column: 'message_id' },
    { record: 4, fault: 'bad_date', fault_column: 'needed_by' },
    { record: 5, fault: 'too_large', fault_column: null },
    { record: 6, fault: 'future', fault_column: 'at' },
  ]) // biome-ignore format: a table
  expect((await outcomes(facts)).get('M-a1')).toMatchObject({
    acknowledged_at: '11:00',
    events: ['09:00 received', '11:00 updated', '11:00 assigned'],
  })
})

test('a request from the future is no request, and sets nothing aside but itself', async () => {
  const facts = await factsOfMail({
    files: [
      [
        asked('a1', '09:00', { at: '2026-05-01T09:00' }),
        asked('a2', '10:00', re('a1')),
        answered('a3', '11:00', re('a1')),
      ],
    ],
  })
  expect(await facts.verdicts()).toEqual([['quarantined', 'kept', 'kept']])
  expect((await outcomes(facts)).get('M-a2')).toMatchObject({
    received_at: '10:00',
    acknowledged_at: '11:00',
  })
})

describe('two threads that a later message joins', () => {
  const files = [
    [
      asked('a1', '09:00'),
      asked('b1', '10:00', { ticket_id: 'INC0000001' }),
      answered('b2', '10:30', re('b1')),
      answered('c1', '12:00', re('a1', 'b1')),
    ],
  ]
  test('are one from then on', async () => {
    const found = await outcomes(await factsOfMail({ files }))
    expect([...found.keys()]).toEqual(['M-a1'])
    expect(found.get('M-a1')).toMatchObject({
      acknowledged_at: '10:30',
      events: ['09:00 received', '10:00 chased', '10:30 updated', '10:30 assigned', '12:00 updated'],
    })
  })
  test('are two as of a time before', async () => {
    const facts = await factsOfMail({ files, asOf: '2026-03-02T11:00:00Z' })
    const found = await outcomes(facts)
    expect([...found.keys()]).toEqual(['M-a1', 'M-b1'])
    expect(found.get('M-a1')).toMatchObject({ acknowledged_at: null, known_until: '11:00' })
    expect(found.get('M-b1')).toMatchObject({ acknowledged_at: '10:30' })
  })
})

test('as of a time between its messages only the earlier ones are told', async () => {
  const files = [
    [answered('g1', '08:00', { ticket_id: 'INC0000001' }), asked('g2', '09:00', re('g1')), ...threeAnswers],
  ]
  const early = await factsOfMail({ files, asOf: '2026-03-02T08:30:00Z' })
  expect([...(await outcomes(early)).keys()]).toEqual([])
  expect(await early.query('select * from fct_escalation_tickets')).toEqual([])
  const later = await factsOfMail({ files, asOf: '2026-03-02T10:00:00Z' })
  expect((await outcomes(later)).get('M-a1')).toMatchObject({
    events: ['09:00 received', '10:00 updated', '10:00 assigned'],
  })
})

test('any split of the messages into files, in any order, gives the same facts', async () => {
  const all = [
    ...threeAnswers,
    asked('b1', '09:00', { conversation_id: 'b', ticket_id: 'INC0000001' }),
    asked('b2', '09:00', { conversation_id: 'b', ticket_id: 'INC0000002' }),
    automatic('b3', '09:00', { conversation_id: 'b' }),
  ]
  const splits = [
    [all],
    [all.toReversed()],
    [all.slice(4), all.slice(0, 4)],
    [all.filter((_, index) => index % 2 === 1), all, all.filter((_, index) => index % 2 === 0)],
  ]
  const told = []
  for (const files of splits) {
    const { query } = await factsOfMail({ files, more: people })
    told.push({
      events: await query('select * exclude (file_id, record) from fct_events order by item_id, position'),
      escalations: await query('select * exclude (known_until, age_minutes, age_business_minutes) from fct_escalations order by escalation_id'),
      owners: await query('select * from fct_ownership order by all'),
      tickets: await query('select * from fct_escalation_tickets order by all'),
    }) // biome-ignore format: a table
  }
  expect(told[0]?.events).toHaveLength(10)
  for (const other of told) expect(other).toEqual(told[0])
})

describe('a mailbox without a reply by a person', () => {
  test.each([
    ['is named', [asked('a1', '09:00'), automatic('a2', '09:00', re('a1'))], ['mailbox']],
    ['is not, once there is one', [asked('a1', '09:00'), answered('z1', '09:00')], []],
  ] as const)('%s', async (_, rows, expected) => {
    const { database } = await factsOfMail({ files: [rows] })
    expect(await mailboxesWithoutReplies(database)).toEqual(expected)
  })
  test('is warned of in a sentence that says what to do', () => {
    expect(noReplies('mailbox')).toMatch(/^source "mailbox": .* export that folder too/)
  })
})
