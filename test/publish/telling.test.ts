import { describe, expect, test } from 'vitest'
import type { Measure, Observed } from '../../etl/measures/measure.ts'
import { figureTelling, tellingOf } from '../../etl/publish/telling.ts'

const measure: Measure = {
  id: 'acknowledged',
  definition: { title: '', sentence: '', how: [], good: 'high', method: null },
  observes: [],
  needs: [{ item_kind: 'ticket', all: ['at', 'status'], bounds: ['acknowledged_at', 'first_response_at'] }],
}
const source = (columns: readonly string[], item_kind: 'ticket' | 'escalation' = 'ticket', name = 'log') => ({
  name,
  item_kind,
  columns,
})

describe('whether a measure can be told', () => {
  const cases: [string, ReturnType<typeof source>[], string, string[]][] = [
    ['from all it needs: yes', [source(['id', 'at', 'status'])], 'yes', []],
    ['from one of its bounds: bounds, and what is missing', [source(['id', 'status', 'first_response_at'])], 'bounds', ['at']],
    ['from neither: no, and what is missing', [source(['id', 'status'])], 'no', ['at']],
  ] // biome-ignore format: a table
  test.each(cases)('%s', (_, sources, answer, missing) => {
    expect(tellingOf(measure, sources)).toEqual({
      answer,
      by_source: [{ source: 'log', item_kind: 'ticket', answer, missing }],
    })
  })

  test('the best source answers for the measure, and each for itself', () => {
    const told = tellingOf(measure, [source(['status']), source(['at', 'status'], 'ticket', 'other')])
    expect(told.answer).toBe('yes')
    expect(told.by_source.map(({ source: name, answer }) => [name, answer])).toEqual([
      ['log', 'no'],
      ['other', 'yes'],
    ])
  })

  test('a source of another kind is not asked', () => {
    expect(tellingOf(measure, [source(['at', 'status'], 'escalation')])).toEqual({
      answer: 'no',
      by_source: [],
    })
  })

  test('what takes sources of both kinds cannot be told from one', () => {
    const beside = { item_kind: 'escalation', all: ['ticket_id'] } as const
    const both = { ...measure, needs: [{ item_kind: 'ticket', all: ['id'], beside }] } as const
    const tickets = source(['id'])
    expect(tellingOf(both, [tickets])).toMatchObject({
      answer: 'no',
      by_source: [{ missing: ['ticket_id'] }],
    })
    expect(tellingOf(both, [tickets, source(['ticket_id'], 'escalation', 'list')]).answer).toBe('yes')
  })

  test('without any source it cannot', () => {
    expect(tellingOf(measure, [])).toEqual({ answer: 'no', by_source: [] })
  })
})

describe('of several needs of one kind', () => {
  const either: Measure = {
    ...measure,
    needs: [
      { item_kind: 'ticket', all: ['at', 'status', 'event'], bounds: ['status'] },
      { item_kind: 'ticket', all: ['resolved_at', 'status'] },
      { item_kind: 'escalation', all: ['resolved_at'] },
    ],
  }
  const cases: [string, readonly string[], string, readonly string[]][] = [
    ['meeting the first will do', ['at', 'status', 'event'], 'yes', []],
    ['and so will meeting another', ['resolved_at', 'status'], 'yes', []],
    ['bounds of one are more than the other, which is closer', ['status'], 'bounds', ['at', 'event']],
    ['where none is met, missing is what the closest misses', ['resolved_at', 'at'], 'no', ['status']],
  ] // biome-ignore format: a table
  test.each(cases)('%s', (_, columns, answer, missing) => {
    expect(tellingOf(either, [source(columns)]).by_source).toEqual([
      { source: 'log', item_kind: 'ticket', answer, missing },
    ])
  })

  test('those of another kind are no help', () => {
    const told = tellingOf(either, [source(['resolved_at'])])
    expect(told.answer).toBe('no')
  })
})

describe('a figure of a measure', () => {
  const figure: Observed = { part: 'share', id: 'chased', label: 'chased' }
  const log = source(['at', 'status'])
  const answers = (own: Partial<Observed>, needs = measure.needs, sources = [log]) =>
    figureTelling({ ...measure, needs }, { ...figure, ...own }, sources).map(
      ({ source: name, item_kind, answer }) => [name, item_kind, answer],
    )

  test('is told where the measure is, if it needs no more', () => {
    expect(answers({})).toEqual([['log', 'ticket', 'yes']])
  })

  test('is not told where its own needs are not met, though the measure’s are', () => {
    const told = figureTelling(
      measure,
      { ...figure, needs: [{ item_kind: 'ticket', all: ['at', 'event'] }] },
      [log],
    )
    expect(told).toEqual([{ source: 'log', item_kind: 'ticket', answer: 'no', missing: ['event'] }])
  })

  test('is told by its own needs, though the measure’s are not met', () => {
    expect(answers({ needs: [{ item_kind: 'ticket', all: ['at'] }] }, [])).toEqual([['log', 'ticket', 'yes']])
  })

  test('is asked only of sources of its kinds', () => {
    const needs = [...measure.needs, { item_kind: 'escalation', all: ['status'] } as const]
    const sources = [log, source(['status'], 'escalation', 'book')]
    expect(answers({ of: ['escalation'] }, needs, sources)).toEqual([['book', 'escalation', 'yes']])
    expect(answers({}, needs, sources)).toHaveLength(2)
  })
})
