import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { type Disk, disk, type Effects } from '../../etl/effects.ts'
import { layBeside, settleBeside } from '../../etl/publish/beside.ts'
import { workshopOf } from '../../etl/publish/commit.ts'
import { type Restated, writeHistory } from '../../etl/publish/history.ts'
import { NotPublished } from '../../etl/publish/not-published.ts'
import { dyingDisk } from '../support/disk.ts'
import { folder } from '../support/installation.ts'
import { memory } from '../support/memory.ts'

const effects = (own: Partial<Disk> = {}): Effects => ({
  now: () => new Date(0),
  log: () => {},
  progress: () => {},
  disk: { ...disk, ...own },
})

type BacklogRow = readonly [day: string, kind: string, team: string | null, arrived: number, open: number]
interface Told {
  readonly run: string
  readonly asOf: string
  readonly backlog: readonly BacklogRow[]
  /** Up to when the sources of a kind know their items; the tickets' as of the run where none are given. */
  readonly sources?: readonly (readonly [kind: string, knownUntil: string, hasFlag: boolean])[]
}

async function tell(database: Database, { asOf, backlog, sources }: Told): Promise<void> {
  await database.run(`create table fct_backlog (day date, item_kind varchar, team varchar, arrived integer, reopened integer,
    transferred_in integer, transferred_out integer, closed integer, open_at_end integer)`)
  const rows = backlog.map(([day, item_kind, team, arrived, open_at_end]) => ({ day, item_kind, team, arrived, reopened: 0, transferred_in: 0, transferred_out: 0, closed: 0, open_at_end })) // biome-ignore format: a row
  await database.run(
    `insert into fct_backlog by name select unnest(from_json($rows, '[{"day":"DATE","item_kind":"VARCHAR","team":"VARCHAR",
      "arrived":"INTEGER","reopened":"INTEGER","transferred_in":"INTEGER","transferred_out":"INTEGER","closed":"INTEGER",
      "open_at_end":"INTEGER"}]'), recursive := true)`,
    { rows: JSON.stringify(rows) },
  )
  await database.run('create table dim_sources (item_kind varchar, known_until timestamptz, has_escalated_when boolean)') // biome-ignore format: a table
  for (const [kind, known, hasFlag] of sources ?? [['ticket', asOf, false]])
    await database.run('insert into dim_sources values ($kind, $known::timestamptz, $flag)', { kind, known, flag: hasFlag }) // biome-ignore format: a row
}

/** A run up to where its release folder and its history lie in the workshop. */
async function built(dir: string, told: Told, timezone = 'Europe/London'): Promise<Restated> {
  const workshop = workshopOf(dir, told.run)
  await mkdir(workshop, { recursive: true })
  const database = await memory([dir])
  await tell(database, told)
  return writeHistory(database, {
    installation: dir,
    workshop,
    run: told.run,
    asOf: told.asOf,
    publishedAt: told.asOf,
    timezone,
  })
}

async function committed(dir: string, run: string, own: Partial<Disk> = {}): Promise<void> {
  const with_ = effects(own)
  await layBeside(dir, workshopOf(dir, run), run, with_)
  await with_.disk.link(join('releases', run), join(dir, 'current'))
  await settleBeside(dir, with_)
}

async function published(dir: string, told: Told, timezone?: string): Promise<Restated> {
  const restated = await built(dir, told, timezone)
  await committed(dir, told.run)
  return restated
}

/** `day kind team open run` of every row of the history that stands. */
async function history(dir: string): Promise<string[]> {
  const database = await memory([dir])
  const rows = await database.all<{ said: string }>(
    `select concat_ws(' ', strftime(day, '%d'), item_kind, coalesce(team, '-'), open_at_end, published_run) as said
     from read_parquet($path)`,
    { path: join(dir, 'history', 'backlog.parquet') },
  )
  return rows.map(({ said }) => said)
}

const first: Told = {
  run: '20260401T020000000Z',
  asOf: '2026-03-03T12:00:00Z',
  backlog: [
    ['2026-03-01', 'ticket', 'Desk', 2, 2],
    ['2026-03-01', 'ticket', null, 1, 1],
    ['2026-03-02', 'ticket', 'Desk', 0, 2],
    ['2026-03-02', 'ticket', null, 0, 1],
    ['2026-03-03', 'ticket', 'Desk', 4, 6],
  ],
}
const second: Told = {
  run: '20260402T020000000Z',
  asOf: '2026-03-04T12:00:00Z',
  backlog: [...first.backlog, ['2026-03-03', 'ticket', null, 0, 1], ['2026-03-04', 'ticket', 'Desk', 1, 7]],
}
const afterFirst = [
  '01 ticket Desk 2 20260401T020000000Z',
  '01 ticket - 1 20260401T020000000Z',
  '02 ticket Desk 2 20260401T020000000Z',
  '02 ticket - 1 20260401T020000000Z',
]
const afterSecond = [
  ...afterFirst,
  '03 ticket Desk 6 20260402T020000000Z',
  '03 ticket - 1 20260402T020000000Z',
]

describe('the history of the backlog', () => {
  test('begins with every day that is over', async () => {
    const dir = await folder()
    expect(await published(dir, first)).toEqual({ restated: [], restated_days: 0 })
    expect(await history(dir)).toEqual(afterFirst)
  })

  test('grows by the days that are new, and keeps what it had', async () => {
    const dir = await folder()
    await published(dir, first)
    await published(dir, second)
    expect(await history(dir)).toEqual(afterSecond)
  })

  test('is left as it is by a run that has no new day', async () => {
    const dir = await folder()
    await published(dir, first)
    await built(dir, { ...first, run: '20260402T020000000Z' })
    expect(await readdir(workshopOf(dir, '20260402T020000000Z'))).toEqual([])
  })

  test('gains nothing by a replay as of an earlier time', async () => {
    const dir = await folder()
    await published(dir, second)
    const replay = await published(dir, { ...first, run: '20260403T020000000Z' })
    expect([replay.restated_days, await history(dir)]).toEqual([
      0,
      afterSecond.map((row) => row.replace('20260401T020000000Z', '20260402T020000000Z')),
    ])
  })

  test('does not take a team that is new for a day that is', async () => {
    const dir = await folder()
    await published(dir, first)
    await published(dir, {
      ...first,
      run: '20260402T020000000Z',
      backlog: [...first.backlog, ['2026-03-01', 'ticket', 'New', 0, 0]],
    })
    expect(await history(dir)).toEqual(afterFirst)
  })

  test('that cannot be read stops the publication and is left alone', async () => {
    const dir = await folder()
    await mkdir(join(dir, 'history'))
    await writeFile(join(dir, 'history', 'backlog.parquet'), 'PAR1 no')
    await expect(built(dir, first)).rejects.toThrow(NotPublished)
    await expect(built(dir, { ...first, run: '20260402T020000000Z' })).rejects.toThrow(
      /backlog\.parquet is damaged/,
    )
    expect(await readdir(join(dir, 'history'))).toEqual(['backlog.parquet'])
  })
})

describe('a day is over', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03'].flatMap((day): BacklogRow[] => [
    [day, 'ticket', 'Desk', 0, 1],
    [day, 'escalation', 'Desk', 0, 1],
  ])
  const cases = [
    ['at its local midnight', 'Europe/London', '2026-03-03T00:00:00Z', [['ticket', '2026-03-09T00:00:00Z', false]], ['01 ticket', '02 ticket']],
    ['not a second before', 'Europe/London', '2026-03-02T23:59:59Z', [['ticket', '2026-03-09T00:00:00Z', false]], ['01 ticket']],
    ['by its own zone', 'America/New_York', '2026-03-03T00:00:00Z', [['ticket', '2026-03-09T00:00:00Z', false]], ['01 ticket']],
    ['for each kind by its newest export', 'Europe/London', '2026-03-09T00:00:00Z', [['ticket', '2026-03-03T10:00:00Z', false], ['escalation', '2026-03-02T10:00:00Z', false]], ['01 escalation', '01 ticket', '02 ticket']],
    ['for escalations also by flags on tickets', 'Europe/London', '2026-03-09T00:00:00Z', [['ticket', '2026-03-02T10:00:00Z', true]], ['01 escalation', '01 ticket']],
  ] as const // biome-ignore format: a table
  test.each(cases)('%s', async (_, timezone, asOf, sources, expected) => {
    const dir = await folder()
    await published(dir, { run: '20260401T020000000Z', asOf, backlog: days, sources }, timezone)
    expect((await history(dir)).map((row) => row.slice(0, row.indexOf(' Desk')))).toEqual(expected)
  })
})

describe('a day that is computed otherwise than it was published', () => {
  const otherwise: Told = {
    ...second,
    backlog: second.backlog.map(([day, kind, team, arrived, open]) =>
      day === '2026-03-02' && team === 'Desk' ? [day, kind, team, 3, 5] : [day, kind, team, arrived, open],
    ),
  }

  test('is restated over all teams, and what was published stays', async () => {
    const dir = await folder()
    await published(dir, first)
    expect(await published(dir, otherwise)).toEqual({
      restated: [
        {
          day: '2026-03-02',
          item_kind: 'ticket',
          published: { open_at_end: 3, arrived: 0, closed: 0 },
          now: { open_at_end: 6, arrived: 3, closed: 0 },
        },
      ],
      restated_days: 1,
    })
    expect(await history(dir)).toEqual(afterSecond)
  })

  test('is none where an item only changed its team', async () => {
    const dir = await folder()
    await published(dir, first)
    const moved = first.backlog.map(([day, kind, team, arrived, open]): BacklogRow => [day, kind, team === null ? 'AV' : team, arrived, open]) // biome-ignore format: one thought
    expect((await published(dir, { ...first, run: '20260402T020000000Z', backlog: moved })).restated).toEqual(
      [],
    )
  })

  test('is counted where very many are, and the newest are told', async () => {
    const dir = await folder()
    const long = (open: number): BacklogRow[] =>
      Array.from({ length: 500 }, (_, index) => [
        new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
        'ticket',
        'Desk',
        0,
        open,
      ])
    await published(dir, { ...first, backlog: long(1) })
    const { restated, restated_days } = await published(dir, { ...second, backlog: long(2) })
    expect([restated_days, restated.length, restated[0]?.day]).toEqual([500, 400, '2025-05-14'])
  })
})

describe('killed', () => {
  const steps = [
    { step: 0, before: 'the folder', stands: '20260401T020000000Z' },
    { step: 1, before: 'sealing it', stands: '20260401T020000000Z' },
    { step: 2, before: 'laying it beside', stands: '20260401T020000000Z' },
    { step: 3, before: 'the release became the standing one', stands: '20260401T020000000Z' },
    { step: 4, before: 'it became the standing history', stands: '20260402T020000000Z' },
  ]
  test.each(steps)('before $before: the next night has the history of $stands', async ({ step, stands }) => {
    const dir = await folder()
    await published(dir, first)
    await built(dir, second)
    await expect(committed(dir, '20260402T020000000Z', dyingDisk(step))).rejects.toThrow('killed')
    expect(await history(dir)).toEqual(afterFirst)
    await settleBeside(dir, effects())
    expect(await history(dir)).toEqual(stands === '20260402T020000000Z' ? afterSecond : afterFirst)
    expect(await readdir(join(dir, 'history'))).toEqual(['backlog.parquet'])
  })

  test('nowhere in five steps, so that none above is missed', async () => {
    const dir = await folder()
    await published(dir, first)
    await built(dir, second)
    await committed(dir, '20260402T020000000Z', dyingDisk(5))
    expect(await history(dir)).toEqual(afterSecond)
  })

  test('before it was published, the days of a run are published by the next', async () => {
    const dir = await folder()
    await published(dir, first)
    await built(dir, second)
    await expect(committed(dir, '20260402T020000000Z', dyingDisk(3))).rejects.toThrow('killed')
    await settleBeside(dir, effects())
    await published(dir, { ...second, run: '20260403T020000000Z' })
    expect(await history(dir)).toEqual(
      afterSecond.map((row) => row.replace('20260402T020000000Z', '20260403T020000000Z')),
    )
  })
})
