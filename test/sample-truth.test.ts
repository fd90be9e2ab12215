import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeasureFile } from '../data/contract.ts'
import type { Truth } from '../data/sample/generator/truth.ts'
import type { Table } from '../data/sample/generator/truth-tables.ts'
import { mapValue } from '../data/shared/reading.ts'
import { loadSettings } from '../etl/config/load.ts'
import { Database } from '../etl/db/database.ts'
import { compareAll, errorNearOf, errorOf } from './cells/errors.ts'
import { handsQuery, monthsOf, shareOf, storyQuery, toldOf } from './data/sample/promises.ts'
import { sampleNight } from './support/sample-night.ts'

type Row = Record<string, unknown>
const sample = resolve(import.meta.dirname, '../data/sample')
const instant = (column: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ') as ${column}`

const rowsOf = ({ columns, rows }: Table): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))

const sorted = (row: Row = {}): string =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => a.localeCompare(b)))

/** The first rows of `found` that are not as `expected`, each beside what was expected. */
function differences(found: readonly Row[], expected: readonly Row[]): unknown[] {
  const known = new Map(expected.map((row) => [row.id, row]))
  return found
    .filter((row) => sorted(row) !== sorted(known.get(row.id)))
    .slice(0, 3)
    .map((row) => ({ found: row, expected: known.get(row.id) }))
}

const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column]]))

function measuresOf(dir: string): MeasureFile[] {
  const folder = join(dir, 'current', 'measures')
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

describe('the sample, held against what its generator hid', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sample-truth-'))
  let truth: Truth
  let warehouse: Database

  beforeAll(async () => {
    const night = await sampleNight()
    truth = night.truth
    cpSync(night.dir, dir, { recursive: true, verbatimSymlinks: true })
    warehouse = await Database.open(join(dir, 'warehouse.duckdb'), [dir])
  }, 600_000)
  afterAll(async () => {
    await warehouse?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const isoSeconds = (text: string) => text.replace('.000Z', 'Z')
  const orphans = () => new Set([...truth.stories.orphaned_tickets, ...truth.stories.orphaned_escalations])

  it('is as of its newest export', () => {
    const manifest = JSON.parse(readFileSync(join(dir, 'current', 'manifest.json'), 'utf8'))
    expect(isoSeconds(manifest.as_of)).toBe(isoSeconds(truth.as_of))
  })

  it('keeps every record', () => {
    const { files } = JSON.parse(readFileSync(join(dir, 'current', 'run.json'), 'utf8'))
    expect(files.map((file: Row) => pick(file, ['name', 'records', 'kept', 'quarantined']))).toEqual(
      truth.files
        .map(({ name, records }) => ({ name, records, kept: records, quarantined: {} }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    )
  })

  it('has every ticket with its times, owner, team and status', async () => {
    const columns = [
      'id',
      'opened_at',
      'acknowledged_at',
      'first_owned_at',
      'resolved_at',
      'is_open',
      'owner',
      'team',
      'priority',
    ]
    const times = ['opened_at', 'acknowledged_at', 'first_owned_at', 'resolved_at'].map(instant).join(', ')
    const found = await warehouse.all(
      `select ticket_id as id, ${times}, is_open, owner, team, priority from fct_tickets`,
    )
    const level: Record<string, string> = { '1': 'P1', '2': 'P2', '3': 'P3', '4': 'P4' }
    const expected = rowsOf(truth.tickets).map((row) => ({
      ...pick(row, columns),
      owner: orphans().has(String(row.id)) ? null : row.owner,
      priority: level[String(row.priority).slice(0, 1)] ?? row.priority,
    }))
    expect(found).toHaveLength(truth.counts.tickets)
    expect(differences(found, expected)).toEqual([])
  })

  it('has every escalation with its times, owner, outcome and tickets', async () => {
    const columns = [
      'id',
      'received_at',
      'acknowledged_at',
      'acknowledged_basis',
      'resolved_at',
      'is_open',
      'outcome',
      'owner',
      'team',
      'ticket_match',
      'reason',
      'impact',
      'route',
    ]
    const times = ['received_at', 'acknowledged_at'].map(instant).join(', ')
    const found = await warehouse.all(
      `select escalation_id as id, ${times}, acknowledged_basis, ${instant('resolved_at')}, is_open, outcome, owner, team, ticket_match, reason, impact, route from fct_escalations`,
    )
    const values =
      (await loadSettings(sample)).sources.find(({ name }) => name === 'escalation-log')?.values ?? {}
    const meant = (row: Row, column: 'outcome' | 'reason' | 'impact' | 'route') =>
      row[column] ? mapValue(values[column] ?? {}, String(row[column])) : undefined
    const expected = rowsOf(truth.escalations).map((row) => ({
      ...pick(row, columns),
      outcome: meant(row, 'outcome') ?? 'unknown',
      owner: orphans().has(String(row.id)) ? null : row.owner,
      reason: meant(row, 'reason') ?? 'unknown',
      impact: meant(row, 'impact') ?? null,
      route: meant(row, 'route') ?? 'unknown',
    }))
    expect(found).toHaveLength(truth.counts.escalations)
    expect(differences(found, expected)).toEqual([])
  })

  it('balances the backlog of tickets day by day', async () => {
    const found =
      await warehouse.all(`select day::varchar as id, sum(arrived)::integer as opened, sum(reopened)::integer as reopened,
      sum(closed)::integer as departed, sum(open_at_end)::integer as open_at_end from fct_backlog where item_kind = 'ticket' group by day order by day`)
    const expected = rowsOf(truth.ticket_days).map(({ day, ...counts }) => ({
      id: day,
      ...pick(counts, ['opened', 'reopened', 'departed', 'open_at_end']),
    }))
    expect(found).toHaveLength(expected.length)
    expect(differences(found, expected)).toEqual([])
  })

  it('flags the tickets opened in the hours that the clock change skips and repeats', async () => {
    const found = await warehouse.all(
      `select ticket_id as ticket, ${instant('opened_at')}, list_filter(flags, lambda flag: flag like 'tz_%')[1] as flag from fct_tickets where list_has_any(flags, ['tz_gap', 'tz_ambiguous']) order by opened_at`,
    )
    expect(found).toEqual(
      truth.clock_changes.map(({ ticket, instant: at, flag }) => ({ ticket, opened_at: at, flag })),
    )
  })

  it('leaves the items of the colleague who left without an owner', async () => {
    const found = await warehouse.all(
      `select ticket_id as id from fct_tickets where is_open and owner is null union all select escalation_id from fct_escalations where is_open and owner is null`,
    )
    const unowned = new Set(found.map(({ id }) => id))
    expect([...orphans()].filter((id) => !unowned.has(id))).toEqual([])
    expect(orphans().size).toBeGreaterThan(5)
  })

  it('shows the month that slipped as the lowest of the last twelve', () => {
    const file = JSON.parse(readFileSync(join(dir, 'current', 'measures', 'acknowledged.json'), 'utf8'))
    const months = file.series
      .find((one: Row) => one.item_kind === 'escalation')
      .points.filter((point: Row) => point.is_complete)
      .slice(-12)
    const lowest = months.reduce((a: { value: number }, b: { value: number }) => (b.value < a.value ? b : a))
    expect(lowest.from).toBe('2026-10-01')
  })

  it('knows when each escalation was investigated, who had it, what was heard and whether it came back', async () => {
    const found = await warehouse.all(storyQuery)
    const expected = rowsOf(truth.escalation_stories).map((row) => toldOf(row, truth.as_of))
    expect(found).toHaveLength(expected.length)
    expect(differences(found, expected)).toEqual([])
  })

  it('knows each escalation by its traces in the contact log and in the list', async () => {
    const found = await warehouse.all(
      `select escalation_id as id, list_sort(list(source)) as sources from fct_escalation_traces group by escalation_id`,
    )
    const sources = ['contact-log', 'escalation-log']
    expect(
      differences(
        found,
        rowsOf(truth.escalations).map(({ id }) => ({ id, sources })),
      ),
    ).toEqual([])
    expect(found).toHaveLength(truth.counts.escalations)
  })

  it('counts how each ticket went from hand to hand, came back, and was found', async () => {
    const found = await warehouse.all(handsQuery)
    expect(found).toHaveLength(truth.counts.tickets)
    expect(differences(found, rowsOf(truth.ticket_efforts))).toEqual([])
  })

  it.each([
    ['acknowledged', 'within'],
    ['investigated', 'within'],
    ['owned', 'always'],
    ['updated', 'heard'],
    ['emergencies', 'redirected_emergency', 'right-route'],
    ['satisfied', 'satisfied', 'satisfaction'],
  ])('publishes how well escalations were %s month by month', (promise, id, measure = promise) => {
    const told = shareOf(dir, measure, id).filter(({ is_complete }) => is_complete)
    const months = monthsOf(truth.escalation_months, promise)
    const expected = told.map(({ from }) => ({ from, value: months.get(from) }))
    expect(told.length).toBeGreaterThan(12)
    expect(told.map(({ from, value }) => ({ from, value }))).toEqual(
      expected.map(({ from, value }) => ({
        from,
        value: value === undefined ? null : expect.closeTo(value, 6),
      })),
    )
  })

  it('calls the rising fault by name, within weeks of its beginning, and nothing else', async () => {
    const called = await warehouse.all<Row & { name: string; of: string; called_on: string }>(
      `select t.of, coalesce(r.label, t.key) as name, max(c.called_on)::varchar as called_on
      from fct_trends as t
      join fct_calls as c on c.of = t.of and c.key = t.key and c.ended_on is null and c.direction = t.direction
      left join fct_recurring as r on t.of = 'issue' and r.group_id = t.key
      where t.trend in ('unusual', 'sustained') group by all order by called_on`,
    )
    const { from } = truth.stories.wifi.rising
    const soon = new Date(Date.parse(from) + 28 * 86_400_000).toISOString().slice(0, 10)
    expect(called[0]).toMatchObject({ of: 'subcategory', name: 'Network · Wi-Fi drop-out' })
    const day = called[0]?.called_on ?? ''
    expect([day > from, day < soon]).toEqual([true, true])
    const issues = called.filter(({ of }) => of === 'issue')
    expect(issues.length).toBeGreaterThan(1)
    expect(called.filter(({ name }) => !/Wi-Fi|^Network$/.test(name))).toEqual([])
  })

  it('names the promises that slipped in the bad month, and no other', async () => {
    const slipped = measuresOf(dir).flatMap(({ id, headline, series }) =>
      series
        .filter(
          (one) => one.chart?.slipped && one.id === headline?.id && one.item_kind === headline.item_kind,
        )
        .map(({ chart }) => [id, chart?.latest, chart?.slipped]),
    )
    const { month } = truth.stories.slipped_month
    expect(slipped.sort()).toEqual([
      ['acknowledged', `${month}-01`, 'beyond_limit'],
      ['first-owned', `${month}-01`, 'beyond_limit'],
      ['updated', `${truth.stories.quiet_month.month}-01`, 'beyond_limit'],
    ])
  })

  it('shows that the fix helped and the other did nothing, each with its chart from that day on', async () => {
    const improvements = measuresOf(dir).find(({ id }) => id === 'improvements')
    const rows = improvements?.breakdowns.find(({ id }) => id === 'changes')?.rows ?? []
    const row = (label: string) => rows.find((one) => one.label === label)
    const fix = row('New print servers')
    expect(fix?.values.verdict).toBe('fewer')
    expect(Number(fix?.values.ratio_low)).toBeLessThan(truth.stories.print_fix.factor)
    expect(Number(fix?.values.ratio_high)).toBeGreaterThan(truth.stories.print_fix.factor)
    expect(row('Clean-up tool on all desktops')?.values.verdict).toBe('no_clear_change')
    const ofFix = improvements?.series.find(({ of }) => of === fix?.key)
    expect(ofFix?.points.length).toBeGreaterThan(50)
    expect(ofFix?.chart).not.toBeNull()
  })

  it.each([
    { week: 52, month: 12 },
    { week: 13, month: 3 },
  ])(
    'answers filters from its cells over the last $month months, or $week weeks, as its observations do',
    async (last) => {
      const compared = await compareAll(warehouse, join(dir, 'current', 'cells'), last)
      const isQuantile = ({ figure }: { figure: string }) => /: 0\.[59]/.test(figure)
      expect(compared.length).toBeGreaterThan(3000)
      expect(compared.filter((one) => !isQuantile(one) && errorOf(one) > 1e-6)).toEqual([])
      expect(compared.filter((one) => isQuantile(one) && errorNearOf(one) > 0.05)).toEqual([])
    },
    300_000,
  )
})
