import { existsSync } from 'node:fs'
import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import {
  cellsFile,
  cellsIndex,
  formatsFile,
  manifest,
  measureFile,
  runFile,
  setAsideFile,
  staffFile,
  waitingFile,
} from '../../data/contract.ts'
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

/** The run of the release that stands, or null where none does. Throws where it is not whole. */
export async function wholeRelease(dir: string): Promise<string | null> {
  const target = await readlink(join(dir, 'current')).catch(() => null)
  if (target === null) return null
  const release = join(dir, target)
  const { run, measures } = manifest.parse(await json(join(release, 'manifest.json')))
  if (target !== join('releases', run)) throw new Error(`current is ${target}, and its manifest says ${run}`)
  for (const [name, schema] of single) schema.parse(await json(join(release, name)))
  if (ofRun.parse(await json(join(release, 'run.json'))).run !== run)
    throw new Error('run.json is of another run')
  for (const id of measures) measureFile.parse(await json(join(release, 'measures', `${id}.json`)))
  for (const name of await readdir(join(release, 'cells')))
    if (name !== 'index.json') cellsFile.parse(await json(join(release, 'cells', name)))
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

const references = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(([, path]) => path as string)

const inSite = (site: string, path: string): string =>
  join(site, path.endsWith('/') ? `${path}index.html` : path)

/** The run that a site is from. Throws where a page refers to what is not there. */
export async function wholeSite(link: string): Promise<string> {
  const site = await realpath(link)
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'))
  if (names.length === 0) throw new Error(`${site} has no page`)
  for (const name of names) {
    const missing = references(await readFile(join(site, name), 'utf8')).filter(
      (path) => !existsSync(inSite(site, path)),
    )
    if (missing.length > 0) throw new Error(`${name} of ${site} refers to ${missing.join(', ')}`)
  }
  const { run } = ofRun.parse(await json(join(site, 'last-good.json')))
  if (!dirname(site).endsWith(run)) throw new Error(`${site} says that it is of ${run}`)
  return run
}

const entry = {
  installation: /^(config\.yaml|inbox|\.lock|\.key|current|warehouse\.duckdb|last-good\.json|landed|history|quarantine|releases)$/,
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
  return [...found.flat(), ...unpublished]
}
