import { beforeAll, describe, expect, test } from 'vitest'
import { hits, measure, of, seen, told, waits } from './observed.ts'
import { type FigureCase, figureMaker, type Telling, testFigures } from './world.ts'

const within = { part: 'figure', id: 'within', scope: 'all' } as const
const nobody = { source: 'log', item_kind: 'ticket', answer: 'no', missing: [] as string[] } as const
const all = told(measure.observes)
/** `log` tells tickets of everything but the first figure, `within`. */
const notWithin: Telling = { ...all, figures: [[nobody], ...all.figures.slice(1)] }
const bounds: Telling = { ...all, figures: [[{ ...nobody, answer: 'bounds' }], ...all.figures.slice(1)] }
const notTickets: Telling = {
  measure: { answer: 'no', by_source: [nobody] },
  figures: measure.observes.map(() => [nobody]),
}
/** `log` and `paper` both tell all. */
const two: Telling = {
  measure: all.measure,
  figures: all.figures.map((sources) => [...sources, ...sources.map((one) => ({ ...one, source: 'paper' }))]),
}
/** Of an item that the paper knows up to a day. */
const onPaper = (until: string, day = '2026-03-16', row = {}) =>
  of(0, 1, { day, ...row }, { sources: ['paper'], known_until: `${until}T11:00:00Z` })
const weeks = { part: 'point', id: 'within', scope: 'all', period: 'week' } as const
const own = seen({ part: 'figure', id: 'longest', unit: 'minutes', value: 3 })

const cases: readonly FigureCase[] = [
  {
    name: 'an item that only other sources know is not counted',
    rows: [...of(1, 2), ...of(0, 2, {}, { sources: ['paper'] })],
    about: within,
    expect: [{ value: 0.5, n: 2 }],
  },
  {
    name: 'one that a source which can tell knows too is counted',
    rows: of(1, 2, {}, { sources: ['log', 'paper'] }),
    about: within,
    expect: [{ n: 2 }],
  },
  {
    name: 'a figure that cannot be told is not given, nor are its points',
    telling: notWithin,
    rows: of(1, 2),
    about: { id: 'within' },
    expect: [],
  },
  {
    name: 'though others of the same items are',
    telling: notWithin,
    rows: [...of(1, 2), ...of(1, 4, { id: 'rate' })],
    about: { part: 'figure', id: 'rate' },
    expect: [{ value: 25, n: 4 }],
  },
  {
    name: 'a week is complete once every source that tells knows it',
    telling: two,
    rows: [...of(1, 1), ...onPaper('2026-03-25')],
    about: weeks,
    expect: [
      { from_day: '2026-03-16', value: 0, is_complete: true },
      { from_day: '2026-03-23', value: 1, is_complete: false },
      { from_day: '2026-03-30', value: null, is_complete: false },
    ],
  },
  {
    name: 'or has sent nothing for 92 days, and is waited for no longer',
    telling: two,
    rows: [...of(1, 1), ...onPaper('2025-12-29', '2025-12-22')],
    about: { ...weeks, value: 1 },
    expect: [{ from_day: '2026-03-23', is_complete: true }],
  },
  {
    name: 'what it did not live to tell is not known, and no week waits for it',
    telling: two,
    rows: [
      ...of(5, 5, { day: '2025-12-22' }),
      ...onPaper('2025-12-29', '2025-12-22', { due_at: '2025-12-30T10:00:00Z' }),
    ],
    about: { ...weeks, from_day: '2025-12-22' },
    expect: [{ value: null, n: 5, is_complete: true }],
  },
  {
    name: 'bounds are enough',
    telling: bounds,
    rows: of(1, 2),
    about: within,
    expect: [{ value: 0.5 }],
  },
  {
    name: 'that nothing waits is not said by a source that cannot tell',
    telling: notTickets,
    rows: [waits(null), ...of(1, 2)],
    about: {},
    expect: [],
  },
  {
    name: 'what a measure writes itself stands as it is',
    measure: { ...measure, writesFigures: true },
    rows: [own],
    about: { id: 'longest' },
    expect: [{ part: 'figure', value: 3, unit: 'minutes', item_kind: 'ticket' }],
  },
  {
    name: 'unless no source tells of its kind',
    measure: { ...measure, writesFigures: true },
    telling: notTickets,
    rows: [own],
    about: { id: 'longest' },
    expect: [],
  },
  {
    name: 'another measure that observes the same by the same names changes nothing',
    beside: [{ ...measure, id: 'broken', headline: 'rate' }],
    rows: of(1, 2),
    about: { part: 'figure', id: 'within' },
    expect: [{ value: 0.5, n: 2 }],
  },
  {
    name: 'a measure that observes nothing has its own figures and no other',
    measure: { ...measure, observes: [] },
    rows: [own],
    about: {},
    expect: [{ id: 'longest' }],
  },
]
describe('what sources can tell', () => testFigures(cases))

let maker: Awaited<ReturnType<typeof figureMaker>>
beforeAll(async () => {
  maker = await figureMaker()
})

describe('an observation that the measure does not declare is a fault', () => {
  test.each([
    ['by its name', hits([1], { id: 'typo' }), 'share typo ticket'],
    ['by its kind', [waits(null, { item_kind: 'escalation' })], 'now waiting escalation'],
    ['by its part', [seen({ part: 'time', id: 'within', minutes: 1 })], 'time within ticket'],
  ])('%s', async (_, rows, named) => {
    await expect(maker.figures(rows)).rejects.toThrow(
      `measures/kept does not declare what it observes: ${named}`,
    )
  })
})

describe('how a promise was kept', () => {
  const promises = async (rows: ReturnType<typeof of>) => {
    await maker.figures(rows)
    return maker.database.all('select * from fct_promises order by day, hit')
  }

  test('is kept item by item, of what is settled and can be told', async () => {
    const kept = await promises([
      ...hits([1, 1, 0, null]),
      ...hits([1], { due_at: '2026-04-02T10:00:00Z' }),
      ...hits([0], { day: '2026-03-25' }),
    ])
    expect(kept.map(({ day, hit, weight }) => [day, hit, weight])).toEqual([
      ['2026-03-24', 0, 1],
      ['2026-03-24', 1, 1],
      ['2026-03-24', 1, 1],
      ['2026-03-25', 0, 1],
    ])
    expect(kept[0]).toMatchObject({ measure: 'kept', good: 'high', item_kind: 'ticket' })
  })

  test('is that of the headline alone', async () => {
    expect(await promises(of(1, 2, { id: 'rate' }))).toEqual([])
  })
})
