import { describe, expect, test } from 'vitest'
import { type Group, standingsOf } from '../../etl/trends/funnel.ts'
import { type Random, randomOf } from '../bench/trends/random.ts'
import { drawn, teamOf, times, timesOf } from './teams-of-a-night.ts'

const [nights, shares, teams] = [200, 40, 12]
const seed = 20261128

type Board = (random: Random) => Group[]
const nightOf = (random: Random, board: Board): Group[][] => times(shares, () => board(random))

/** On how many of the nights a team is said to stand apart. */
function namedOn(board: Board): number {
  const random = randomOf(seed)
  const named = times(nights, () => standingsOf(nightOf(random, board)).flat()).filter((standings) =>
    standings.some((standing) => standing === 'higher' || standing === 'lower'),
  )
  return named.length / nights
}

const between =
  (low: number, high: number, spread: number): Board =>
  (random) => {
    const share = low + (high - low) * random.next()
    return times(teams, () => teamOf(random, share, spread))
  }
const ofTime: Board = (random) => {
  const share = 0.1 + 0.8 * random.next()
  return times(teams, () => timesOf(random, share))
}

describe('nights of twelve teams and forty shares', () => {
  test.each([
    ['teams that differ by chance alone', between(0.5, 0.97, 0), 0.05],
    ['rare outcomes', between(0.01, 0.1, 0), 0.05],
    ['teams that differ a little more', between(0.5, 0.95, 0.02), 0.05],
    ['teams that differ more', between(0.5, 0.95, 0.05), 0.2],
    ['teams that differ much more', between(0.5, 0.95, 0.2), 0.35],
    ['shares of log-normal times', ofTime, 0.05],
  ])('%s: seldom is one named', (_, board, most) => {
    expect(namedOn(board)).toBeLessThanOrEqual(most)
  })

  test('a team at 60 % is nearly always named where all others are at 85 %', () => {
    const random = randomOf(seed)
    const named = times(nights, () => {
      const apart = [drawn(random, 0.6, 300), ...times(teams - 1, () => drawn(random, 0.85, 300))]
      const others = nightOf(random, between(0.5, 0.97, 0)).slice(1)
      return standingsOf([apart, ...others])[0]?.[0]
    })
    expect(named.filter((standing) => standing === 'lower').length / nights).toBeGreaterThan(0.85)
    expect(named).not.toContain('higher')
  })
})
