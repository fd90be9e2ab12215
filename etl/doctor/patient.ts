import { join } from 'node:path'
import { ConfigError } from '../config/errors.ts'
import { loadSettings } from '../config/load.ts'
import type { Settings } from '../config/settings.ts'
import { BrokenLockError } from '../db/lock.ts'
import { type Found, inventory } from '../ingest/inventory.ts'
import { type LastNight, readLastNight } from '../night/last-night.ts'
import { type LastGood, readLastGood } from '../publish/last-good.ts'
import { unlessRefused } from './files.ts'
import { type LandedFolder, readLandedFolder } from './landed-folder.ts'
import { type Holder, holderOf } from './lock.ts'
import type { Machine } from './machine.ts'
import { readStanding, type Standing } from './standing.ts'

/** An installation as every look at it begins from. What cannot be read is as if it were not there; the look that it belongs to says so. */
export interface Patient {
  readonly dir: string
  /** Where its sites are. */
  readonly out: string
  readonly machine: Machine
  /** The clock, in milliseconds. */
  readonly now: number
  /** Null where config.yaml cannot be used. */
  readonly settings: Settings | null
  /** The institution's zone, or UTC where it cannot be told. */
  readonly zone: string
  readonly standing: Standing
  readonly lastGood: LastGood | null
  readonly lastNight: LastNight | null
  readonly landed: LandedFolder
  readonly inbox: readonly Found[]
  /** Who is at work in it; null where nobody is. */
  readonly atWork: Holder | null
}

const settingsOf = async (dir: string): Promise<Settings | null> => {
  try {
    return await loadSettings(dir)
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}

const atWorkIn = async (dir: string): Promise<Holder | null> => {
  try {
    return await unlessRefused(holderOf(dir), null)
  } catch (error) {
    if (error instanceof BrokenLockError) return null
    throw error
  }
}

const nothingStands = (dir: string): Standing => ({
  run: null,
  isInTheWay: false,
  folder: join(dir, 'current'),
  manifest: null,
  receipt: null,
  releases: [],
})
const nothingLanded: LandedFolder = {
  receipts: [],
  damaged: [],
  withoutParquet: [],
  withoutReceipt: [],
  expired: new Set(),
}

export async function readPatient(
  { data: dir, out }: { readonly data: string; readonly out: string | null },
  machine: Machine,
  now: Date,
): Promise<Patient> {
  const settings = await settingsOf(dir)
  const lastNight = await readLastNight(dir)
  const standing = await unlessRefused(readStanding(dir), nothingStands(dir))
  return {
    dir,
    out: out ?? lastNight?.out ?? join(machine.program, 'dist'),
    machine,
    now: now.getTime(),
    settings,
    zone: settings?.institution.timezone ?? standing.manifest?.institution.timezone ?? 'UTC',
    standing,
    lastGood: await readLastGood(dir),
    lastNight,
    landed: await unlessRefused(readLandedFolder(dir), nothingLanded),
    inbox: await unlessRefused(inventory(join(dir, 'inbox'), settings?.sources ?? []), []),
    atWork: await atWorkIn(dir),
  }
}

/** The nightly over this installation and its sites, as it is written on a command line. */
export function nightlyOf({ dir, out, machine }: Pick<Patient, 'dir' | 'out' | 'machine'>): string {
  const isUsual = out === join(machine.program, 'dist')
  return `npm run nightly -- --data ${dir}${isUsual ? '' : ` --out ${out}`}`
}
