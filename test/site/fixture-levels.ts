/** The rate of escalations and the service levels of the hand-made release, with their own tables. */
import type { MeasureFile } from '../../data/contract.ts'
import { column } from './fixture-make.ts'
import { shareMeasure } from './fixture-promises.ts'

const bars = (id: string, by: string, rows: [key: string, label: string, items: number][]) => ({
  id,
  by,
  item_kind: 'escalation' as const,
  columns: [column('items', 'items'), column('items_before', 'items')],
  rows: rows.map(([key, label, items]) => ({
    key,
    label,
    n: items,
    values: { items, items_before: items + 3 },
    counts: { items },
  })),
})

const byService = [
  ['Eduroam Wi-Fi', 900, 3.1],
  ['Printing', 700, 1.2],
  ['AV & teaching rooms', 400, 6.5],
] as const

/** How many of a hundred tickets are escalated, why, and what came of it. */
export const escalationRate = (asOf: string): MeasureFile => {
  const made = shareMeasure(
    {
      id: 'escalation-rate',
      title: 'Escalations per 100 tickets',
      sentence: 'How many of a hundred tickets were escalated.',
      shares: [
        { id: 'rate', label: 'escalated', good: 'neutral', kind: 'ticket', unit: 'per_100', usual: 0.03 },
      ],
    },
    asOf,
  )
  const services = byService.map(([label, items, rate]) => ({
    key: label,
    label,
    n: items,
    values: { items, rate },
    counts: { items, rate: items },
  }))
  return {
    ...made,
    breakdowns: [
      ...made.breakdowns,
      {
        id: 'by_service',
        by: 'service',
        item_kind: 'ticket',
        columns: [column('items', 'items'), column('rate', 'per_100')],
        rows: services,
      },
      bars('reasons', 'reason', [
        ['speed', 'speed', 225],
        ['quality', 'quality', 69],
        ['unknown', 'not recorded', 20],
      ]),
      bars('impacts', 'impact', [
        ['teaching', 'teaching', 130],
        ['research', 'research', 45],
      ]),
      bars('outcomes', 'outcome', [
        ['accepted', 'accepted', 366],
        ['declined', 'declined', 30],
      ]),
    ],
  }
}

/** A target for urgent tickets only: none is published for the others. */
export const serviceLevels = (asOf: string): MeasureFile => {
  const made = shareMeasure(
    {
      id: 'service-levels',
      title: 'Service levels',
      sentence: 'The share of tickets that met their target.',
      shares: [
        { id: 'resolution', label: 'resolved within the target', good: 'high', kind: 'ticket', usual: 0.52 },
        { id: 'has_target', label: 'have a published target', good: 'neutral', kind: 'ticket', usual: 0.07 },
      ],
      waiting: [{ id: 'late', label: 'open after their target', kind: 'ticket', now: 14, oldest: 65_159 }],
    },
    asOf,
  )
  const levels = [
    ['P1', 0.8],
    ['P3', null],
  ] as const
  const rows = levels.map(([label, resolution]) => ({
    key: label,
    label,
    n: 500,
    values: { resolution, resolution_met: resolution === null ? 0 : 400, tickets: 500 },
    counts: {},
  }))
  const columns = [
    column('resolution', 'share'),
    column('resolution_met', 'items'),
    column('tickets', 'items'),
  ]
  const byLevel = { id: 'by_level', by: 'level', item_kind: 'ticket' as const, columns, rows }
  return { ...made, breakdowns: [byLevel, ...made.breakdowns] }
}
