import { describe, expect, test } from 'vitest'
import { funnelOf, type Group, standingsOf } from '../../etl/trends/funnel.ts'

const groups = (...counts: readonly (readonly [hits: number, n: number])[]): Group[] =>
  counts.map(([hits, n]) => ({ hits, n }))
const eightAlike = groups(...Array.from({ length: 8 }, () => [80, 100] as const))
const alone = (board: readonly Group[]) => standingsOf([board])[0]

describe('a funnel worked out by hand', () => {
  test.each([
    [
      'alike within chance: no more than chance is allowed for',
      groups([20, 40], [48, 100], [52, 100], [50, 100], [49, 98], [250, 500]),
      0,
      [0, -0.3981, 0.3981, 0, 0, 0],
    ],
    [
      'one far off: it is pulled in before it decides what is usual',
      groups([40, 100], [45, 100], [50, 100], [55, 100], [90, 100]),
      0.012544,
      [-0.932, -0.5225, -0.1171, 0.2884, 3.6244],
    ],
    [
      'all apart, of unlike sizes: the small and the large are allowed as much beyond chance',
      groups([30, 100], [60, 200], [150, 300], [80, 100], [200, 400], [45, 50]),
      0.077482,
      [-0.7374, -0.7461, -0.0157, 1.1124, -0.0157, 1.5657],
    ],
    [
      'eight alike and one lower: it moves nothing',
      [...eightAlike, { hits: 50, n: 100 }],
      0,
      [...eightAlike.map(() => 0), -6.3952],
    ],
  ])('%s', (_, given, between, distances) => {
    const funnel = funnelOf(given)
    expect(funnel.between).toBeCloseTo(between, 6)
    expect(funnel.distances.map((distance) => Number(distance.toFixed(4)) + 0)).toEqual(distances)
  })
})

describe('where a group stands', () => {
  test.each([
    ['half instead of four in five', { hits: 50, n: 100 }, 'lower'],
    ['all instead of four in five', { hits: 100, n: 100 }, 'higher'],
    ['nearly as many', { hits: 70, n: 100 }, 'usual'],
    ['none of 29', { hits: 0, n: 29 }, 'too_few'],
    ['none of 30', { hits: 0, n: 30 }, 'lower'],
    ['nothing at all', { hits: 0, n: 0 }, 'too_few'],
    ['part of an item', { hits: 30.4, n: 60.8 }, 'lower'],
  ])('%s', (_, group, standing) => {
    expect(alone([group, ...eightAlike])).toEqual([standing, ...eightAlike.map(() => 'usual')])
  })

  test('is not told among four that have enough', () => {
    const four = eightAlike.slice(0, 4)
    expect(alone([...four, { hits: 0, n: 29 }])).toEqual(Array.from({ length: 5 }, () => 'too_few'))
    expect(alone([...four, { hits: 24, n: 30 }])).toEqual(Array.from({ length: 5 }, () => 'usual'))
  })

  test('is usual where all did, and where none did', () => {
    const none = groups([0, 30], [0, 40], [0, 50], [0, 60], [0, 70])
    expect(alone(none)).toEqual(none.map(() => 'usual'))
    expect(alone(none.map(({ n }) => ({ hits: n, n })))).toEqual(none.map(() => 'usual'))
  })

  test('is told by all comparisons of the night: what stands apart on one board does not among a hundred', () => {
    const board = [{ hits: 60, n: 100 }, ...eightAlike]
    const steady = Array.from({ length: 99 }, () => eightAlike)
    expect(alone(board)?.[0]).toBe('lower')
    expect(standingsOf([board, ...steady])[0]?.[0]).toBe('usual')
  })

  test('of boards on which none can be judged nothing is told', () => {
    expect(standingsOf([[], [{ hits: 1, n: 100 }]])).toEqual([[], ['too_few']])
  })
})
