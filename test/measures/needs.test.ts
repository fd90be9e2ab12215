import { describe, expect, test } from 'vitest'
import type { ItemKind } from '../../data/contract.ts'
import { loadMeasures } from '../../etl/measures/index.ts'
import { figureTelling, tellingOf } from '../../etl/publish/telling.ts'

const measures = await loadMeasures()
const measureOf = (id: string) => {
  const found = measures.find(({ measure }) => measure.id === id)
  if (!found) throw new Error(`no measure ${id}`)
  return found.measure
}
const sourceOf = (item_kind: ItemKind, columns: string) => [
  { name: 'one', item_kind, columns: columns.split(' ') },
]

/** A figure of a measure, what the only source brings, and whether that can tell it. */
type Case = readonly [measure: string, figure: string, columns: string, answer: string]

const ofTickets: readonly Case[] = [
  ['service-levels', 'resolution', 'id priority', 'no'],
  ['service-levels', 'late', 'id priority', 'no'],
  ['service-levels', 'response', 'id priority', 'no'],
  ['service-levels', 'has_target', 'id priority', 'yes'],
  ['service-levels', 'resolution', 'id status resolved_at', 'no'],
  ['service-levels', 'resolution', 'id priority resolved_at', 'yes'],
  ['service-levels', 'response', 'id priority resolved_at', 'no'],
  ['service-levels', 'late', 'id priority closed_at', 'yes'],
  ['service-levels', 'response', 'id priority at event', 'yes'],
  ['service-levels', 'resolution', 'id priority at event', 'no'],
  ['first-owned', 'within', 'id owner', 'bounds'],
]
const ofEscalations: readonly Case[] = [
  ['effort', 'avoidable', 'id ticket_id event outcome', 'yes'],
  ['effort', 'avoidable', 'id outcome', 'bounds'],
  ['effort', 'avoidable', 'id at owner', 'no'],
  ['right-route', 'redirected_emergency', 'id route event received_at', 'no'],
  ['right-route', 'redirect', 'id route event received_at', 'no'],
  ['right-route', 'route_form', 'id route event received_at', 'yes'],
  ['right-route', 'route_form', 'id outcome', 'no'],
  ['right-route', 'redirected_emergency', 'id outcome', 'yes'],
  ['investigated', 'within', 'id owner team', 'no'],
  ['investigated', 'within', 'id at owner team', 'no'],
  ['investigated', 'within', 'id status', 'bounds'],
  ['investigated', 'within', 'id at event', 'yes'],
]

describe.each([
  ['tickets', 'ticket', ofTickets],
  ['escalations', 'escalation', ofEscalations],
] as const)('of %s', (_, kind, cases) => {
  test.each(cases)('%s, %s, from %s alone: %s', (id, figure, columns, answer) => {
    const measure = measureOf(id)
    const observed = measure.observes.find((one) => one.id === figure)
    expect(observed && figureTelling(measure, observed, sourceOf(kind, columns))).toMatchObject([{ answer }])
  })
})

test.each(['ticket', 'escalation'] as const)('improvements are kept where there is one %s source', (kind) => {
  expect(tellingOf(measureOf('improvements'), sourceOf(kind, 'id')).answer).toBe('yes')
})
