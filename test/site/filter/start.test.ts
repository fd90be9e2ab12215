import { beforeEach, describe, expect, test } from 'vitest'
import type { Filter } from '../../../data/shared/cells.ts'
import type { Cells, FilterSpec } from '../../../site/filter/spec.ts'
import { type Filters, filtersOf } from '../../../site/filter/start.ts'
import { type FilterState, nothingAsked } from '../../../site/filter/state.ts'
import { choices, stateOf } from './choices.ts'

const spec: FilterSpec = {
  ...choices,
  setting: { measure: 'acknowledged', headline: null, changes: [], terms: [], known: '' },
  cells: '/cells/',
  first: { week: '2026-01-05', month: '2026-01-01' },
  recent: { from: '2025-11-21', to: '2026-11-20' },
  shares: [],
  times: [],
}

/** A page that writes down what happens to it, with the history of a browser. */
function reader(start = '', load = async (filter: Filter): Promise<Cells> => cellsOf(filter)) {
  const history = [start]
  let at = 0
  const happened: string[] = []
  const said: string[] = []
  let fields: FilterState = nothingAsked
  const filters: Filters = filtersOf(spec, {
    form: {
      set: (state) => {
        fields = state
      },
      say: (words) => said.push(words.join(' ')),
      hold: (change) => change(),
    },
    page: {
      show: ({ of }) => happened.push(`shows ${of}`),
      restore: () => happened.push('as it was'),
    },
    load,
    search: () => history[at] ?? '',
    push: (search) => {
      history.splice(at + 1, Number.POSITIVE_INFINITY, search)
      at += 1
    },
    shown: () => {},
  })
  const go = (by: number): Promise<void> => {
    at += by
    return filters.follow()
  }
  return { filters, history, happened, said, go, fields: () => fields }
}

const cellsOf = (filter: Filter): Cells => ({ filter: [...filter], shares: [], times: [] })

describe('a reader', () => {
  let page: ReturnType<typeof reader>
  beforeEach(() => {
    page = reader('?a=1')
  })

  test('who chooses nothing finds the address and the page as they were', async () => {
    await page.filters.follow()
    expect([page.history, page.happened, page.said]).toEqual([['?a=1'], [], []])
  })

  test('who chooses sees it shown, said once, and written', async () => {
    await page.filters.choose('service', '0')
    expect(page.happened).toEqual(['shows 0'])
    expect(page.said).toEqual(['Showing service 0.'])
    expect(page.history).toEqual(['?a=1', '?a=1&service=0'])
  })

  test('who goes back and forward sees each as it was', async () => {
    await page.filters.choose('service', '0')
    await page.filters.choose('period', '2025-26')
    await page.go(-1)
    await page.go(-1)
    await page.go(1)
    expect(page.happened).toEqual(['shows 0', 'shows 0, 2025/26', 'shows 0', 'as it was', 'shows 0'])
    expect(page.history).toHaveLength(3)
    expect(page.said.at(-2)).toBe('Showing everything.')
  })

  test('who chooses what stands already changes nothing', async () => {
    await page.filters.choose('service', '0')
    await page.filters.choose('service', '0')
    await page.filters.choose('team', '')
    expect([page.history.length, page.happened.length, page.said.length]).toEqual([2, 1, 1])
  })

  test('who clears what is clear changes nothing', async () => {
    await page.filters.clear()
    expect([page.history, page.happened, page.said]).toEqual([['?a=1'], [], []])
  })

  test('who chooses a third dimension is told why not, and the field goes back', async () => {
    await page.filters.choose('service', '0')
    await page.filters.choose('team', 'Desk')
    await page.filters.choose('department', 'Law')
    expect(page.said.at(-1)).toMatch(/^At most two/)
    expect(page.fields()).toEqual(stateOf({ service: '0', team: 'Desk' }))
    expect(page.history).toHaveLength(3)
  })
})

test('a link that is opened fresh shows the same, and writes nothing', async () => {
  const page = reader('?team=Desk&period=2025-26&team=Nobody')
  await page.filters.follow()
  expect(page.happened).toEqual(['shows Desk, 2025/26'])
  expect(page.said).toEqual([
    'Only one team can be chosen: “Nobody” was left out. Showing team Desk, 2025/26.',
  ])
  expect(page.fields()).toEqual(stateOf({ team: 'Desk' }, { period: '2025-26' }))
  expect(page.history).toHaveLength(1)
})

test('a link of which nothing can be answered is said to be so', async () => {
  const page = reader('?team=Nobody')
  await page.filters.follow()
  expect([page.happened, page.said]).toEqual([[], ['There is no team “Nobody” here, so it is left out.']])
})

test('of two choices in a row only the last is shown, however long the first takes', async () => {
  const waiting: (() => void)[] = []
  const page = reader('', (filter) => new Promise((done) => waiting.push(() => done(cellsOf(filter)))))
  const both = [page.filters.choose('service', '0'), page.filters.choose('service', 'false')]
  for (const arrive of waiting.toReversed()) arrive()
  await Promise.all(both)
  expect(page.happened).toEqual(['shows false'])
  expect(page.said).toEqual(['Showing service false.'])
  expect(page.history).toEqual(['', '?service=0', '?service=false'])
})

describe('cells that cannot be loaded', () => {
  test('leave everything on the page, with a word, and the fields say so', async () => {
    const page = reader('', () => Promise.reject(new Error('no network')))
    await page.filters.choose('service', '0')
    expect(page.happened).toEqual(['as it was'])
    expect(page.said).toEqual([
      'The figures of this filter could not be loaded, so everything is shown. Reload the page to try again.',
    ])
    expect(page.fields()).toEqual(nothingAsked)
  })

  test('are asked for again with the next choice', async () => {
    let times = 0
    const page = reader('', async (filter) => {
      times += 1
      if (times === 1) throw new Error('no network')
      return cellsOf(filter)
    })
    await page.filters.choose('service', '0')
    await page.filters.choose('service', '0')
    expect(page.happened).toEqual(['as it was', 'shows 0'])
    expect(page.history).toEqual(['', '?service=0'])
  })
})
