import { describe } from 'vitest'
import { of, seen, waits } from './observed.ts'
import { type FigureCase, testFigures } from './world.ts'

const now = { part: 'figure', id: 'waiting_now' } as const
const oldest = { part: 'figure', id: 'waiting_oldest' } as const

const waiting: readonly FigureCase[] = [
  {
    name: 'where nothing waits that is none, and not nothing told',
    rows: of(1, 1),
    about: now,
    expect: [{ value: 0, n: 0, unit: 'items', item_kind: 'ticket', scope: 'all' }],
  },
  {
    name: 'and nothing is the oldest',
    rows: of(1, 1),
    about: oldest,
    expect: [],
  },
  {
    name: 'of a kind without any item nothing is said',
    rows: of(1, 1, { item_kind: 'escalation', day: '2026-02-10' }),
    about: now,
    expect: [],
  },
  {
    name: 'all that wait are counted, since when or not',
    rows: [waits('2026-03-30T10:00:00Z'), waits('2026-03-31T10:00:00Z'), waits(null)],
    about: now,
    expect: [{ value: 3 }],
  },
  {
    name: 'the oldest has waited so long on both clocks',
    rows: [waits('2026-03-30T10:00:00Z'), waits('2026-03-31T10:00:00Z'), waits(null)],
    about: oldest,
    expect: [
      { clock: 'business', value: 540, n: 3, unit: 'minutes' },
      { clock: 'elapsed', value: 1500, n: 3 },
    ],
  },
  {
    name: 'until its own source was last known',
    rows: [waits('2026-03-30T10:00:00Z', {}, { known_until: '2026-03-30T11:00:00Z' })],
    about: { ...oldest, clock: 'elapsed' },
    expect: [{ value: 60 }],
  },
  {
    name: 'what has waited for more than a year waits',
    rows: [waits('2025-01-30T10:00:00Z', { day: '2025-01-30' })],
    about: now,
    expect: [{ value: 1 }],
  },
  {
    name: 'with the children of major incidents and without',
    rows: [waits(null), waits(null, {}, { is_major_child: true })],
    about: now,
    expect: [
      { scope: 'all', value: 2 },
      { scope: 'without_major_children', value: 1 },
    ],
  },
]

const world = [
  ...of(1, 2),
  seen({}, { is_left_out: true, flags: ['future'] }),
  seen({}, { flags: ['date_only', 'tz_gap'] }),
]
const counts: readonly FigureCase[] = [
  {
    name: 'the items are those that are not left out',
    rows: world,
    about: { part: 'figure', id: 'items' },
    expect: [{ value: 3, n: 4 }],
  },
  {
    name: 'how many are left out is told',
    rows: world,
    about: { part: 'figure', id: 'left_out' },
    expect: [{ value: 1, n: 4 }],
  },
  {
    name: 'even where none is',
    rows: of(1, 1),
    about: { part: 'figure', id: 'left_out' },
    expect: [{ value: 0, n: 1 }],
  },
  {
    name: 'and how many are flagged, by each flag',
    rows: world,
    about: { part: 'figure', unit: 'items', value: 1, n: 1 },
    expect: [{ id: 'date_only' }, { id: 'tz_gap' }],
  },
]

describe('what waits now', () => testFigures(waiting))
describe('what is counted', () => testFigures(counts))
