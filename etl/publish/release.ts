import { join } from 'node:path'
import {
  formatsFile,
  type Manifest,
  type MeasureFile,
  manifest,
  measureFile,
  type OwnersFile,
  ownersFileFor,
  type PreviousFile,
  previousFile,
  type RunFile,
  runFile,
  type StaffFile,
  setAsideFile,
  staffFile,
  waitingFile,
} from '../../data/contract.ts'
import type { Effects } from '../effects.ts'
import { passGate } from './gate.ts'
import type { Operations } from './operations.ts'

export interface Release {
  readonly manifest: Manifest
  readonly run: RunFile
  readonly measures: readonly MeasureFile[]
  readonly staff: StaffFile
  readonly operations: Operations
  /** Null where owners are hidden from leaders. */
  readonly owners: OwnersFile | null
  /** Null where it is the first. */
  readonly previous: PreviousFile | null
}

/** What names people or items: for the owner of the installation alone. */
const privateFolders = ['operations', 'leadership'] as const

const folderOf = (name: string) => privateFolders.find((folder) => name.startsWith(`${folder}/`))

/** Where owners are hidden from leaders, what is to be written about them is refused by the gate. */
const ownersOf = ({ manifest: { privacy }, owners }: Release): [string, string][] => {
  const name = 'leadership/owners.json'
  if (owners === null && privacy.leadership_owners === 'hidden') return []
  return [[name, passGate(name, ownersFileFor(privacy.leadership_owners), owners)]]
}

const previousOf = ({ previous }: Release): [string, string][] =>
  previous === null ? [] : [['previous.json', passGate('previous.json', previousFile, previous)]]

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
    ...ownersOf(release),
    ...previousOf(release),
  ])
  await effects.disk.folder(join(folder, 'measures'))
  for (const name of new Set([...files.keys()].flatMap((file) => folderOf(file) ?? [])))
    await effects.disk.folder(join(folder, name), true)
  for (const [name, text] of files) {
    const mode = folderOf(name) === undefined ? undefined : 0o600
    await effects.disk.write(join(folder, name), text, mode)
  }
}
