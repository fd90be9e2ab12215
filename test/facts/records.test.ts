import { beforeAll, describe, expect, test } from 'vitest'
import { configOf, csv, eventSource, itemSource } from '../support/config.ts'
import { goodNight, installation, night, put } from '../support/installation.ts'

const header = 'id,at,order,status,owner,team,actor,opened'
const exported = '2026-03-02T18:00:00Z'

describe('a record is set aside, and said to be', () => {
  const cases: [name: string, row: string, reason: string | null][] = [
    ['sound', 'T1,2026-03-02T09:00,1,new,,,,', null],
    ['without a ticket number', ',2026-03-02T09:00,1,new,,,,', 'missing_id'],
    ['without a time', 'T2,,1,new,,,,', 'missing_time'],
    ['with a time that cannot be read', 'T3,soon,1,new,,,,', 'bad_date'],
    ['with an optional date that cannot be read', 'T4,2026-03-02T09:00,1,new,,,,never', 'bad_date'],
    ['with a status that no one has mapped', 'T5,2026-03-02T09:00,1,On fire,,,,', 'unknown_value'],
    ['too short', 'T6,2026-03-02T09:00,1,new', 'short_row'],
    ['too long', 'T7,2026-03-02T09:00,1,new,,,,,,more', 'long_row'],
    ['more than a day after its export', 'T8,2026-03-04T09:00,1,new,,,,', 'future'],
    ['an hour after its export', 'T9,2026-03-02T19:00,1,new,,,,', null],
  ]
  let verdicts: Map<string, unknown>
  let quarantined: unknown
  let records: number[]
  beforeAll(async () => {
    const found = await goodNight({
      config: configOf(eventSource),
      files: {
        'inbox/log.csv': { content: csv(header, ...cases.map(([, row]) => row)), at: exported },
      },
    })
    const rows = await found.query('select record, fault from stg_records order by record')
    verdicts = new Map(rows.map(({ record, fault }) => [String(record), fault]))
    const [file] = (await found.run()).files
    quarantined = file?.quarantined
    records = [file?.records ?? 0, file?.kept ?? 0]
  })

  test.each(cases.map(([name, , reason], index) => [name, index, reason] as const))(
    '%s',
    (_, index, reason) => {
      expect(verdicts.get(String(index + 1))).toBe(reason)
    },
  )

  test('the receipt counts each reason', () => {
    const reasons = cases.flatMap(([, , reason]) => reason ?? [])
    const counts = Object.fromEntries([...new Set(reasons)].map((reason) => [reason, reasons.filter((one) => one === reason).length])) // biome-ignore format: one idea
    expect(quarantined).toEqual(counts)
    expect(records).toEqual([cases.length, cases.length - reasons.length])
  })
})

test('a log that is exported whole every night does not double', async () => {
  const old = ['T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T09:30,2,in_progress,Ann,,,']
  const dir = await installation({
    config: configOf(eventSource),
    files: { 'inbox/log-1.csv': { content: csv(header, ...old), at: exported } },
  })
  expect((await night(dir)).code).toBe(0)
  const more = csv(header, ...old, 'T1,2026-03-03T09:00,3,resolved,Ann,,,')
  await put(dir, { 'inbox/log-2.csv': { content: more, at: '2026-03-03T18:00:00Z' } })
  const second = await night(dir)
  expect(await second.query('select kind from fct_events order by position')).toEqual(
    ['received', 'status_changed', 'assigned', 'resolved'].map((kind) => ({ kind })),
  )
  expect((await second.run()).files.map(({ kept, duplicate }) => [kept, duplicate])).toEqual([
    [2, 0],
    [1, 2],
  ])
})

test('an event that a later export tells otherwise is superseded', async () => {
  const found = await goodNight({
    config: configOf(eventSource),
    files: {
      'inbox/log-1.csv': { content: csv(header, 'T1,2026-03-02T09:00,1,new,Ann,,,'), at: exported },
      'inbox/log-2.csv': {
        content: csv(header, 'T1,2026-03-02T09:00,1,new,Bob,,,'),
        at: '2026-03-03T18:00:00Z',
      },
    },
  })
  expect(await found.query('select owner, handoff_count from fct_tickets')).toEqual([
    { owner: 'Bob', handoff_count: 0 },
  ])
  expect((await found.run()).files.map(({ kept, superseded }) => [kept, superseded])).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test('one ticket of two sources: what both tell within a minute is one event, the first-named source’s', async () => {
  const found = await goodNight({
    config: configOf(eventSource + itemSource),
    files: {
      'inbox/log.csv': csv(header, 'T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T10:00,2,resolved,,,,'),
      'inbox/tickets.csv': csv(
        'id,opened,updated,resolved,status,owner,team',
        'T1,2026-03-02T09:00,,2026-03-02T10:01,resolved,,',
      ),
    },
  })
  expect(
    await found.query("select kind, source from fct_events where item_id = 'T1' order by position"),
  ).toEqual([
    { kind: 'received', source: 'log' },
    { kind: 'resolved', source: 'log' },
  ])
  expect(await found.query('select count(*)::integer as tickets from fct_tickets')).toEqual([{ tickets: 1 }])
})
