import { describe, expect, test } from 'vitest'
import type { Measure } from '../../etl/measures/measure.ts'
import { tellingOf } from '../../etl/publish/telling.ts'

const measure: Measure = {
  id: 'acknowledged',
  definition: { title: '', sentence: '', how: [], good: 'high', method: null },
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

  test('without any source it cannot', () => {
    expect(tellingOf(measure, [])).toEqual({ answer: 'no', by_source: [] })
  })
})
