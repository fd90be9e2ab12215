import { describe, expect, test } from 'vitest'
import { controlConfig, controlFor, controlSpan, endLabels, shapesOf } from '../../../site/charts/control.ts'
import { controlInput } from '../../../site/charts/from-measure.ts'
import { notesOf } from '../../../site/charts/notes.ts'
import { readout } from '../../../site/charts/readout.ts'
import { tableOf } from '../../../site/charts/table.ts'
import { limits, lookAt, nothingKnown, plain, there, weeksOf } from './given.ts'

const values = [0.7, 0.8, 0.5, 0.72, 0.78, 0.7]
const below = { from: '2026-01-19', rule: 'beyond_limit', side: 'down' } as const
const rising = { from: '2026-01-26', rule: 'trend', side: 'up' } as const
const aim = { value: 0.8, set_by: 'the board' }
const input = there(
  controlInput(weeksOf(values, limits([rising, below], { aim })), nothingKnown, 'in time', { good: 'high' }),
)
const bare = there(controlInput(weeksOf(values), nothingKnown, 'in time'))
const [whole] = input.segments
const rebased = {
  ...input,
  segments: [
    { ...there(whole), to: '2026-01-25' },
    { ...there(whole), from: '2026-01-26', is_provisional: true, points: 3, reasons: ['New rota'] },
  ],
}

describe('the input', () => {
  test('is null without a point', () => {
    expect(controlInput(weeksOf([]), nothingKnown, 'in time')).toBeNull()
  })

  test('has nothing of what is usual where the series is no chart, or a comparison', () => {
    const compared = controlInput(
      weeksOf(values, limits([below], { method: 'comparison' })),
      nothingKnown,
      'in time',
    )
    for (const plainLine of [bare, there(compared)]) {
      expect([plainLine.segments, plainLine.signals]).toEqual([[], []])
    }
  })

  test('marks a re-basing once: as the change of its name, else as a mark of its own', () => {
    const { segments } = rebased
    const series = weeksOf(values, limits([], { segments }))
    const change = { date: '2026-01-22', title: 'New rota', kind: 'policy' as const }
    const marksWith = (changes: (typeof change)[]) =>
      controlInput(series, { changes, terms: [] }, 'in time')?.marks
    expect(marksWith([change])).toEqual([
      { date: '2026-01-22', title: 'New rota (what is usual begins anew)' },
    ])
    expect(marksWith([])).toEqual([{ date: '2026-01-26', title: 'New rota (what is usual begins anew)' }])
  })
})

describe('the points', () => {
  test('that break a rule are larger and of another shape, pointing to their side', () => {
    const [usual, , lower, higher] = shapesOf(input)
    expect(usual?.pointStyle).toBe('circle')
    expect(lower).toMatchObject({ pointStyle: 'triangle', rotation: 180 })
    expect(higher).toMatchObject({ pointStyle: 'triangle', rotation: 0 })
    expect(there(lower).radius).toBeGreaterThan(there(higher).radius)
    expect(there(higher).radius).toBeGreaterThan(there(usual).radius)
  })

  test('of the running period are hollow, whatever they break', () => {
    const last = there(input.points.at(-1)).from
    expect(shapesOf({ ...input, signals: [{ ...below, from: last }] }).at(-1)).toMatchObject({
      pointStyle: 'circle',
      isHollow: true,
    })
  })

  test('are the last 26 where it is narrow, of the second line too', () => {
    const long = weeksOf(Array.from({ length: 60 }, () => 0.7))
    const made = there(
      controlInput(long, nothingKnown, 'in time', {
        beside: { label: 'a year before', points: long.points },
      }),
    )
    const shown = controlFor(made, 320)
    expect([shown.points.length, shown.beside?.points.length]).toEqual([26, 26])
    expect(controlFor(made, 900)).toBe(made)
  })
})

describe('the axis', () => {
  test('reaches what is usual and the aim, not only the points', () => {
    const high = there(controlInput(weeksOf([0.9, 0.95], limits()), nothingKnown, 'in time'))
    expect(controlSpan(high)).toMatchObject({ from: 0.5, to: 1 })
    expect(controlSpan({ ...high, segments: [] })).toMatchObject({ from: 0.8, to: 1 })
    expect(controlSpan({ ...high, segments: [], aim: { value: 0.3, set_by: '' } }).from).toBe(0)
  })
})

describe('the labels at the end', () => {
  test('name the last mean, the aim and the second line, which is drawn dashed', () => {
    const beside = { label: 'a year before', points: input.points }
    const labels = endLabels({ ...input, beside }, lookAt(900))
    expect(labels.map(({ lines }) => plain(lines.join(' ')))).toEqual([
      'usual 75 %',
      'aim 80 %',
      'a year before',
    ])
    const { datasets } = controlConfig({ ...input, beside }, lookAt(900)).data
    expect(datasets.map((dataset) => dataset.borderDash)).toEqual([undefined, [6, 4]])
  })

  test('take lines where it is narrow', () => {
    const beside = { label: 'same week a year before', points: input.points }
    const [, , label] = endLabels({ ...input, beside }, lookAt(300))
    expect(there(label).lines.length).toBeGreaterThan(1)
  })

  test('are none on a plain line', () => {
    expect(endLabels(bare, lookAt(900))).toEqual([])
  })
})

describe('the notes', () => {
  test('say what is usual, the shapes, the aim and what is hollow', () => {
    expect(notesOf(input).map(plain)).toEqual([
      'Band: the usual range, 60 % to 90 %; within it a single week says nothing by itself.',
      'Thin line: the mean, 75 %.',
      'Large ▼: a week below the usual range.',
      'Small ▲: weeks that are unusual together; the table says how.',
      'Dashed line: the aim, at least 80 %, set by the board.',
      'Hollow: a week that is not complete.',
    ])
  })

  test('say nothing that does not apply', () => {
    expect(notesOf(bare)).toEqual(['Hollow: a week that is not complete.'])
  })

  test('give a provisional mean no range of its own', () => {
    const [band, thin, dashed] = notesOf(rebased).map(plain)
    expect(band).toContain('the usual range since 5 Jan 2026 until 25 Jan 2026, 60 % to 90 %')
    expect(thin).toBe('Thin line: the mean.')
    expect(dashed).toBe('Thin dashed line: the mean of 3 weeks so far, too few for a usual range.')
  })
})

describe('the readout', () => {
  test.each([
    [0, 'Week of 5 Jan 2026: 70 % of 10 tickets.'],
    [2, 'Week of 19 Jan 2026: 50 % of 10 tickets; below the usual range.'],
    [3, 'Week of 26 Jan 2026: 72 % of 10 tickets; six or more weeks in a row, each higher.'],
    [5, 'Week of 9 Feb 2026 (not complete yet): 70 % of 10 tickets.'],
    [6, ''],
  ])('of point %d: "%s"', (at, said) => {
    expect(plain(readout(input, at))).toBe(said)
  })

  test('names the second line', () => {
    const beside = { label: 'a year before', points: weeksOf([0.6]).points }
    expect(plain(readout({ ...input, beside }, 0))).toBe(
      'Week of 5 Jan 2026: 70 % of 10 tickets; a year before 60 % of 10 tickets.',
    )
  })
})

test.each([
  [{ value: 0.36, n: null }, 'Week of 5 Jan 2026: 70 % of 10 tickets; everything 36 %.'],
  [{ value: null, n: null }, 'Week of 5 Jan 2026: 70 % of 10 tickets; everything not known.'],
  [{ value: null, n: 2 }, 'Week of 5 Jan 2026: 70 % of 10 tickets; everything too few to tell.'],
])('a second line of which %j is known is read so', (known, said) => {
  const points = weeksOf([0.6]).points.map((point) => ({ ...point, ...known }))
  expect(plain(readout({ ...input, beside: { label: 'everything', points } }, 0))).toBe(said)
})

describe('the table', () => {
  test('has the newest first, and says in words what is broken', () => {
    const { head, rows } = tableOf(input)
    expect(head.map(({ label }) => label)).toEqual([
      'Week',
      'In time',
      'Tickets',
      'Likely range',
      'Beyond usual',
    ])
    expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(values.toReversed())
    expect(rows.map(({ cells }) => cells[3]?.words)).toEqual([
      '',
      '',
      'Six or more weeks in a row, each higher',
      'Below the usual range',
      '',
      '',
    ])
  })

  test('leaves out the column of what is broken where nothing is', () => {
    expect(tableOf(bare).head.map(({ label }) => label)).not.toContain('Beyond usual')
  })

  test('has a column for the second line', () => {
    const beside = { label: 'a year before', points: weeksOf([0.6]).points }
    const { head, rows } = tableOf({ ...input, beside })
    expect(head[2]?.label).toBe('A year before')
    expect(rows.map(({ cells }) => cells[1]?.value)).toEqual([null, null, null, null, null, 0.6])
  })
})
