import { describe, expect, test } from 'vitest'
import { encode } from '../../../data/shared/cells-code.ts'
import { readout } from '../../../site/charts/readout.ts'
import type { Cells } from '../../../site/filter/spec.ts'
import type { FilterState } from '../../../site/filter/state.ts'
import { type FilteredView, filteredView } from '../../../site/filter/view.ts'
import { statusOf } from '../../../site/filter/words.ts'
import { stateOf } from './choices.ts'
import { bins, cellsOf, places, spec } from './small.ts'

const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ')
const desk = (rest: Partial<FilterState> = {}): FilterState => stateOf({ team: 'Desk' }, rest)
const rising = cellsOf((place) => Math.floor(place / 3))
const figureIn = ({ figures }: FilteredView, id: string) => figures.find((one) => one.id === id)

describe('without a period', () => {
  const view = filteredView(spec, desk(), rising)

  test('the large number is that of the last complete one', () => {
    expect(view.headline).toMatchObject({ value: 0.8, words: '80\u00a0%' })
    expect(plain(view.headline?.label)).toBe('of 10 escalations, October 2026: in time')
  })

  test('it stands beside the period before and the same of the year before', () => {
    expect(view.comparisons.map(({ label, value }) => [plain(label), value])).toEqual([
      ['September 2026', 0.7],
      ['October 2025', 0.4],
    ])
  })

  test('no verdict is given, and every caption says whose figures these are', () => {
    expect(view.sentences).toEqual([expect.stringMatching(/^Under a filter nothing is called slipped/)])
    expect(view.figures.map(({ caption }) => caption.includes('Only Desk.'))).toEqual(
      view.figures.map(() => true),
    )
  })

  test('times are those of the last twelve months, and say since when', () => {
    expect(plain(view.howLong.escalation[0])).toMatch(
      /^Acknowledged, of 120 escalations raised since 1 Dec 2025: half within 24 hours/,
    )
  })

  test('how many there are is said beside how many there are of everything', () => {
    expect(plain(statusOf(spec, desk(), view))).toBe('Showing team Desk: 10 of 40 escalations, October 2026.')
  })

  test('a share that is in no cells has no chart', () => {
    expect(figureIn(view, 'escalation-route')?.chart).toBeNull()
  })

  test('shares of a hundred are told of a hundred', () => {
    const chart = figureIn(view, 'ticket-rate')?.chart
    expect(chart?.kind === 'line' && chart.lines[0]?.points.at(-2)?.value).toBe(80)
  })
})

describe('with a period', () => {
  const state = desk({ period: '2025-26' })
  const view = filteredView(spec, state, rising)

  test('points are those of the periods that begin in it', () => {
    const chart = figureIn(view, 'escalation-within')?.chart
    const days = chart?.kind === 'line' ? chart.lines[0]?.points.map(({ from }) => from) : []
    expect([days?.[0], days?.at(-1), days?.length]).toEqual(['2025-10-01', '2026-09-01', 12])
  })

  test('the large number is of all its complete periods together, and says so', () => {
    expect(view.headline?.value).toBeCloseTo(66 / 120, 12)
    expect(plain(view.headline?.label)).toBe('of 120 escalations, October 2025 to September 2026: in time')
    expect(plain(statusOf(spec, state, view))).toBe('Showing team Desk, 2025/26: 120 of 480 escalations.')
  })

  test('it stands beside the same periods a year before', () => {
    expect(view.comparisons.map(({ label, value }) => [plain(label), value])).toEqual([
      ['October 2024 to September 2025', expect.closeTo(18 / 120, 12)],
    ])
  })

  test('times are of items raised in the months that begin in it, and say which where it is not whole months', () => {
    expect(view.howLong.escalation.map(plain)).toEqual([
      expect.stringMatching(/^Acknowledged, of 120 escalations: half within 24 hours/),
      'By whole months: escalations raised from 1 Oct 2025 to 30 Sept 2026.',
    ])
    expect(view.howLong.ticket).toEqual([])
  })

  test('the last twelve months leave the one that runs out of the large number', () => {
    const months = filteredView(spec, desk({ period: '12-months' }), rising)
    expect(plain(months.headline?.label)).toBe('of 110 escalations, December 2025 to October 2026: in time')
  })

  test('items that stand in several periods are not added up', () => {
    const weighted = cellsOf(() => 5000, {
      weight: encode(places.map(() => 10_000)),
      squared_weight: encode(places.map(() => 10)),
    })
    const told = filteredView(spec, state, weighted)
    expect(plain(told.headline?.label)).toBe(
      'of at least 10 escalations, October 2025 to September 2026: in time',
    )
    expect(told.headline).toMatchObject({ value: 0.5, range: null })
    expect(statusOf(spec, state, told)).toBe('Showing team Desk, 2025/26.')
  })
})

describe('a period is complete', () => {
  test('where nothing of it is unsettled, and it is complete for everything', () => {
    const unsettled = encode(places.map((place) => Number(place === 24)))
    const view = filteredView(
      spec,
      desk(),
      cellsOf(() => 5, { unsettled }),
    )
    const chart = figureIn(view, 'escalation-within')?.chart
    const open = chart?.kind === 'line' ? chart.lines[0]?.points.filter((point) => !point.is_complete) : []
    expect(open?.map(({ from }) => from)).toEqual(['2026-10-01', '2026-11-01'])
    expect(plain(view.headline?.label)).toContain('September 2026')
  })
})

describe('a second line', () => {
  const secondIn = (state: FilterState, cells = rising) => {
    const chart = figureIn(filteredView(spec, state, cells), 'escalation-within')?.chart
    return chart?.kind === 'line' ? chart.lines[1] : undefined
  }

  test('of the year before has its values on the days of this year', () => {
    const line = secondIn(desk({ compare: 'last-year', period: '2025-26' }))
    expect(line?.label).toBe('a year before')
    expect(line?.points.map(({ from, value }) => [from, value])).toEqual(
      Array.from({ length: 12 }, (_, place) => [
        `${place < 3 ? 2025 : 2026}-${String(((place + 9) % 12) + 1).padStart(2, '0')}-01`,
        Math.floor(place / 3) / 10,
      ]),
    )
  })

  test('of the year before has no value where that year is not known', () => {
    expect(
      secondIn(desk({ compare: 'last-year' }))
        ?.points.slice(0, 13)
        .map(({ value }) => value),
    ).toEqual([...Array.from({ length: 12 }, () => null), 0])
  })

  test('of everything has its values, also where filters are of two values', () => {
    const line = secondIn(desk({ compare: 'everything' }))
    expect(line?.points.map(({ value }) => value)).toEqual(places.map(() => 0.75))
  })

  const readAt = (state: FilterState, id: string, at: number): string => {
    const chart = figureIn(filteredView(spec, state, rising), id)?.chart
    return chart == null ? '' : plain(readout(chart, at))
  }

  test('of everything is read with its own items where they are known, else without', () => {
    const state = desk({ compare: 'everything' })
    expect(readAt(state, 'escalation-within', 24)).toBe(
      'October 2026: Desk 80 % of 10 escalations; everything 75 % of 40 escalations.',
    )
    expect(readAt(state, 'ticket-rate', 24)).toMatch(/: Desk 80.0 in 100; everything 75.0 in 100\.$/)
  })

  test('of the year before is not known in the first year', () => {
    expect(readAt(desk({ compare: 'last-year' }), 'escalation-within', 0)).toBe(
      'October 2024: Desk 0 % of 10 escalations; a year before not known.',
    )
  })

  test('of everything is not drawn where everything is shown', () => {
    expect(secondIn(stateOf({}, { compare: 'everything', period: '2025-26' }))).toBeUndefined()
    const state = stateOf({}, { compare: 'everything' })
    const said = statusOf(spec, state, filteredView(spec, state, rising))
    expect(said).toBe('Showing everything. To compare with everything, choose a filter.')
  })
})

describe('a filter of two values', () => {
  const pair = [
    { dimension: 'service', value: '0' },
    { dimension: 'team', value: 'Desk' },
  ]

  test('is told by month, tickets too', () => {
    const view = filteredView(spec, stateOf({ service: '0', team: 'Desk' }), { ...rising, filter: pair })
    const rate = figureIn(view, 'ticket-rate')
    expect(rate?.heading).toBe('Escalated, by month')
    expect(rate?.chart).toMatchObject({ kind: 'line', period: 'month' })
  })
})

describe('a filter that leaves nothing', () => {
  const nothing: Cells = { filter: [{ dimension: 'priority', value: null }], shares: [], times: [] }
  const state = stateOf({ priority: null })
  const view = filteredView(spec, state, nothing)

  test('has no figure, no chart and no sentence', () => {
    expect(view.headline).toBeNull()
    expect(view.figures.map(({ chart }) => chart)).toEqual(view.figures.map(() => null))
    expect([view.sentences, view.comparisons, view.howLong]).toEqual([[], [], { escalation: [], ticket: [] }])
  })

  test('is said by its name', () => {
    expect(view.of).toBe('priority not recorded')
    expect(statusOf(spec, state, view)).toBe('Showing priority not recorded.')
  })
})

test('of fewer than 50 items nothing is said of nine in ten, of fewer than five nothing at all', () => {
  const said = (items: number): string | undefined => {
    const took = places.map((place) => (place === 20 ? bins(60, items) : '')).join('.')
    const cells = {
      ...rising,
      times: [{ ...rising.times[0], series: 2, clock: 'elapsed' as const, events: { from: 0, bins: took } }],
    }
    return filteredView(spec, desk(), cells).howLong.escalation[0]
  }
  expect(said(50)).toContain('9 in 10')
  expect(said(49)).toMatch(/half/)
  expect(said(49)).not.toContain('9 in 10')
  expect(said(4)).toBeUndefined()
})
