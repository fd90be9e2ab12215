import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '../etl/db/database.ts'
import { disk } from '../etl/effects.ts'
import { nightly } from '../etl/nightly.ts'
import { type PlainTicket, plainQuantile, plainTickets, readPlainLog } from './support/plain-log.ts'

const log = resolve(import.meta.dirname, '../../shared/data/uci-incident-log/incident_event_log.csv')
const config = `
institution:
  name: A company
  department: IT
  timezone: Europe/London
  contact: { escalations_email: escalations@example.org }
sources:
  - { name: incidents, files: "*.csv", format: servicenow-log, timezone: Europe/London }
calendar:
  hours: { mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00" }
`

interface Known extends Record<string, unknown> {
  readonly id: string
  readonly opened: number
  readonly acknowledged: number | null
  readonly owned: number | null
  readonly resolved: number | null
  readonly open: boolean
  readonly owner: string | null
}

const columns = [
  'opened_at as opened',
  'acknowledged_at as acknowledged',
  'first_owned_at as owned',
  'resolved_at as resolved',
]
const allTickets = `select ticket_id as id, ${columns.map((text) => text.replace(/^(\w+)/, 'epoch_ms($1)::double')).join(', ')}, is_open as open, owner from fct_tickets order by ticket_id`

const asOfMain = '2016-05-14T00:00:00+01:00'
const earlier = ['2016-05-02T09:30:00+01:00', '2016-04-11T17:00:00+01:00', '2016-03-27T01:45:00+00:00']

function observed(
  tickets: readonly PlainTicket[],
  until: number,
  time: (ticket: PlainTicket) => number | null,
) {
  return tickets.map((ticket) => {
    const at = time(ticket)
    return { minutes: Math.max(0, ((at ?? until) - ticket.opened) / 60_000), done: at !== null }
  })
}

describe.skipIf(!existsSync(log))('the real incident log', { timeout: 120_000 }, () => {
  const dir = mkdtempSync(join(tmpdir(), 'real-log-'))
  const plain = existsSync(log) ? readPlainLog(log) : null
  const effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }

  async function replay(asOf: string): Promise<number> {
    return nightly(
      {
        data: dir,
        asOf: new Date(asOf).toISOString(),
        hasSite: false,
        out: join(dir, 'dist'),
        isRepublish: true,
      },
      effects,
    )
  }
  async function query<T extends Record<string, unknown>>(sql: string): Promise<T[]> {
    const warehouse = await Database.open(join(dir, 'warehouse.duckdb'), [dir])
    try {
      return await warehouse.all<T>(sql)
    } finally {
      await warehouse.close()
    }
  }

  beforeAll(() => {
    mkdirSync(join(dir, 'inbox'))
    cpSync(log, join(dir, 'inbox', 'incident_event_log.csv'))
    writeFileSync(join(dir, 'config.yaml'), config)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('gives every reference figure as of 14 May 2016', async () => {
    expect(await replay(asOfMain)).toBe(0)
    const [counts] =
      await query(`select count(*)::integer as tickets, count(acknowledged_at)::integer as acknowledged,
      count(resolved_at)::integer as resolved, count(*) filter (is_open)::integer as open,
      count(*) filter (is_open and owner is null)::integer as unowned,
      count(distinct owner) filter (is_open)::integer as owners,
      count(*) filter (list_contains(flags, 'negative_acknowledge'))::integer as before_opened,
      median(acknowledge_minutes) as the_wrong_way from fct_tickets`)
    expect(counts).toEqual({
      tickets: 20_769,
      acknowledged: 20_448,
      resolved: 19_644,
      open: 1_125,
      unowned: 208,
      owners: 114,
      before_opened: 2,
      the_wrong_way: 19,
    })
    const loads = await query(
      'select count(*)::integer as items from fct_tickets where is_open and owner is not null group by owner order by items desc limit 3',
    )
    expect(loads.map(({ items }) => items)).toEqual([66, 64, 42])
    const quantile = async (time: string, q: number) => {
      const [row] = await query<{ minutes: number }>(
        `with o as (select 'all' as grp, greatest(0, epoch(coalesce(${time}, known_until) - opened_at) / 60) as minutes, ${time} is not null as is_event from fct_tickets) select minutes from kaplan_meier_quantile(o, ${q})`,
      )
      return row?.minutes
    }
    expect([await quantile('acknowledged_at', 0.5), await quantile('acknowledged_at', 0.9)]).toEqual([
      21, 5_785,
    ])
    expect([await quantile('first_owned_at', 0.5), await quantile('first_owned_at', 0.9)]).toEqual([6, 2_995])
    expect(await quantile('resolved_at', 0.5)).toBe(1_155)
  })

  it('publishes the same figures as the warehouse holds', async () => {
    const file = JSON.parse(readFileSync(join(dir, 'current', 'measures', 'acknowledged.json'), 'utf8'))
    const figure = (id: string) =>
      file.figures.find((one: { id: string; clock: string }) => one.id === id && one.clock !== 'business')
    expect([figure('median').value, figure('p90').value, figure('waiting_now').value]).toEqual([
      21, 5_785, 321,
    ])
  })

  it('accounts for every record', async () => {
    const { files } = JSON.parse(readFileSync(join(dir, 'current', 'run.json'), 'utf8'))
    expect(files).toHaveLength(1)
    expect(files[0]).toMatchObject({
      records: 119_998,
      kept: 119_996,
      superseded: 0,
      duplicate: 0,
      quarantined: { unknown_value: 2 },
    })
  })

  it.each([asOfMain, ...earlier])(
    'agrees ticket by ticket with a plain recomputation as of %s',
    async (asOf) => {
      expect(await replay(asOf)).toBe(0)
      const until = Date.parse(asOf)
      const expected = plainTickets(plain as NonNullable<typeof plain>, until).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      )
      const found = await query<Known>(allTickets)
      expect(found.length).toBe(expected.length)
      expect(
        found
          .filter((ticket, index) => JSON.stringify(ticket) !== JSON.stringify(expected[index]))
          .slice(0, 3),
      ).toEqual([])
      const file = JSON.parse(readFileSync(join(dir, 'current', 'measures', 'acknowledged.json'), 'utf8'))
      for (const [id, q] of [
        ['median', 0.5],
        ['p90', 0.9],
      ] as const) {
        const published = file.figures.find(
          (one: { id: string; clock: string }) => one.id === id && one.clock === 'elapsed',
        ).value
        expect(published).toBe(
          plainQuantile(
            observed(expected, until, (ticket) => ticket.acknowledged),
            q,
          ),
        )
      }
    },
  )
})
