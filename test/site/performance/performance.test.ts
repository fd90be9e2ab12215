import { describe, expect, test } from 'vitest'
import type { StaffPromise } from '../../../data/contract.ts'
import { boardOf, boardTable } from '../../../site/performance/board.ts'
import { effectSentence } from '../../../site/performance/changes.ts'
import { howToRead } from '../../../site/performance/how-to-read.ts'
import { promisesOf, yardstickOf } from '../../../site/performance/kind.ts'
import { saidOfLine } from '../../../site/performance/line.ts'
import { openingOf } from '../../../site/performance/opening.ts'
import { tablesOf } from '../../../site/performance/tables.ts'
import { timesTable } from '../../../site/performance/times.ts'
import type { Everybody } from '../../../site/performance/told.ts'
import { csvOf } from '../../../site/tables/csv.ts'
import { asOf, full } from '../fixture.ts'
import { fewFigures, noFigures, oddFigures, promised, staff } from '../fixture-staff.ts'
import { plain } from '../plain.ts'

const { manifest, measures } = full()
const everybody = (figures = staff(asOf)): Everybody => ({
  staff: figures,
  manifest,
  measures: new Map(measures.map((measure) => [measure.id, measure])),
})
const only = (...promises: StaffPromise[]): Everybody => everybody({ ...staff(asOf), promises })
const lineBy = (id: string, figures = staff(asOf)): string | null => {
  const promise = figures.promises.find((one) => one.id === id)
  return promise === undefined ? null : plain(saidOfLine(promise, everybody(figures)))
}

describe('a promise in one line', () => {
  test.each([
    [
      'acknowledged',
      'Acknowledged within 1 business day: 4 in 10 escalations in October 2026. Worse than usual.',
    ],
    ['investigated', 'Investigated within 3 business days: 5 in 10 escalations in October 2026.'],
    ['owned', 'Never without a named owner: over 9 in 10 escalations in October 2026. Better than usual.'],
    ['owner-load', 'Have a named owner: 7 in 10 tickets open now.'],
    ['recurring', 'Problems that keep coming back: about 190 had a ticket in the last 28 days.'],
    [
      'updated',
      'Heard from us within 5 business days: 2 in 10 working hours in which escalations were open in October 2026. Our records show only part of it.',
    ],
    [
      'service-levels',
      'Resolved within the target: 6 in 10 tickets with a published target in October 2026.',
    ],
    ['before-target', 'Raised before the target had passed: too few to tell in October 2026.'],
    ['right-route', 'Redirected as emergencies: under 1 in 10 escalations in October 2026.'],
    ['improvements', 'Improvements: each change, and what came of it.'],
    ['satisfaction', 'Satisfaction: not measured yet.'],
  ])('%s', (id, line) => {
    expect(lineBy(id)).toBe(line)
  })

  test.each([
    ['acknowledged', 'Acknowledged: our records do not show it.'],
    ['investigated', 'Investigated within 3 business days: too few to tell in October 2026.'],
    ['owner-load', 'Have a named owner: too few are open now to tell.'],
    ['recurring', 'Problems that keep coming back: fewer than 5 had a ticket in the last 28 days.'],
  ])('%s of which too few are on record', (id, line) => {
    expect(lineBy(id, fewFigures(asOf))).toBe(line)
  })

  test('before anything is known', () => {
    const figures = noFigures(asOf)
    const lines = figures.promises.map((promise) => saidOfLine(promise, everybody(figures)).split(': ')[1])
    expect(new Set(lines)).toEqual(
      new Set(['nothing to tell yet.', 'no change is recorded yet.', 'not measured yet.']),
    )
  })

  test('of those who answered', () => {
    const answered = measures[0]
    if (answered === undefined) throw new Error('no measure')
    const figures = [
      {
        id: 'satisfied',
        label: 'satisfied, of those who answered',
        good: 'high' as const,
        is_weighted: false,
      },
    ]
    const satisfaction = { ...answered, id: 'satisfaction', definition: { ...answered.definition, figures } }
    const all = { ...everybody(), measures: new Map([['satisfaction', satisfaction]]) }
    const line = saidOfLine(promised('satisfaction', 'satisfied', 'escalation'), all)
    expect(plain(line)).toBe('Satisfied: 4 in 10 of those who answered in October 2026.')
  })
})

const usual = (
  id: string,
  against: StaffPromise['against_usual'],
  rest: Partial<StaffPromise> = {},
): StaffPromise => promised(id, 'within', 'escalation', { against_usual: against, ...rest })
const week = { period: 'week', from: '2026-11-09', to: '2026-11-15' } as const

test('what is asked of people is no promise that is kept or not', () => {
  const asked = promised('right-route', 'redirected_emergency', 'escalation', { against_usual: 'worse' })
  expect(plain(openingOf(only(asked, usual('acknowledged', 'usual'))))).toBe(
    'The one promise that can be judged was not kept worse than usual in October 2026.',
  )
  expect(promisesOf('request', only(asked))).toEqual([asked])
})

test('times are said to be no promises where a figure has one, and not elsewhere', () => {
  expect(yardstickOf('promise', everybody())).toBe(
    'Times such as 1 business day are what we measure by. They are not promised, unless the procedure’s own words say so.',
  )
  expect(yardstickOf('request', everybody())).toBeNull()
  expect(yardstickOf('promise', everybody(noFigures(asOf)))).toBeNull()
})

describe('the sentence on top', () => {
  test.each([
    ['no promises', [], 'No promise is written down here yet.'],
    [
      'nothing told',
      [usual('acknowledged', null, { share: null, count: null })],
      'Too little is on record to tell how well the promises are kept.',
    ],
    [
      'none judged',
      [usual('acknowledged', null)],
      'It is too early to say whether the promises are kept better or worse than usual.',
    ],
    [
      'the one kept as usual',
      [usual('acknowledged', 'usual')],
      'The one promise that can be judged was not kept worse than usual in October 2026.',
    ],
    [
      'the one kept worse',
      [usual('acknowledged', 'worse')],
      'The one promise that can be judged was kept worse than usual in October 2026.',
    ],
    [
      'none worse',
      [usual('acknowledged', 'usual'), usual('owned', 'sign_of_worse')],
      'Neither of the two promises that can be judged was kept worse than usual in October 2026.',
    ],
    [
      'one of two',
      [usual('acknowledged', 'worse'), usual('owned', 'usual')],
      'One of the two promises that can be judged was kept worse than usual in October 2026: Acknowledged.',
    ],
    [
      'both',
      [usual('acknowledged', 'worse'), usual('owned', 'worse', week)],
      'Both promises that can be judged were kept worse than usual: Acknowledged and A designated owner throughout.',
    ],
    [
      'one better',
      [usual('acknowledged', 'better'), usual('owned', 'usual')],
      'Neither of the two promises that can be judged was kept worse than usual in October 2026. Better than usual: Acknowledged.',
    ],
  ])('%s', (_, promises, said) => {
    expect(plain(openingOf(only(...promises)))).toBe(said)
  })
})

test('every promise has a row and every request one on a board of their own, with a figure or a reason in each', () => {
  for (const figures of [staff(asOf), fewFigures(asOf), noFigures(asOf), oddFigures(asOf)]) {
    const asked = boardOf('request', everybody(figures))
    const rows = [...boardOf('promise', everybody(figures)), ...asked]
    expect(asked.map(({ promise }) => promise.id)).toEqual(['before-target', 'right-route'])
    expect(rows.map(({ promise }) => promise.id).toSorted()).toEqual(
      figures.promises.map(({ id }) => id).toSorted(),
    )
    expect(rows.filter(({ shown, why }) => (shown === null) === (why === null))).toEqual([])
    expect(rows.filter(({ sentence }) => sentence === '')).toEqual([])
  }
})

test('elements carry the tenths of the release, under a name that is not that of the exact figure', () => {
  const shown = boardOf('promise', everybody()).flatMap(({ shown: one }) =>
    one === null ? [] : [[one.figure, one.value]],
  )
  expect(shown.slice(0, 5)).toEqual([
    ['within_in_tenths', 0.4],
    ['within_in_tenths', 0.5],
    ['always_in_tenths', 0.9],
    ['owned_now_in_tenths', 0.7],
    ['active_rounded', 190],
  ])
})

test('tables name what is merged, and the levels by whom they are for', () => {
  const tables = tablesOf(everybody())
  expect(tables.map(({ name }) => name)).toEqual([
    'Escalations by service',
    'Why people escalated',
    'What it affected',
    'What came of it',
    'Tickets by service level',
  ])
  expect(tables[0]?.table.rows.at(-1)?.label).toBe('Others together')
  expect(plain(tables[0]?.note ?? '')).toBe(
    'Escalations received from 21 Nov 2025 to 20 Nov 2026. “Others together” are the smallest. No figure means too few to tell, or not known.',
  )
  const affects = manifest.levels.find(({ level }) => level === 'P1')?.affects
  expect(tables[4]?.table.rows[1]?.label).toBe(`${affects} (P1)`)
})

test('a file of a table keeps its words, and nothing in it that a spreadsheet would run', () => {
  const [services] = tablesOf(everybody())
  expect(services && csvOf(services.table).split('\r\n')[1]).toBe(
    '"AV & teaching rooms",75,"7 in 10","over 9 in 10","2 in 10"',
  )
  const odd = tablesOf(everybody(oddFigures(asOf))).map(({ table }) => csvOf(table))
  expect(odd.join('')).toContain(`"'=HYPERLINK`)
  expect(csvOf(boardTable('promise', boardOf('promise', everybody())))).toContain('"About 4 in 10"')
})

test('times stand in plain steps on both clocks, and a measure without any is left out', () => {
  const words = timesTable(everybody())?.rows.map(({ label, cells }) => [
    label,
    ...cells.map(({ words: said }) => plain(said)),
  ])
  expect(words).toEqual([
    ['Acknowledged', '1 day', '5 days', '4 working hours', '3 working days'],
    ['Investigated', '3 days', '–', '–', '–'],
  ])
  expect(timesTable(everybody(fewFigures(asOf)))).toBeNull()
})

test.each([
  ['fewer', 'Since then, fewer tickets in every hundred are about “Print queue stuck”.'],
  ['more', 'Since then, more tickets in every hundred are about “Print queue stuck”.'],
  ['no_difference', 'There is no clear change in how many tickets are about “Print queue stuck”.'],
  ['too_early', 'It is too early to tell what came of it.'],
  ['not_measured', 'What came of it cannot be told from the tickets.'],
] as const)('a change after which it is %s', (effect, said) => {
  expect(
    effectSentence({
      date: '2026-02-16',
      title: 'New',
      kind: 'improvement',
      about: 'Print queue stuck',
      effect,
    }),
  ).toBe(said)
})

test('where nothing is suppressed nothing is said to be rounded', () => {
  const bare = { ...staff(asOf), threshold: 1, rounded_to: 1 }
  expect(howToRead(bare)[0]).toBe('Nothing is rounded away: counts stand as they are.')
  expect(plain(boardOf('promise', everybody(bare))[0]?.shown?.note ?? '')).toBe(
    'acknowledged within 1 business day; of 40 escalations, October 2026',
  )
  expect(howToRead(staff(asOf))[0]).toContain('rounded to the nearest 5')
})
