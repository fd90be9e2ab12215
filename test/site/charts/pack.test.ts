import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controlInput, lineInput } from '../../../site/charts/from-measure.ts'
import type { ChartInput } from '../../../site/charts/input.ts'
import { islandOf } from '../../../site/charts/island.ts'
import { notesOf } from '../../../site/charts/notes.ts'
import { unpack } from '../../../site/charts/pack.ts'
import { pointCount, readout } from '../../../site/charts/readout.ts'
import { limits, nothingKnown, there, weeksOf } from './given.ts'

const carried = (input: ChartInput): ChartInput => unpack(JSON.parse(islandOf(input)))
const values = [0.123456, null, 0.3, 1]
const below = { from: '2026-01-19', rule: 'beyond_limit', side: 'down' } as const
const aYearBefore = { label: 'a year before', points: weeksOf([0.5]).points }
const control = there(
  controlInput(weeksOf(values, limits([below])), nothingKnown, 'in time', { beside: aYearBefore }),
)
const line = there(lineInput([{ label: 'in time', of: weeksOf(values) }], nothingKnown))

describe('a packed chart', () => {
  test.each([
    ['control', control],
    ['line', line],
  ] as const)('of kind %s reads and notes as it did', (_, input) => {
    const back = carried(input)
    for (let at = 0; at < pointCount(input); at++) expect(readout(back, at)).toBe(readout(input, at))
    expect(notesOf(back)).toEqual(notesOf(input))
  })

  test('has its days, its names and what is not complete', () => {
    const named = {
      ...line,
      lines: line.lines.map((own) => ({
        ...own,
        points: own.points.map((point) => ({ ...point, label: point.from })),
      })),
    }
    const [own] = (carried(named) as typeof line).lines
    expect(own?.points.map(({ from, label, is_complete }) => [from, label, is_complete])).toEqual(
      named.lines[0]?.points.map(({ from, label, is_complete }) => [from, label, is_complete]),
    )
  })

  test('has likely ranges only where they are drawn', () => {
    const [own] = (carried(line) as typeof line).lines
    expect([own?.points[0]?.low, own?.points[0]?.high]).toEqual([0.0235, 0.2235])
    expect((carried(control) as typeof control).points[0]?.low).toBeNull()
  })

  test('has the shares and minutes of its steps', () => {
    const steps = {
      kind: 'step',
      item_kind: 'ticket',
      clock: 'elapsed',
      done: 'done',
      points: [{ minutes: 15, share: 0.25 }],
    } as const
    expect(carried({ ...steps, points: [...steps.points] })).toEqual(steps)
  })

  test('an input that is not packed stays as it is', () => {
    expect(unpack(control)).toEqual(control)
  })

  test('never makes words say another percentage than the value does', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        const input = there(controlInput(weeksOf([value, 0]), nothingKnown, ''))
        expect(readout(carried(input), 0)).toBe(readout(input, 0))
      }),
      { examples: [[0.00449999], [0.99499999], [0.9999999], [1e-9]] },
    )
  })
})
