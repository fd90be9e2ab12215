import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, wall } from '../support/cases.ts'
import { configOf, csv, eventSource, itemSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'
import { factsOfMail } from '../support/messages.ts'

const messages = eventSource
  .replace('status:', 'event: event, status:')
  .replace('grain: event', 'grain: event\n  empty: unchanged')
const more = `update_cadence: 2 business days
people: [{ name: Robot, aliases: [robot], system: true }]`
const header = 'id,at,order,event,status,owner,team,actor,opened'
const line = (cells: string): string => `${cells},09:00`
const begun = line('09:00,1,,new,,,')
const answered = (time: string, order: number, by = 'ann'): string =>
  line(`${time},${order},updated,,,,${by}`)
const became = (time: string, order: number, status: string): string =>
  line(`${time},${order},,${status},,,ann`)
const exportedAt = (lines: readonly string[], at: string) => ({
  'inbox/log.csv': { content: csv(header, ...lines), at },
})

const found = async (night: Pick<Night, 'query'>): Promise<Map<string, unknown>> =>
  new Map(
    (
      await night.query(`
        with told as (
          select item_id, list(strftime(from_at, '%d %H:%M') || ' to ' || strftime(to_at, '%d %H:%M')
            || case when is_heard then ': heard' else ': not' end order by from_at) as told
          from fct_heard group by item_id
        )
        select * exclude (last_message_at), strftime(last_message_at, '%d %H:%M') as last_message
        from fct_silences left join told using (item_id)`)
    ).map((row) => [String(row.item_id), row]),
  ) // biome-ignore format: a query

// cells: at, order, event, status, owner, team, actor; everything is exported at five on the Monday two weeks later
const cases: ItemCase[] = [
  {
    name: 'nobody ever wrote',
    rows: [begun],
    expect: { messages: 0, last_message: null, told: ['02 09:00 to 16 17:00: not'], longest_silence_minutes: 20640, silence_now_minutes: 20640, is_silent_now: true },
  },
  {
    name: 'an answer and a solution',
    rows: [begun, answered('10:00', 2), became('12:00', 3, 'resolved')],
    expect: { messages: 1, last_message: '02 10:00', told: ['02 09:00 to 02 10:00: not', '02 10:00 to 02 12:00: heard'], longest_silence_minutes: 120, silence_now_minutes: null, is_silent_now: false },
  },
  {
    name: 'the cadence passes',
    rows: [begun, answered('10:00', 2), became('+4 10:00', 3, 'resolved')],
    expect: { told: ['02 09:00 to 02 10:00: not', '02 10:00 to 04 10:00: heard', '04 10:00 to 06 10:00: not'], longest_silence_minutes: 5760 },
  },
  {
    name: 'the cadence passes, and somebody writes again',
    rows: [begun, answered('10:00', 2), answered('+3 10:00', 3), became('+3 11:00', 4, 'resolved')],
    expect: { told: ['02 09:00 to 02 10:00: not', '02 10:00 to 04 10:00: heard', '04 10:00 to 05 10:00: not', '05 10:00 to 05 11:00: heard'], longest_silence_minutes: 4320 },
  },
  {
    name: 'messages within the cadence are one time of having heard',
    rows: [begun, answered('10:00', 2), answered('+1 10:00', 3), answered('+3 10:00', 4), became('+3 11:00', 5, 'resolved')],
    expect: { messages: 3, told: ['02 09:00 to 02 10:00: not', '02 10:00 to 05 11:00: heard'], longest_silence_minutes: 2880 },
  },
  {
    name: 'an answer at the time of the receipt',
    rows: [begun, answered('09:00', 2), became('10:00', 3, 'resolved')],
    expect: { told: ['02 09:00 to 02 10:00: heard'], longest_silence_minutes: 60 },
  },
  {
    name: 'an answer before the receipt, by a clock that is wrong',
    rows: [answered('08:30', 1), became('10:00', 3, 'resolved')],
    expect: { told: ['02 09:00 to 02 10:00: heard'], longest_silence_minutes: 60, last_message: '02 09:00' },
  },
  {
    name: 'two answers at one time',
    rows: [begun, answered('10:00', 2), answered('10:00', 3), became('11:00', 4, 'resolved')],
    expect: { messages: 2, told: ['02 09:00 to 02 10:00: not', '02 10:00 to 02 11:00: heard'] },
  },
  {
    name: 'neither a chaser nor a note nor an automatic message',
    rows: [begun, line('10:00,2,chased,,,,'), line('10:10,3,,,,,ann'), answered('10:20', 4, 'robot'), became('11:00', 5, 'resolved')],
    expect: { messages: 0, told: ['02 09:00 to 02 11:00: not'], longest_silence_minutes: 120 },
  },
  {
    name: 'a message of which nobody knows who wrote it',
    rows: [begun, answered('10:00', 2, ''), became('11:00', 3, 'resolved')],
    expect: { messages: 1, told: ['02 09:00 to 02 10:00: not', '02 10:00 to 02 11:00: heard'] },
  },
  {
    name: 'the time in which it was done, before it was reopened',
    rows: [begun, answered('10:00', 2), became('11:00', 3, 'resolved'), became('+3 10:00', 4, 'in_progress'), answered('+3 10:45', 5), became('+3 12:00', 6, 'resolved')],
    expect: { told: ['02 09:00 to 02 10:00: not', '02 10:00 to 02 11:00: heard', '05 10:00 to 05 10:45: not', '05 10:45 to 05 12:00: heard'], longest_silence_minutes: 105 },
  },
  {
    name: 'a message while it was done',
    rows: [begun, became('11:00', 2, 'resolved'), answered('+3 09:00', 3), became('+3 10:00', 4, 'in_progress'), became('+3 12:00', 5, 'resolved')],
    expect: { told: ['02 09:00 to 02 11:00: not', '05 10:00 to 05 12:00: heard'], longest_silence_minutes: 120 },
  },
  {
    name: 'a message after it was resolved for good',
    rows: [begun, became('11:00', 2, 'resolved'), answered('11:30', 3)],
    expect: { messages: 1, last_message: '02 11:30', told: ['02 09:00 to 02 11:00: not'], longest_silence_minutes: 120, is_silent_now: false },
  },
  {
    name: 'cancelled',
    rows: [begun, became('10:00', 2, 'cancelled')],
    expect: { told: ['02 09:00 to 02 10:00: not'], longest_silence_minutes: 60, silence_now_minutes: null, is_silent_now: false },
  },
  {
    name: 'silent now, as the cadence passed this morning',
    rows: [begun, answered('+10 10:00', 2)],
    expect: { told: ['02 09:00 to 12 10:00: not', '12 10:00 to 16 10:00: heard', '16 10:00 to 16 17:00: not'], silence_now_minutes: 6180, longest_silence_minutes: 14460, is_silent_now: true },
  },
  {
    name: 'not silent, as what was written in the evening counts from the next morning on',
    rows: [begun, answered('+10 17:30', 2)],
    expect: { told: ['02 09:00 to 12 17:30: not', '12 17:30 to 16 17:00: heard'], silence_now_minutes: 5730, is_silent_now: false },
  },
  {
    name: 'received on the last day: not yet silent',
    rows: ['+14 10:00,1,,new,,,,+14 10:00'],
    expect: { told: ['16 10:00 to 16 17:00: not'], silence_now_minutes: 420, is_silent_now: false },
  },
] // biome-ignore format: a table

describe('what a requester hears:', () => {
  let told: Map<string, unknown>
  beforeAll(async () => {
    const files = exportedAt(linesOf(cases), '2026-03-16T17:00:00Z')
    told = await found(await goodNight({ config: configOf(messages, more), files }))
  })

  test.each(cases.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    expect(told.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })
})

test('five business days, where nobody says otherwise, over a change of clocks and over Easter', async () => {
  const rows = ['2026-03-27T10:00', '2026-04-01T10:00'].flatMap((opened, index) => [
    `T${index},${opened},1,,new,,,,${opened}`,
    `T${index},${opened},2,updated,,,,ann,${opened}`,
  ])
  const told = await found(
    await goodNight({ config: configOf(messages), files: exportedAt(rows, '2026-04-20T16:00:00Z') }),
  )
  expect(told.get('T0')).toMatchObject({ told: ['27 10:00 to 07 09:00: heard', '07 09:00 to 20 16:00: not'], silence_now_minutes: 34920 })
  expect(told.get('T1')).toMatchObject({ told: ['01 09:00 to 10 09:00: heard', '10 09:00 to 20 16:00: not'], silence_now_minutes: 27780 })
}) // biome-ignore format: a table

describe('where one of two sources has messages', () => {
  let night: Night
  beforeAll(async () => {
    night = await goodNight({
      config: configOf(itemSource.replace('status:', 'first_response_at: replied, status:') + messages),
      files: {
        'inbox/tickets.csv': csv(
          'id,opened,updated,resolved,status,owner,team,replied',
          'T1,2026-03-02T09:00,,,new,,,',
          'T2,2026-03-02T09:00,,,new,,,2026-03-02T10:00',
        ),
        ...exportedAt(
          [begun, answered('10:00', 2)].map((cells) => `T3,${wall(cells)}`).concat(wall(`T1,${begun}`)),
          '2026-03-16T17:00:00Z',
        ),
      },
    })
  })

  test('one that it knows of too is silent, though nothing else is told of it there', async () => {
    expect((await found(night)).get('T1')).toMatchObject({ messages: 0, is_silent_now: true })
  })

  test('a time of first response alone tells of no messages', async () => {
    expect([...(await found(night)).keys()].sort()).toEqual(['T1', 'T3'])
    expect(
      await night.query(
        "select longest_silence_minutes, silence_now_minutes from fct_tickets where ticket_id = 'T2'",
      ),
    ).toEqual([{ longest_silence_minutes: null, silence_now_minutes: null }])
  })
})

test('a mailbox has messages, even for those whom nobody answered', async () => {
  const facts = await factsOfMail({
    files: [
      [
        { message_id: 'a1', at: wall('09:00'), direction: 'in', requester: 'kim', actor: 'kim' },
        { message_id: 'a2', at: wall('09:00'), direction: 'auto_out', parents: 'a1', actor: 'desk' },
        { message_id: 'a3', at: wall('11:00'), direction: 'out', parents: 'a1', actor: 'ann' },
        { message_id: 'b1', at: wall('09:00'), direction: 'in', requester: 'lou', actor: 'lou' },
      ],
    ],
  })
  expect([...(await found(facts)).values()].sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)).toMatchObject([
    { messages: 1, last_message: '02 11:00', is_silent_now: true },
    { messages: 0, last_message: null, is_silent_now: true },
  ])
}) // biome-ignore format: a table
