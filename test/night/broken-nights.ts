import { night, put } from '../support/installation.ts'
import { factsOf } from './facts.ts'
import { type Fault, failingDisk, faults, notingDisk } from './faults.ts'
import { wholeRelease } from './whole.ts'
import { copied, firstExports, fresh, moreExports } from './world.ts'

/** An installation after its first night, when more has come, and what an undisturbed night does and makes of that. */
export interface Ready {
  readonly dir: string
  /** The names of its steps on the disk, in their order. */
  readonly steps: readonly string[]
  readonly facts: Map<string, string>
}

export async function readyForTrouble(): Promise<Ready> {
  const dir = await fresh(firstExports)
  await night(dir)
  await put(dir, moreExports)
  const clean = await copied(dir)
  const steps: string[] = []
  const { code, log } = await night(clean, [], { disk: notingDisk(clean, steps) })
  if (code !== 0) throw new Error(log)
  return { dir, steps, facts: await factsOf(clean) }
}

export const faultsOf = (name: string): Fault[] =>
  faults.filter(({ of }) => (of as readonly string[]).includes(name.split(' ')[0] as string))

/** What a broken night did; `isTrue`: what its log says of the release is how it is. */
export interface Broken {
  readonly what: string
  readonly code: number
  readonly hasFailed: boolean
  readonly hasLine: boolean
  readonly hasStack: boolean
  readonly isTrue: boolean
}

/** Runs a night over `dir` of which one step fails. Throws where the release that stands then is not whole. */
export async function brokenNight(
  dir: string,
  step: { readonly name: string; readonly nth: number },
  fault: Fault,
  isLasting = false,
): Promise<Broken> {
  const before = await wholeRelease(dir)
  const failing = failingDisk(dir, step, fault, isLasting)
  const { code, log } = await night(dir, [], { disk: failing.disk })
  const after = await wholeRelease(dir)
  const saysOld = log.includes('nothing published; the last release, if there is one, stands')
  return {
    what: `${step.name} (${step.nth}): ${fault.name}${isLasting ? ' from then on' : ''}`,
    code,
    hasFailed: failing.hasFailed(),
    hasLine: log.split('\n').some((line) => line.includes(fault.says) && line.includes(dir)),
    hasStack: /\n\s+at /.test(log),
    isTrue: code === 1 ? saysOld === (before === after) : code === 0 && !saysOld && before !== after,
  }
}
