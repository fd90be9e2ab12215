import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, wall } from '../support/cases.ts'
import { configOf, csv, escalationSource, eventSource, itemSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'
import { factsOfMail } from '../support/messages.ts'

const people = `people:
  - { name: Bob Ray, to: 2026-03-03 }
  - { name: Service Desk, shared: true }`
const header = 'id,at,order,status,owner,team,actor,opened'
const line = (cells: string): string => `${cells},,,09:00`
const begun = line('09:00,1,new,')
const taken = line('10:00,2,in_progress,Ann')
const untaken = line('10:00,2,in_progress,')
// everything is exported on the Monday after, at five
const atTheEnd = '+7 17:00'
const exported = (lines: readonly string[]) => ({
  'inbox/log.csv': { content: csv(header, ...lines), at: '2026-03-09T17:00:00Z' },
})
const always = {
  is_always_owned: true,
  unowned_minutes: 0,
  unowned_business_minutes: 0,
  is_unowned_now: false,
  since: null,
}
const untold = { is_always_owned: null, window_minutes: null, unowned_minutes: null, unowned_business_minutes: null } // biome-ignore format: a list

const found = async (night: Pick<Night, 'query'>): Promise<Map<string, unknown>> =>
  new Map(
    (
      await night.query(`
        select * exclude (window_from_at, unowned_since_at),
          strftime(window_from_at, '%d %H:%M') as window_from, strftime(unowned_since_at, '%d %H:%M') as since
        from fct_owned`)
    ).map((row) => [String(row.item_id), row]),
  )

// cells: at, order, status, owner
const cases: ItemCase[] = [
  {
    name: 'owned from its acknowledgement on',
    rows: [begun, taken, line('12:00,3,resolved,Ann')],
    expect: { ...always, window_from: '02 10:00', window_minutes: 120, window_business_minutes: 120 },
  },
  {
    name: 'owned by nobody before its acknowledgement, which is early enough',
    rows: [begun, line('09:30,2,new,'), line('10:00,3,in_progress,Ann')],
    expect: always,
  },
  {
    name: 'named half an hour after the acknowledgement',
    rows: [begun, untaken, line('10:30,3,in_progress,Ann'), line('12:00,4,resolved,Ann')],
    expect: { is_always_owned: false, window_minutes: 120, unowned_minutes: 30, unowned_business_minutes: 30, is_unowned_now: false, since: null },
  },
  { name: 'named at the very time of the acknowledgement', rows: [begun, untaken, line('10:00,3,in_progress,Ann')], expect: always },
  {
    name: 'taken from one and given to another at one time',
    rows: [begun, taken, line('11:00,3,in_progress,'), line('11:00,4,in_progress,Cat')],
    expect: always,
  },
  {
    name: 'a gap between two owners',
    rows: [begun, taken, line('11:00,3,in_progress,'), line('11:45,4,in_progress,Cat')],
    expect: { is_always_owned: false, unowned_minutes: 45, unowned_business_minutes: 45, is_unowned_now: false },
  },
  {
    name: 'a gap over a night',
    rows: [begun, taken, line('16:00,3,in_progress,'), line('+1 10:00,4,in_progress,Cat'), line('+1 11:00,5,resolved,Cat')],
    expect: { is_always_owned: false, unowned_minutes: 1080, unowned_business_minutes: 120, window_business_minutes: 540 },
  },
  {
    name: 'never touched: from the end of a business day on it should have had an owner',
    rows: [begun],
    expect: { is_always_owned: false, window_from: '03 09:00', unowned_minutes: 9120, unowned_business_minutes: 2400, is_unowned_now: true, since: '03 09:00' },
  },
  {
    name: 'acknowledged late: the window began before',
    rows: [begun, line('+2 09:00,2,in_progress,Ann'), line('+2 10:00,3,resolved,Ann')],
    expect: { is_always_owned: false, window_from: '03 09:00', unowned_minutes: 1440 },
  },
  {
    name: 'received a moment ago: the window has not begun',
    rows: ['+7 10:00,1,new,,,,+7 10:00'],
    expect: { ...untold, window_from: '10 10:00', is_unowned_now: false, since: null },
  },
  {
    name: 'its owner has left: unowned from then on',
    rows: [begun, line('10:00,2,in_progress,Bob Ray')],
    expect: { is_always_owned: false, unowned_minutes: 8220, is_unowned_now: true, since: '04 00:00' },
  },
  {
    name: 'owned by a shared mailbox is owned by nobody',
    rows: [begun, line('10:00,2,in_progress,Service Desk'), line('11:00,3,resolved,Service Desk')],
    expect: { is_always_owned: false, unowned_minutes: 60 },
  },
  {
    name: 'the time in which it was resolved, before it was reopened, does not count',
    rows: [begun, taken, line('11:00,3,resolved,'), line('+1 10:00,4,in_progress,Ann'), line('+1 11:00,5,resolved,Ann')],
    expect: { ...always, window_minutes: 120, window_business_minutes: 120 },
  },
  {
    name: 'reopened for nobody',
    rows: [begun, taken, line('11:00,3,resolved,Ann'), line('+1 10:00,4,in_progress,'), line('+1 10:20,5,in_progress,Ann'), line('+1 11:00,6,resolved,Ann')],
    expect: { is_always_owned: false, window_minutes: 120, unowned_minutes: 20 },
  },
  {
    name: 'reopened, and nobody owns it now: since it was reopened',
    rows: [begun, taken, line('11:00,3,resolved,Ann'), line('+7 16:00,4,in_progress,')],
    expect: { is_always_owned: false, unowned_minutes: 60, is_unowned_now: true, since: '09 16:00' },
  },
  {
    name: 'resolved at the first touch: it had to be owned at no time',
    rows: [begun, line('10:00,2,resolved,')],
    expect: { ...always, window_minutes: 0 },
  },
  {
    name: 'cancelled: until then',
    rows: [begun, untaken, line('10:15,3,cancelled,')],
    expect: { is_always_owned: false, window_minutes: 15, unowned_minutes: 15, is_unowned_now: false },
  },
  {
    name: 'closed after it was resolved: until it was resolved',
    rows: [begun, taken, line('11:00,3,resolved,'), line('+3 11:00,4,closed,')],
    expect: { ...always, window_minutes: 60 },
  },
  {
    name: 'given up at the last moment: unowned now, for no time yet',
    rows: [begun, taken, line(`${atTheEnd},3,in_progress,`)],
    expect: { is_always_owned: false, unowned_minutes: 0, is_unowned_now: true, since: '09 17:00' },
  },
  {
    name: 'taken at the last moment: unowned until then, and no more',
    rows: [begun, untaken, line(`${atTheEnd},3,in_progress,Ann`)],
    expect: { is_always_owned: false, unowned_minutes: 10500, is_unowned_now: false, since: null },
  },
  {
    name: 'acknowledged at the last moment, for nobody',
    rows: ['+7 10:00,1,new,,,,+7 10:00', `${atTheEnd},2,in_progress,,,,+7 10:00`],
    expect: { is_always_owned: false, window_minutes: 0, unowned_minutes: 0, is_unowned_now: true, since: '09 17:00' },
  },
] // biome-ignore format: a table

describe('a ticket that is', () => {
  let told: Map<string, unknown>
  beforeAll(async () => {
    told = await found(
      await goodNight({ config: configOf(eventSource, people), files: exported(linesOf(cases)) }),
    )
  })

  test.each(cases.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    expect(told.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })
})

describe('by the clock', () => {
  // the clocks go forward on 29 March
  const rows = [
    'T1,2026-03-27T15:00,1,in_progress,Ann,,,2026-03-27T15:00',
    'T1,2026-03-28T12:00,2,in_progress,,,,2026-03-27T15:00',
    'T1,2026-03-29T12:00,3,in_progress,Ann,,,2026-03-27T15:00',
    'T2,2026-04-02T15:00,1,new,Ann,,,2026-04-02T15:00',
    'T2,2026-04-02T16:00,2,new,,,,2026-04-02T15:00',
  ]
  const files = { 'inbox/log.csv': { content: csv(header, ...rows), at: '2026-04-08T16:00:00Z' } }
  let night: Night
  beforeAll(async () => {
    night = await goodNight({ config: configOf(eventSource, 'owner_within: 2 business hours'), files })
  })

  test('a gap over the change of clocks has the hours that passed', async () => {
    expect((await found(night)).get('T1')).toMatchObject({
      unowned_minutes: 1380,
      unowned_business_minutes: 0,
    })
  })

  test('the window begins after as long as the settings say, and no holiday is business time', async () => {
    expect((await found(night)).get('T2')).toMatchObject({
      window_from: '02 16:00',
      unowned_minutes: 8640,
      unowned_business_minutes: 960,
      since: '02 16:00',
    })
  })
})

describe('it cannot be told', () => {
  test('where no source ever names an owner', async () => {
    const files = exported(['T1,09:00,1,new,,,,09:00', 'T1,10:00,2,in_progress,,,,09:00'].map(wall))
    const told = await found(await goodNight({ config: configOf(eventSource), files }))
    expect(told.get('T1')).toMatchObject({ ...untold, is_unowned_now: null, since: null })
  })

  test('of a ticket that was under way when it was first seen, but for its being unowned now', async () => {
    const files = {
      'inbox/tickets.csv': csv(
        'id,opened,updated,resolved,status,owner,team',
        'T1,2026-03-02T09:00,,,in_progress,Ann,',
        'T2,2026-03-02T09:00,,,in_progress,,',
      ),
    }
    const told = await found(await goodNight({ config: configOf(itemSource), files }))
    expect(told.get('T1')).toMatchObject({ ...untold, is_unowned_now: false })
    expect(told.get('T2')).toMatchObject({ ...untold, is_unowned_now: true, since: null })
  })

  test('where the owner is only assumed of who answers', async () => {
    const facts = await factsOfMail({
      files: [
        [
          { message_id: 'a1', at: wall('09:00'), direction: 'in', requester: 'kim', actor: 'kim' },
          { message_id: 'a2', at: wall('10:00'), direction: 'out', parents: 'a1', actor: 'ann', owner: 'Ann Lee' },
        ],
      ],
    }) // biome-ignore format: a table
    expect([...(await found(facts)).values()]).toMatchObject([{ ...untold, is_unowned_now: null }])
  })
})

test('acknowledged on a day alone: it is told whether it was owned, and no minutes', async () => {
  const files = {
    'inbox/escalations.csv': csv(
      'ref,ticket,received,acknowledged,status,owner',
      'E1,,2026-03-02T09:00,2026-03-02,new,',
      'E2,,2026-03-02T09:00,,new,Ann',
    ),
  }
  const told = await found(await goodNight({ config: configOf(escalationSource), files }))
  expect(told.get('E1')).toMatchObject({
    ...untold,
    is_always_owned: false,
    window_from: '02 23:59',
    is_unowned_now: true,
  })
})
