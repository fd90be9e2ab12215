/** What a small page may be filtered by, for tests. */
import { encode } from '../../../data/shared/cells-code.ts'
import type { Choices, FilterState } from '../../../site/filter/state.ts'

export const choices: Choices = {
  dimensions: [
    { id: 'service', label: 'Service', values: ['Eduroam Wi-Fi', 'AV & 50 % + more', '0', 'false'] },
    { id: 'priority', label: 'Priority', values: ['P1', 'P2', null] },
    { id: 'team', label: 'Team', values: ['Desk', 'Réseau #1'] },
    { id: 'department', label: 'Department', values: ['Law', 'Music'] },
  ],
  // services with P1 and without a priority, the first team with every department
  pairs: [
    { dimensions: ['service', 'priority'], values: [[0, 1], [0], [], [2]].map((gaps) => encode(gaps)) },
    {
      dimensions: ['service', 'team'],
      values: [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ].map((gaps) => encode(gaps)),
    },
    { dimensions: ['team', 'department'], values: [[0, 0], []].map((gaps) => encode(gaps)) },
  ],
  items_in_a_pair: 50,
  has_pairs_left_out: false,
  periods: [
    { id: '12-months', label: 'the last 12 months', from: '2025-11-21', to: '2026-11-20' },
    { id: '2025-26', label: '2025/26', from: '2025-09-22', to: '2026-09-20' },
  ],
}

/** A state of some values, a period and a comparison. */
export const stateOf = (
  values: Readonly<Record<string, string | null>>,
  rest: Partial<Pick<FilterState, 'period' | 'compare'>> = {},
): FilterState => ({
  filter: Object.entries(values).map(([dimension, value]) => ({ dimension, value })),
  period: null,
  compare: null,
  ...rest,
})
