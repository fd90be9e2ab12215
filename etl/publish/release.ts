import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Manifest,
  type MeasureFile,
  manifest,
  measureFile,
  type RunFile,
  runFile,
} from '../../data/contract.ts'
import type { Effects } from '../effects.ts'
import { passGate } from './gate.ts'

export interface Release {
  readonly manifest: Manifest
  readonly run: RunFile
  readonly measures: readonly MeasureFile[]
}

/** Writes a release into `folder`, which nobody reads yet. Everything passes the gate before a byte is written. */
export async function writeRelease(folder: string, release: Release, effects: Effects): Promise<void> {
  const files = new Map([
    ['manifest.json', passGate('manifest.json', manifest, release.manifest)],
    ['run.json', passGate('run.json', runFile, release.run)],
    ...release.measures.map((measure): [string, string] => {
      const name = `measures/${measure.id}.json`
      return [name, passGate(name, measureFile, measure)]
    }),
  ])
  await effects.disk.folder(join(folder, 'measures'))
  for (const [name, text] of files) await effects.disk.write(join(folder, name), text)
}

/** The manifest of the release that stands, or null where none does. */
export async function standingManifest(installation: string): Promise<Manifest | null> {
  const text = await readFile(join(installation, 'current', 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) return null
  const parsed = manifest.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}
