import { describe, expect, test } from 'vitest'
import { day, outcomes } from '../support/cases.ts'
import { configOf, csv } from '../support/config.ts'
import { header, log, next, source } from '../support/day-log.ts'
import { goodNight } from '../support/installation.ts'

const told = (column: string) => `strftime(${column}, '%d %H:%M:%S') as ${column}`
const events = `select item_id, kind, ${told('occurred_at')}, ${told('occurred_at_earliest')}, is_timed from fct_events order by item_id, position`

describe('a day alone', () => {
  test('is known to begin with the row before it on that day, else with the day', async () => {
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log.csv': log(`A,${day},,received,,`, `A,${day}T10:00,,updated,,`, `A,${day},,updated,,`),
      },
    })
    expect(await query(events)).toEqual([
      {
        item_id: 'A',
        kind: 'received',
        occurred_at: '02 10:00:00',
        occurred_at_earliest: '02 00:00:00',
        is_timed: false,
      },
      {
        item_id: 'A',
        kind: 'updated',
        occurred_at: '02 10:00:00',
        occurred_at_earliest: '02 10:00:00',
        is_timed: true,
      },
      {
        item_id: 'A',
        kind: 'updated',
        occurred_at: '02 23:59:59',
        occurred_at_earliest: '02 10:00:00',
        is_timed: false,
      },
    ])
  })

  test('has ended by the export that first tells of it, and stays so in later ones', async () => {
    const rows = [`A,${day}T09:00,,received,new,`, `A,${day},,,in_progress,`]
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log-1.csv': { content: csv(header, ...rows), at: `${day}T18:00:00Z` },
        'inbox/log-2.csv': { content: csv(header, ...rows), at: `${next}T18:00:00Z` },
      },
    })
    expect(await query(`select kind, ${told('occurred_at')} from fct_events order by position`)).toEqual([
      { kind: 'received', occurred_at: '02 09:00:00' },
      { kind: 'status_changed', occurred_at: '02 18:00:00' },
    ])
  })

  test('stands where a whole export has it, even if that changed its words', async () => {
    const rows = [`A,${day},,received,new,`, `A,${day}T10:00,,resolved,resolved,Bob`]
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log-1.csv': { content: csv(header, ...rows), at: `${next}T18:00:00Z` },
        'inbox/log-2.csv': log(`A,${day},,received,new,Ann`, ...rows.slice(1)),
      },
    })
    expect((await outcomes({ query })).get('A')).toMatchObject({
      received_at: '10:00',
      status: 'resolved',
      owners: ['Ann', 'Bob'],
      reopen_count: 0,
    })
  })

  test('on which a message was sent makes no silence of minutes', async () => {
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log.csv': log(
          `A,${day}T09:00,,received,,`,
          `A,${day},,updated,,`,
          `B,${day}T09:00,,received,,`,
          `B,${day}T10:00,,updated,,`,
          `B,${next}T10:00,,resolved,resolved,`,
        ),
      },
    })
    const silences = await query('select item_id, longest_silence_minutes from fct_silences order by item_id')
    expect(silences).toEqual([
      { item_id: 'A', longest_silence_minutes: null },
      { item_id: 'B', longest_silence_minutes: 1440 },
    ])
  })

  test('on which it was acknowledged, before a message of that day: the message investigates', async () => {
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log.csv': log(
          `A,${day}T09:00,,received,,`,
          `A,${day},,acknowledged,,`,
          `A,${day}T13:00,,updated,,`,
        ),
      },
    })
    const [row] = await query(
      `select investigated_basis, ${told('investigated_at')}, investigate_minutes from fct_investigations`,
    )
    expect(row).toEqual({
      investigated_basis: 'message',
      investigated_at: '02 13:00:00',
      investigate_minutes: 240,
    })
  })
})

test('an escalation that a ticket’s flag tells of on a day alone has no minutes either', async () => {
  const flagged = source
    .replace('escalation', 'ticket')
    .replace('event: event,', 'team: event,')
    .concat('  escalated_when: { team: "2nd" }\n')
  const night = await goodNight({
    config: configOf(flagged),
    files: {
      'inbox/log.csv': log(`A,${day}T09:00,,1st,new,`, `A,${day},,2nd,new,`, `A,${day}T12:00,,2nd,resolved,`),
    },
  })
  const found = await outcomes(night)
  expect(found.get('A')).toMatchObject({ resolve_minutes: 180, flags: ['date_only'] })
  expect(found.get('A#1')).toMatchObject({
    received_at: '12:00',
    resolve_minutes: null,
    flags: ['date_only'],
  })
})

describe('in the hour that clocks repeat', () => {
  const autumn = '2025-10-26T'
  test.each([
    ['a time by itself is the later', ['01:10'], ['01:10']],
    ['what seems to go back in time began before the change', ['01:50', '01:10'], ['00:50', '01:10']],
    ['so did all that came before it', ['01:10', '01:50', '01:10'], ['00:10', '00:50', '01:10']],
    ['what goes forward is the later', ['01:10', '01:50'], ['01:10', '01:50']],
    ['what no reading puts in order is the later', ['01:50', '00:20'], ['23:20', '01:50']],
  ])('%s', async (_, walls, instants) => {
    const rows = walls.map((time, place) => `A,${autumn}${time},${place + 1},noted,,`)
    const { query } = await goodNight({
      config: configOf(source),
      files: { 'inbox/log.csv': log(...rows) },
    })
    const found = await query(
      `select strftime(occurred_at, '%H:%M') as at_time from fct_events where kind = 'noted' order by position`,
    )
    expect(found.map(({ at_time }) => at_time)).toEqual(instants)
    expect((await outcomes({ query })).get('A')).toMatchObject({ flags: ['tz_ambiguous'] })
  })
})
