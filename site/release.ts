/** The release that a site is built from: the only door to what the ETL published. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  type FormatsFile,
  formatsFile,
  type Manifest,
  type MeasureFile,
  manifest as manifestSchema,
  measureFile,
  type OwnersFile,
  ownersFileFor,
  type PreviousFile,
  previousFile,
  type RunFile,
  runFile,
  type SetAsideFile,
  type StaffFile,
  setAsideFile,
  staffFile,
  type WaitingFile,
  waitingFile,
} from '../data/contract.ts'
import { audience } from './navigation.ts'
import { withNamesApart } from './words/apart.ts'

export type Release = { manifest: Manifest; run: RunFile; measures: ReadonlyMap<string, MeasureFile> }

const parseJson = (path: string): unknown => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${path}: cannot be read. Is RELEASE the folder of a release (with manifest.json)?`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path}: not JSON`)
  }
}

const readBy = <Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> => {
  const result = schema.safeParse(parseJson(path))
  if (result.success) return result.data
  const faults = result.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || '(whole file)'}: ${issue.message}`)
  throw new Error(`${path}: not as data/contract.ts says. ${faults.join('; ')}`)
}

/** Reads and checks a release folder. Throws an Error that names the file and the field. */
export const readRelease = (folder: string): Release => {
  const manifest = withNamesApart(readBy(manifestSchema, join(folder, 'manifest.json')))
  const run = withNamesApart(readBy(runFile, join(folder, 'run.json')))
  const measures = manifest.measures.map((id) => {
    const path = join(folder, 'measures', `${id}.json`)
    const measure = readBy(measureFile, path)
    if (measure.id !== id) throw new Error(`${path}: holds the measure "${measure.id}"`)
    return [id, withNamesApart(measure)] as const
  })
  return { manifest, run, measures: new Map(measures) }
}

/** What everybody may see of a measure: how it is defined, and whether it can be told. */
const withoutFigures = (measure: MeasureFile): MeasureFile => ({
  ...measure,
  headline: null,
  figures: [],
  series: [],
  curves: [],
  breakdowns: [],
})

/** A release as the staff site is built from it: no figures but those of `staff.json`, and nothing of its files. */
const forEverybody = ({ manifest, run, measures }: Release): Release => ({
  manifest,
  run: { ...run, files: [], drift: [], corrections: [], restated: [], checks: [], warnings: [] },
  measures: new Map([...measures].map(([id, measure]) => [id, withoutFigures(measure)])),
})

const folderOfRelease = (): string => {
  const folder = process.env.RELEASE
  if (!folder) throw new Error('RELEASE is not set: the folder of the release to build from')
  return folder
}

let known: Release | undefined
let knownStaff: StaffFile | undefined

/** The release named by the environment variable RELEASE, read once a build. */
export const release = (): Release => {
  known ??=
    audience() === 'staff' ? forEverybody(readRelease(folderOfRelease())) : readRelease(folderOfRelease())
  return known
}

/** The figures that everybody may see. */
export const staffFigures = (): StaffFile => {
  knownStaff ??= withNamesApart(readBy(staffFile, join(folderOfRelease(), 'staff.json')))
  return knownStaff
}

export type Operations = { waiting: WaitingFile; setAside: SetAsideFile; formats: FormatsFile }

let knownOperations: Operations | undefined

/** What those who run escalations need by item and by name; no other site may be built from it. */
export const operations = (): Operations => {
  if (audience() !== 'operations') throw new Error(`operations/ is not for the audience "${audience()}"`)
  const folder = join(folderOfRelease(), 'operations')
  knownOperations ??= {
    waiting: withNamesApart(readBy(waitingFile, join(folder, 'waiting.json'))),
    setAside: withNamesApart(readBy(setAsideFile, join(folder, 'set-aside.json'))),
    formats: readBy(formatsFile, join(folder, 'formats.json')),
  }
  return knownOperations
}

type OwnersShown = Manifest['privacy']['leadership_owners']

/** Who holds how much, from a release in which owners are shown to leaders so: null where hidden, and then no file may stand there. */
export const readOwners = (folder: string, shown: OwnersShown): OwnersFile | null => {
  const path = join(folder, 'leadership', 'owners.json')
  if (shown === 'hidden' && !existsSync(path)) return null
  return withNamesApart(readBy(ownersFileFor(shown), path))
}

/** The folder of the release, for a site that no one but leaders sees. */
const folderForLeaders = (): string => {
  if (audience() !== 'leadership') throw new Error(`leadership/ is not for the audience "${audience()}"`)
  return folderOfRelease()
}

/** Who holds how much, as far as leaders may see it. */
export const owners = (): OwnersFile | null =>
  readOwners(folderForLeaders(), release().manifest.privacy.leadership_owners)

/** What the release before called; null where there was none. */
export const previous = (): PreviousFile | null => {
  const folder = folderForLeaders()
  if (release().manifest.previous_as_of === null) return null
  return withNamesApart(readBy(previousFile, join(folder, 'previous.json')))
}

/** One measure of the release, or null where it is not measured yet. */
export const measureOf = (from: Release, id: string): MeasureFile | null => from.measures.get(id) ?? null
