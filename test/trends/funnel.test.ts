import { describe, expect, test } from 'vitest'
import { funnelOf, type Group, standingsOf } from '../../etl/trends/funnel.ts'
import { type Random, randomOf } from '../bench/trends/random.ts'

const groups = (...counts: readonly (readonly [hits: number, n: number])[]): Group[] =>
  counts.map(([hits, n]) => ({ hits, n }))
const eightAlike = groups(...Array.from({ length: 8 }, () => [80, 100] as const))

describe('a funnel worked out by hand', () => {
  test.each([
    [
      'alike within chance: no more than chance is allowed for',
      groups([20, 40], [48, 100], [52, 100], [50, 100], [49, 98], [250, 500]),
      0,
      [0, -0.4001, 0.4001, 0, 0, 0],
    ],
    [
      'one far off: it is pulled in before it decides what is usual',
      groups([40, 100], [45, 100], [50, 100], [55, 100], [90, 100]),
      0.031504,
      [-0.8721, -0.5978, -0.3262, -0.0546, 2.1882],
    ],
    [
      'all apart, of unlike sizes: the small and the large are allowed as much beyond chance',
      groups([30, 100], [60, 200], [150, 300], [80, 100], [200, 400], [45, 50]),
      0.051509,
      [-0.848, -0.8579, 0.038, 1.4219, 0.0381, 1.987],
    ],
    [
      'eight alike and one lower',
      [...eightAlike, { hits: 50, n: 100 }],
      0.00001958,
      [...eightAlike.map(() => 0.8065), -5.6035],
    ],
  ])('%s', (_, given, between, distances) => {
    const funnel = funnelOf(given)
    expect(funnel.between).toBeCloseTo(between, 6)
    expect(funnel.distances.map((distance) => Number(distance.toFixed(4)))).toEqual(distances)
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
  ])('%s', (_, group, standing) => {
    expect(standingsOf([group, ...eightAlike])).toEqual([standing, ...eightAlike.map(() => 'usual')])
  })

  test('is not told among four that have enough', () => {
    const four = eightAlike.slice(0, 4)
    expect(standingsOf([...four, { hits: 0, n: 29 }])).toEqual(Array.from({ length: 5 }, () => 'too_few'))
    expect(standingsOf([...four, { hits: 24, n: 30 }])).toEqual(Array.from({ length: 5 }, () => 'usual'))
  })

  test('is usual where all did, and where none did', () => {
    const none = groups([0, 30], [0, 40], [0, 50], [0, 60], [0, 70])
    expect(standingsOf(none)).toEqual(none.map(() => 'usual'))
    expect(standingsOf(none.map(({ n }) => ({ hits: n, n })))).toEqual(none.map(() => 'usual'))
  })
})

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random.next())) * Math.cos(2 * Math.PI * random.next())

/** A team of 30 to 600 items whose own share lies `apart` standard deviations of 1, as an angle, from the common one. */
function teamOf(random: Random, share: number, apart: number): Group {
  const angle = Math.asin(Math.sqrt(share)) + apart
  const own = Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2
  const n = Math.round(random.logUniform(30, 600))
  return { hits: Array.from({ length: n }, () => random.next()).filter((drawn) => drawn < own).length, n }
}

/** Of so many boards of twelve teams, on how many some team is called that is as the others; and the first is. */
function calledOn(boards: number, share: number, spread: number, first = 0) {
  const random = randomOf(20261128)
  const all = Array.from({ length: boards }, () =>
    standingsOf(
      Array.from({ length: 12 }, (_, place) =>
        teamOf(random, share, spread * normal(random) + (place === 0 ? first : 0)),
      ),
    ),
  )
  const others = all.filter(([, ...rest]) => rest.some((standing) => standing !== 'usual')).length
  return { others: others / boards, first: all.filter(([one]) => one !== 'usual').length / boards }
}

describe('boards of twelve teams', () => {
  test.each([
    ['that differ by chance alone', 0.5, 0, 0.03],
    ['that differ by chance alone, nine in ten kept', 0.9, 0, 0.09],
    ['that differ a little more', 0.5, 0.03, 0.07],
    ['that differ much more', 0.5, 0.2, 0.15],
    ['that differ much more, nine in ten kept', 0.9, 0.2, 0.09],
  ])('%s: seldom is a steady one called', (_, share, spread, most) => {
    expect(calledOn(600, share, spread).others).toBeLessThan(most)
  })

  test('one that is far lower than all others is nearly always called', () => {
    expect(calledOn(300, 0.5, 0, -0.35).first).toBeGreaterThan(0.9)
  })
})
