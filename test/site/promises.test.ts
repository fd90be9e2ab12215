import { describe, expect, test } from 'vitest'
import type { MeasureFile } from '../../data/contract.ts'
import { type BoardRow, boardRows } from '../../site/promises.ts'
import { asOf, type Fixture, firstNight, full, manifest, troubled } from './fixture.ts'
import { ownerLoad, recurring } from './fixture-load.ts'
import { figure } from './fixture-make.ts'
import { plain } from './plain.ts'

const rowsOf = ({ manifest: whole, measures }: Fixture): BoardRow[] =>
  boardRows(whole, new Map(measures.map((measure) => [measure.id, measure])))

const told = ({ title, standing, mark, words, now, why }: BoardRow): string | null =>
  plain(`${title ?? '–'}: ${standing}, ${mark} ${words}. ${now === null ? why : `${now.words} ${now.of}`}`)

test('what slipped stands first, what nobody measures last', () => {
  expect(rowsOf(full()).map(told)).toEqual([
    'Kept up to date: slipped, ▼ Slipped. 24 % of 51 escalations, October 2026',
    'Effort: unusual, ▲ Better than usual. 9 % of 58 escalations, October 2026',
    'Owner load: plain, – 3 of 14 people hold 61 %. 225 tickets open now',
    'Recurring issues: plain, ▲ 1 rising. 6 issues had a ticket in the last 28 days',
    'Improvements: plain, – 1 due for review. 1 known to have worked, of 3 that can be judged',
    'Acknowledged: steady, ● Within usual. 89 % of 38 escalations, October 2026',
    'Investigated: steady, ● Within usual. 78 % of 58 escalations, October 2026',
    'A designated owner throughout: steady, ● Within usual. 70 % of 43 escalations, October 2026',
    'Service levels: steady, ● Within usual. 52 % of 385 tickets, week of 9 Nov 2026',
    'Escalated before the target: steady, ● Within usual. 4 % of 56 escalations, October 2026',
    'The right route: steady, ● Within usual. 2 % of 47 escalations, October 2026',
    'Escalations per 100 tickets: steady, ● Within usual. 3.1 in 100 of 229 tickets, week of 9 Nov 2026',
    '–: unmeasured, – Not measured yet. Not measured yet.',
  ])
})

test('every fault of the data stands on the board in words', () => {
  const rows = rowsOf(troubled()).filter(({ standing }) => ['plain', 'early', 'untold'].includes(standing))
  expect(rows.map(told)).toEqual([
    'Owner load: plain, – 3 of 14 people hold 61 %. 225 tickets open now; known within bounds only',
    'Improvements: plain, – 1 due for review. 0 known to have worked; none can be judged yet',
    'Investigated: early, ○ Too early to tell. 78 % of 58 escalations, October 2026',
    'A designated owner throughout: early, – Not judged. 70 % of 43 escalations, October 2026',
    'Escalated before the target: early, ○ Too few to tell. 1 of 3 escalations, October 2026; too few to read anything into',
    'Recurring issues: untold, – Cannot be told. This cannot be told from the sources. The source “incidents” would need subcategory.',
  ])
})

test('on the first night there is no figure, and no 0 %', () => {
  const rows = rowsOf(firstNight())
  expect(rows.filter(({ now }) => now !== null)).toEqual([])
  expect(new Set(rows.map(({ why }) => why))).toEqual(
    new Set(['There is nothing to tell yet: no complete period holds enough items.', 'Not measured yet.']),
  )
})

test('a share stands beside the period before and last year, with its usual range', () => {
  const row = rowsOf(full()).find(({ measure }) => measure === 'acknowledged')
  expect(row?.compared.map(({ label, words }) => plain(`${label}: ${words}`))).toEqual([
    'September 2026: 72 %',
    'October 2025: 95 %',
  ])
  expect(row?.spark?.values).toHaveLength(25)
  expect(row?.spark?.limits?.upper).toBe(1)
  expect(row?.now?.value).toBe(34 / 38)
})

test('a share that is known within bounds only says so beside its number', () => {
  const [acknowledged] = full().measures
  if (acknowledged === undefined) throw new Error('no measure')
  const rough = { ...acknowledged, can_be_told: { ...acknowledged.can_be_told, answer: 'bounds' as const } }
  const [row] = rowsOf({ ...full(), measures: [rough] })
  expect(plain(row?.now?.of ?? null)).toBe('of 38 escalations, October 2026; known within bounds only')
})

describe('what is counted and not judged', () => {
  const load = (people: number | null, top: number, held: number): MeasureFile => ({
    ...ownerLoad(asOf),
    headline: figure('open_now', 'ticket', 'items', 1),
    figures: [
      figure('people', 'ticket', 'people', people),
      figure('top_people', 'ticket', 'people', top),
      figure('top_share', 'ticket', 'share', held),
    ],
  })
  const issues = (rising: number | null, trend: string | null, active = 1): MeasureFile => {
    const measure = recurring(asOf)
    return {
      ...measure,
      headline: figure('active', 'ticket', 'items', active),
      figures: [figure('rising', 'ticket', 'items', rising)],
      breakdowns: measure.breakdowns.map((breakdown) => ({
        ...breakdown,
        rows: breakdown.rows.map((row) => ({ ...row, values: { ...row.values, trend } })),
      })),
    }
  }
  const improved = (verdicts: string[], due: 'yes' | 'no', n = 3): MeasureFile => {
    const measure = full().measures.at(-1) as MeasureFile
    const table = (id: string) => measure.breakdowns.find((breakdown) => breakdown.id === id)
    const changes = table('changes')
    const actions = table('actions')
    if (changes === undefined || actions === undefined) throw new Error('no changes')
    const [change, action] = [changes.rows[0], actions.rows[0]]
    if (change === undefined || action === undefined) throw new Error('no rows')
    const rows = verdicts.map((verdict) => ({ ...change, values: { ...change.values, verdict } }))
    const reviewed = { ...action, values: { ...action.values, is_due: due, verdict: 'too_early' } }
    return {
      ...measure,
      headline: figure('worked', 'ticket', 'items', 0, { n }),
      breakdowns: [
        { ...changes, rows },
        { ...actions, rows: verdicts.length === 0 ? [] : [reviewed] },
      ],
    }
  }

  test.each<[string, MeasureFile, string]>([
    ['few hold much', load(48, 11, 0.519), '11 of 48 people hold 52 %. 1 ticket open now'],
    ['one holds much', load(9, 1, 0.6), '1 of 9 people holds 60 %. 1 ticket open now'],
    ['fewer than five people', load(null, 1, 0.6), 'Not judged. 1 ticket open now'],
    ['three rise', issues(3, 'unusual', 188), '3 rising. 188 issues had a ticket in the last 28 days'],
    ['none rises', issues(0, 'usual'), 'None rising. 1 issue had a ticket in the last 28 days'],
    [
      'too few to tell of any',
      issues(0, 'too_few'),
      'Too few to tell. 1 issue had a ticket in the last 28 days',
    ],
    ['no trend is told', issues(null, null), 'Not judged. 1 issue had a ticket in the last 28 days'],
    [
      'a decision is due',
      improved(['more'], 'yes'),
      '1 due for review. 0 known to have worked, of 3 that can be judged',
    ],
    [
      'a change went wrong',
      improved(['more', 'fewer'], 'no'),
      '1 went the wrong way. 0 known to have worked, of 3 that can be judged',
    ],
    [
      'a change without effect',
      improved(['no_clear_change'], 'no', 1),
      '1 without clear effect. 0 known to have worked, of 1 that can be judged',
    ],
    [
      'all went well',
      improved(['fewer'], 'no'),
      'None due for review. 0 known to have worked, of 3 that can be judged',
    ],
    [
      'nothing is recorded',
      improved([], 'no', 0),
      'Nothing recorded yet. 0 known to have worked; none can be judged yet',
    ],
  ])('%s', (_, measure, sentence) => {
    const promise = {
      id: measure.id,
      kind: 'promise' as const,
      sentence: 'We promise',
      measure: measure.id,
      order: 1,
    }
    const [row] = boardRows({ ...manifest, promises: [promise] }, new Map([[measure.id, measure]]))
    expect(plain(`${row?.words}. ${row?.now?.words} ${row?.now?.of}`)).toBe(sentence)
    expect([row?.standing, row?.isJudged]).toEqual(['plain', false])
  })
})
