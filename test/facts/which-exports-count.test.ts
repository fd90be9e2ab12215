import { describe, expect, test } from 'vitest'
import { idOf, outcomes, wall } from '../support/cases.ts'
import { configOf, csv, itemSource } from '../support/config.ts'
import { goodNight, type World } from '../support/installation.ts'

const config = configOf(`${itemSource.trimEnd()}\n  coverage: open_only`)
const monday = '2026-03-02T18:00:00Z'
const tuesday = '2026-03-03T18:00:00Z'
const wednesday = '2026-03-04T18:00:00Z'

/** An export in which those of the first tickets are that are named by their numbers. */
const holding = (numbers: readonly number[], at: string) => ({
  content: csv(
    'id,opened,updated,resolved,status,owner,team',
    ...numbers.map((number) => `${idOf(number)},${wall('09:00,09:00')},,new,,`),
  ),
  at,
})
const items = async (files: World['files'], words: readonly string[] = []) =>
  outcomes(await goodNight({ config, ...(files && { files }) }, words))

describe('a ticket that an export of open tickets lacks', () => {
  test('was not closed where another file of the same time has it', async () => {
    const found = await items({
      'inbox/tickets-1.csv': holding([0, 1], monday),
      'inbox/tickets-2a.csv': holding([0], tuesday),
      'inbox/tickets-2b.csv': holding([1], tuesday),
    })
    expect([found.get('T00')?.is_open, found.get('T01')?.is_open]).toEqual([true, true])
  })

  test('was closed where an older export comes again under a later time', async () => {
    const found = await items({
      'inbox/tickets-1.csv': holding([0], monday),
      'inbox/tickets-2.csv': holding([0, 1], tuesday),
      'inbox/tickets-3.csv': holding([0], wednesday),
    })
    expect(found.get('T00')).toMatchObject({ is_open: true, reopen_count: 0 })
    expect(found.get('T01')).toMatchObject({ is_open: false, closed_at: '+04 18:00' })
  })

  test('was closed since the first of several times at which the last export with it came', async () => {
    const { query } = await goodNight({
      config,
      files: {
        'inbox/tickets-1.csv': holding([0, 1], monday),
        'inbox/tickets-1-again.csv': holding([0, 1], tuesday),
        'inbox/tickets-2.csv': holding([0], wednesday),
      },
    })
    const closed = await query(
      `select item_id, occurred_at::varchar as at_most, occurred_at_earliest::varchar as earliest from fct_events where kind = 'closed'`,
    )
    expect(closed).toEqual([
      { item_id: 'T01', at_most: '2026-03-04 18:00:00+00', earliest: '2026-03-02 18:00:00+00' },
    ])
  })

  test('may have been cut off: only the next whole export tells', async () => {
    const jira = configOf(
      '- { name: tickets, files: "*.csv", format: jira, coverage: open_only, values: { status: { Open: new } } }',
    )
    const issues = (numbers: readonly number[], at: string) => ({
      content: csv(
        'Summary,Issue key,Issue Type,Created,Status',
        ...numbers.map((number) => `-,IT-${number},Incident,${wall('09:00').replace('T', ' ')},Open`),
      ),
      at,
    })
    const thousand = Array.from({ length: 1000 }, (_, number) => number + 1)
    const files = {
      'inbox/1.csv': issues([0, 1, 2], monday),
      'inbox/2.csv': issues(thousand, tuesday),
      'inbox/3.csv': issues(
        thousand.filter((number) => number !== 1),
        wednesday,
      ),
    }
    const night = await goodNight({ config: jira, files })
    const found = await outcomes(night)
    expect(await night.query('select records, is_cut from dim_files order by exported_at')).toEqual([
      { records: 3, is_cut: false },
      { records: 1000, is_cut: true },
      { records: 999, is_cut: false },
    ])
    expect(found.get('IT-0')).toMatchObject({ status: 'closed', closed_at: '+04 18:00' })
    expect(found.get('IT-1')).toMatchObject({ status: 'closed', closed_at: '+04 18:00' })
    expect(found.get('IT-2')).toMatchObject({ status: 'new', reopen_count: 0 })
    expect(
      await night.query(
        `select item_id, occurred_at_earliest::varchar as earliest from fct_events where kind = 'closed' order by item_id`,
      ),
    ).toEqual([
      { item_id: 'IT-0', earliest: '2026-03-02 18:00:00+00' },
      { item_id: 'IT-1', earliest: '2026-03-03 18:00:00+00' },
    ])
  })
})
