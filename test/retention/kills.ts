import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, disk, type Effects } from '../../etl/effects.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { eraseKept } from '../../etl/retention/erase-kept.ts'
import { dyingDisk } from '../support/disk.ts'
import { folder, installation, night } from '../support/installation.ts'
import { aliases, needles, person, worldOf } from './person.ts'
import { purgeIn } from './run.ts'
import { traces } from './traces.ts'

/** An installation in which the person is everywhere, and how to copy it or some of its folders. */
export async function murkyWorld(): Promise<(folders?: readonly string[]) => Promise<string>> {
  const dir = await installation(worldOf())
  const { code, log } = await night(dir)
  if (code !== 0) throw new Error(log)
  return async (folders = ['']) => {
    const copy = await folder()
    for (const name of folders)
      await cp(join(dir, name), join(copy, name), {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
      })
    return copy
  }
}

/** A disk that counts its steps. */
export function countingDisk(): { readonly disk: Disk; readonly steps: () => number } {
  let steps = 0
  const counted = Object.entries(disk).map(([name, step]) => [
    name,
    (...given: never[]) => {
      steps++
      return (step as (...all: never[]) => Promise<void>)(...given)
    },
  ])
  return { disk: Object.fromEntries(counted) as Disk, steps: () => steps }
}

/** How many steps a whole erasure takes on the disk. */
export async function stepsOfErasure(dir: string): Promise<number> {
  const counting = countingDisk()
  const { code, log } = await purgeIn(dir, ['--person', person], { disk: counting.disk })
  if (code !== 0) throw new Error(log)
  return counting.steps()
}

/** What may finish an erasure that was killed: nobody says the name again. */
export const finishers = { purge: (dir: string) => purgeIn(dir), night: (dir: string) => night(dir) } as const

/** Kills an erasure before its nth step, has it finished, and says what of the person is left. */
export async function killedErasure(
  dir: string,
  steps: number,
  by: keyof typeof finishers,
): Promise<{ code: number; left: string[]; isFinished: boolean }> {
  await purgeIn(dir, ['--person', person], { disk: dyingDisk(steps) }).catch(() => {})
  const { code } = await finishers[by](dir)
  const { is_unfinished } = JSON.parse(await readFile(join(dir, '.erased'), 'utf8'))
  return { code, left: await traces(dir, needles), isFinished: !is_unfinished }
}

const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }
/** Folders in which an erasure works before it runs a night. */
export const kept: readonly string[] = ['landed', 'quarantine']

/** Removes what a killed run left half written, as every run does before it begins. */
async function sweepOf(dir: string): Promise<void> {
  for (const name of await readdir(dir, { recursive: true }))
    if (name.endsWith('.new')) await disk.remove(join(dir, name))
}

/**
 * Kills what an erasure does to what is kept before its nth step and does it again. Resolves to the landed files that are
 * there, to what is left of the person, and to null where it had ended before that step.
 */
export async function killedErasing(
  dir: string,
  steps: number,
): Promise<{ files: number; left: string[] } | null> {
  const secret = Buffer.from('secret')
  const erased = new Erased(secret, [], false).and([person, 'XQ', ...aliases], new Date().toISOString())
  const job = { installation: dir, secret, erased }
  const isDone = await eraseKept(job, { ...effects, disk: dyingDisk(steps) }).then(
    () => true,
    () => false,
  )
  if (isDone) return null
  await sweepOf(dir)
  await eraseKept(job, effects)
  const files = (await readdir(join(dir, 'landed'))).filter((name) => name.endsWith('.parquet')).length
  return { files, left: await traces(dir, needles) }
}
