import { expect, test } from 'vitest'
import { night } from '../support/installation.ts'
import { brokenNight, faultsOf, readyForTrouble } from './broken-nights.ts'
import { different, factsOf } from './facts.ts'
import { leftovers } from './whole.ts'
import { copied } from './world.ts'

const hours = 4 * 3_600_000
/** Only every so many of all broken nights, for a quicker look. */
const every = Number(process.env.FAULTS_EVERY ?? 1)

/** Each step of a night, by its name and which of that name it is, in each way in which it can fail, once or from then on. */
const waysOf = (steps: readonly string[]) =>
  steps.flatMap((name, index) =>
    faultsOf(name).flatMap((fault) =>
      [false, true].map((isLasting) => ({
        step: { name, nth: steps.slice(0, index).filter((one) => one === name).length },
        fault,
        isLasting,
      })),
    ),
  )

test(
  'every step of the disk fails in every way it can: old or new, never between, and the next night is good',
  async () => {
    const ready = await readyForTrouble()
    const ways = waysOf(ready.steps).filter((_, index) => index % every === 0)
    for (const { step, fault, isLasting } of ways) {
      const dir = await copied(ready.dir)
      const broken = await brokenNight(dir, step, fault, isLasting)
      expect(broken).toEqual({ ...broken, hasFailed: true, hasLine: true, hasStack: false, isTrue: true })
      const { code } = await night(dir)
      const differences = different(ready.facts, await factsOf(dir))
      const next = { what: broken.what, code, differences, left: await leftovers(dir, null) }
      expect(next).toEqual({ what: broken.what, code: 0, differences: [], left: [] })
    }
    console.log(
      `${ready.steps.length} steps, ${ways.length} broken nights, each old or new and the next one good`,
    )
  },
  hours,
)
