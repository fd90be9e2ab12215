/** The release that a site is built from: the only door to what the ETL published. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  type FormatsFile,
  formatsFile,
  type Manifest,
  type MeasureFile,
  manifest as manifestSchema,
  measureFile,
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
  } catch (error) {
    throw new Error(`${path}: not JSON (${error instanceof Error ? error.message : String(error)})`)
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
  const manifest = readBy(manifestSchema, join(folder, 'manifest.json'))
  const run = readBy(runFile, join(folder, 'run.json'))
  const measures = manifest.measures.map((id) => {
    const path = join(folder, 'measures', `${id}.json`)
    const measure = readBy(measureFile, path)
    if (measure.id !== id) throw new Error(`${path}: holds the measure "${measure.id}"`)
    return [id, measure] as const
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
  knownStaff ??= readBy(staffFile, join(folderOfRelease(), 'staff.json'))
  return knownStaff
}

export type Operations = { waiting: WaitingFile; setAside: SetAsideFile; formats: FormatsFile }

let knownOperations: Operations | undefined

/** What those who run escalations need by item and by name; no other site may be built from it. */
export const operations = (): Operations => {
  if (audience() !== 'operations') throw new Error(`operations/ is not for the audience "${audience()}"`)
  const folder = join(folderOfRelease(), 'operations')
  knownOperations ??= {
    waiting: readBy(waitingFile, join(folder, 'waiting.json')),
    setAside: readBy(setAsideFile, join(folder, 'set-aside.json')),
    formats: readBy(formatsFile, join(folder, 'formats.json')),
  }
  return knownOperations
}

/** One measure of the release, or null where it is not measured yet. */
export const measureOf = (from: Release, id: string): MeasureFile | null => from.measures.get(id) ?? null
