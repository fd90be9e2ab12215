import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  formatsFile,
  type Manifest,
  type MeasureFile,
  manifest,
  measureFile,
  type RunFile,
  runFile,
  type StaffFile,
  setAsideFile,
  staffFile,
  waitingFile,
} from '../../data/contract.ts'
import type { Effects } from '../effects.ts'
import { passGate } from './gate.ts'
import { NotPublished } from './not-published.ts'
import type { Operations } from './operations.ts'

export interface Release {
  readonly manifest: Manifest
  readonly run: RunFile
  readonly measures: readonly MeasureFile[]
  readonly staff: StaffFile
  readonly operations: Operations
}

/** Writes a release into `folder`, which nobody reads yet. Everything passes the gate before a byte is written. */
export async function writeRelease(folder: string, release: Release, effects: Effects): Promise<void> {
  const { operations } = release
  const files = new Map([
    ['manifest.json', passGate('manifest.json', manifest, release.manifest)],
    ['run.json', passGate('run.json', runFile, release.run)],
    ...release.measures.map((measure): [string, string] => {
      const name = `measures/${measure.id}.json`
      return [name, passGate(name, measureFile, measure)]
    }),
    ['staff.json', passGate('staff.json', staffFile, release.staff)],
    ['operations/waiting.json', passGate('operations/waiting.json', waitingFile, operations.waiting)],
    ['operations/set-aside.json', passGate('operations/set-aside.json', setAsideFile, operations.setAside)],
    ['operations/formats.json', passGate('operations/formats.json', formatsFile, operations.formats)],
  ])
  await effects.disk.folder(join(folder, 'measures'))
  await effects.disk.folder(join(folder, 'operations'), true)
  for (const [name, text] of files) {
    const mode = name.startsWith('operations/') ? 0o600 : undefined
    await effects.disk.write(join(folder, name), text, mode)
  }
}

/**
 * As of when the release that stands is (ISO), or null where none does. Throws where one stands and does not say:
 * nothing may replace it by mistake.
 */
export async function standingAsOf(installation: string): Promise<string | null> {
  const path = join(installation, 'current', 'manifest.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const told = /"as_of": ?"([^"]+)"/.exec(text)?.[1]
  if (told === undefined)
    throw new NotPublished(
      `${path} is damaged: restore it, or remove the link ${join(installation, 'current')} and run again`,
    )
  return told
}
