import type { GivenRow, MeasureCase } from '../case.ts'
import { ticket } from '../given.ts'

const done = (item_id: string, satisfaction: string | null, own: GivenRow = {}): GivenRow =>
  ticket(item_id, { done_at: '2026-02-03T10:00:00Z', is_open: false, satisfaction, ...own })

const satisfied = { part: 'share', id: 'satisfied' } as const
const responded = { part: 'share', id: 'responded' } as const
const three = { fct_all_items: [done('a', 'good'), done('b', 'bad'), done('c', null)] }

export const cases: readonly MeasureCase[] = [
  {
    name: 'satisfied is asked only of those who answered',
    given: three,
    about: satisfied,
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-03', due_at: '2026-02-17 10:00:00+00' },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'who kept silent for fourteen days is in the response rate alone',
    given: three,
    about: responded,
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-03', due_at: '2026-02-17 10:00:00+00' },
      { item_id: 'b', hit: 1 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'it is of the local day on which the request ended',
    given: { fct_all_items: [done('a', 'good', { done_at: '2025-07-01T23:30:00Z' })] },
    about: satisfied,
    expect: [{ day: '2025-07-02' }],
  },
  {
    name: 'what is open was not asked about yet, whatever was said of it before',
    given: { fct_all_items: [ticket('a', { satisfaction: 'good' })] },
    about: {},
    expect: [],
  },
  {
    name: 'a cancelled ticket is not asked about',
    given: { fct_all_items: [done('a', 'bad', { is_left_out: true })] },
    about: {},
    expect: [],
  },
]
