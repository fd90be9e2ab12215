import { existsSync } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import {
  cellsFile,
  cellsIndex,
  formatsFile,
  type Manifest,
  manifest,
  measureFile,
  previousFile,
  runFile,
  setAsideFile,
  staffFile,
  waitingFile,
} from '../../data/contract.ts'
import { Database } from '../../etl/db/database.ts'
import { fingerprint } from '../../etl/ingest/unchanged.ts'

const single: readonly [string, z.ZodType][] = [
  ['run.json', runFile],
  ['staff.json', staffFile],
  ['operations/waiting.json', waitingFile],
  ['operations/set-aside.json', setAsideFile],
  ['operations/formats.json', formatsFile],
  ['cells/index.json', cellsIndex],
]
const ofRun = z.object({ run: z.string() })

const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

/** Throws where a release does not hold what the one before it called, and has one before it. */
async function assertPrevious(release: string, { previous_as_of }: Manifest): Promise<void> {
  const path = join(release, 'previous.json')
  const as_of = existsSync(path) ? previousFile.parse(await json(path)).as_of : null
  if (as_of !== previous_as_of) throw new Error(`previous.json is as of ${as_of}, not ${previous_as_of}`)
}

/** Throws where the warehouse knows its sources up to other times than the release: it is of another run. */
async function assertWarehouse(dir: string, { run, sources }: Manifest): Promise<void> {
  const beside = join(dir, `warehouse.${run}.duckdb`)
  const warehouse = await Database.open(existsSync(beside) ? beside : join(dir, 'warehouse.duckdb'), [])
  try {
    const known = await warehouse.all('select source, epoch_ms(known_until)::double as at from dim_sources')
    const told = sources.map(({ name, known_until }) => ({
      source: name,
      at: known_until === null ? null : Date.parse(known_until),
    }))
    if (!isDeepStrictEqual(new Set(known), new Set(told)))
      throw new Error(`the warehouse is of another run than ${run}: ${JSON.stringify([known, told])}`)
  } finally {
    await warehouse.close()
  }
}

/** The run of the release that stands, or null where none does. Throws where it is not whole. */
export async function wholeRelease(dir: string): Promise<string | null> {
  const target = await readlink(join(dir, 'current')).catch(() => null)
  if (target === null) return null
  const release = join(dir, target)
  const told = manifest.parse(await json(join(release, 'manifest.json')))
  const { run, measures } = told
  if (target !== join('releases', run)) throw new Error(`current is ${target}, and its manifest says ${run}`)
  for (const [name, schema] of single) schema.parse(await json(join(release, name)))
  if (ofRun.parse(await json(join(release, 'run.json'))).run !== run)
    throw new Error('run.json is of another run')
  for (const id of measures) measureFile.parse(await json(join(release, 'measures', `${id}.json`)))
  for (const name of await readdir(join(release, 'cells')))
    if (name !== 'index.json') cellsFile.parse(await json(join(release, 'cells', name)))
  await assertPrevious(release, told)
  await assertWarehouse(dir, told)
  return run
}

/** The fingerprint of each landed file by its name. Throws where one has no receipt, or a receipt no file. */
export async function landedFiles(dir: string): Promise<Map<string, string>> {
  const names = existsSync(join(dir, 'landed')) ? await readdir(join(dir, 'landed')) : []
  const landed = names.filter((name) => name.endsWith('.parquet')).sort()
  const known = landed.filter((name) => names.includes(name.replace(/parquet$/, 'json')))
  return new Map(
    await Promise.all(
      known.map(
        async (name): Promise<[string, string]> => [name, await fingerprint(join(dir, 'landed', name))],
      ),
    ),
  )
}

const entry = {
  installation: /^(config\.yaml|inbox|\.lock|\.key|current|warehouse\.duckdb|last-(?:good|night)\.json|landed|history|quarantine|releases)$/,
  landed: /^[0-9a-f]{64}\.(parquet|json)$/,
  history: /^backlog\.parquet$/,
  quarantine: /^(rows|\d{8}T\d{9}Z\.\w+)$/,
  rows: /^[0-9a-f]{64}\.parquet$/,
  releases: /^\d{8}T\d{9}Z$/,
  out: /^(\.builds|\.lock|staff|leadership|operations)$/,
} // biome-ignore format: a table

async function strangers(folder: string, allowed: RegExp): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : []
  return names.filter((name) => !allowed.test(name)).map((name) => join(folder, name))
}

/** Landed files, and what was set aside of them, that have no receipt: nothing would ever remove them. */
async function lone(dir: string): Promise<string[]> {
  const folders = [join(dir, 'landed'), join(dir, 'quarantine', 'rows')]
  const names = await Promise.all(
    folders.map(async (folder) => (existsSync(folder) ? await readdir(folder) : [])),
  )
  const known = new Set(names[0])
  return folders.flatMap((folder, nth) =>
    (names[nth] ?? [])
      .filter((name) => name.endsWith('.parquet') && !known.has(name.replace(/parquet$/, 'json')))
      .map((name) => join(folder, name)),
  )
}

/** Whatever lies in an installation and where its sites go that a good night does not leave there. */
export async function leftovers(dir: string, out: string | null): Promise<string[]> {
  const standing = await wholeRelease(dir)
  const unpublished = (await readdir(join(dir, 'releases'))).filter((name) => name > (standing ?? ''))
  const found = await Promise.all([
    strangers(dir, entry.installation),
    strangers(join(dir, 'landed'), entry.landed),
    strangers(join(dir, 'history'), entry.history),
    strangers(join(dir, 'quarantine'), entry.quarantine),
    strangers(join(dir, 'quarantine', 'rows'), entry.rows),
    strangers(join(dir, 'releases'), entry.releases),
    ...(out === null ? [] : [strangers(out, entry.out), strangers(join(out, '.builds'), entry.releases)]),
  ])
  return [...found.flat(), ...(await lone(dir)), ...unpublished]
}
