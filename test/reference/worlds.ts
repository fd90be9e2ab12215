import { expect } from 'vitest'
import { installation, night } from '../support/installation.ts'
import { differences, expectedRows, foundRows } from './compare.ts'
import { foundFigures } from './compare-figures.ts'
import { expectedFigures } from './expected-figures.ts'
import { installationOf } from './exports.ts'
import { readFacts } from './facts.ts'
import { worldOf } from './generate.ts'
import { toCompare } from './not-compared.ts'
import type { World } from './world.ts'

/** Later than anything in a world. */
const now = (): Date => new Date('2028-01-01T00:00:00Z')

const isEmpty = ({ log, desk, forms }: World): boolean => log.length + desk.length + forms.length === 0

/** In what a night over the world of a seed and the reference differ, one line a field. */
export async function differencesIn(seed: number): Promise<string[]> {
  const world = worldOf(seed)
  const dir = await installation(installationOf(world))
  const { code, log, query } = await night(dir, ['--as-of', new Date(world.asOf).toISOString()], { now })
  if (isEmpty(world)) return code === 1 ? [] : [`seed ${seed}: something was published of nothing`]
  if (code !== 0) return [`seed ${seed}: the night was not published\n${log}`]
  const facts = readFacts(world)
  const figures = expectedFigures(world, facts)
  return [
    ...differences(seed, expectedRows(world, facts), await foundRows({ query })),
    ...differences(seed, figures, toCompare(figures, await foundFigures(dir))),
  ]
}

/** Holds that the warehouse tells of the worlds of some seeds what the reference does. */
export async function holdInWorlds(from: number, to: number): Promise<void> {
  const found: string[] = []
  for (let seed = from; seed <= to; seed++) found.push(...(await differencesIn(seed)))
  expect(found.join('\n')).toBe('')
}
