/** The release that a site is built from: the only door to what the ETL published. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  type Manifest,
  type MeasureFile,
  manifest as manifestSchema,
  measureFile,
  type RunFile,
  runFile,
} from '../data/contract.ts'

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

let known: Release | undefined

/** The release named by the environment variable RELEASE, read once a build. */
export const release = (): Release => {
  const folder = process.env.RELEASE
  if (!folder) throw new Error('RELEASE is not set: the folder of the release to build from')
  known ??= readRelease(folder)
  return known
}

/** One measure of the release, or null where it is not measured yet. */
export const measureOf = (from: Release, id: string): MeasureFile | null => from.measures.get(id) ?? null
