import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { manifest, type RunFile, runFile } from '../../data/contract.ts'
import { Database, type Row } from '../../etl/db/database.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { readOptions } from '../../etl/night/options.ts'
import { nightly } from '../../etl/nightly.ts'

/** A file of the inbox and when it was exported, which is its modification time. */
export interface Export {
  readonly content: string | Uint8Array
  readonly at: string
}

/** What an installation is made from: its config.yaml, and files by their path in it. */
export interface World {
  readonly config: string
  readonly files?: Readonly<Record<string, string | Uint8Array | Export>>
}

/** The export time of a file that states none. */
export const usualExport = '2026-03-31T12:00:00Z'
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A new folder of its own, gone when the tests of this file are over. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'night-'))
  folders.push(path)
  return path
}

/** Puts files into an installation, each with its export time. */
export async function put(dir: string, files: NonNullable<World['files']>): Promise<void> {
  for (const [name, file] of Object.entries(files)) {
    const { content, at } =
      typeof file === 'string' || file instanceof Uint8Array ? { content: file, at: usualExport } : file
    const path = join(dir, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    await utimes(path, new Date(at), new Date(at))
  }
}

/** A small installation in a temporary folder. */
export async function installation({ config, files = {} }: World): Promise<string> {
  const dir = await folder()
  await mkdir(join(dir, 'inbox'))
  await put(dir, { 'config.yaml': config, ...files })
  return dir
}

export interface Night {
  readonly dir: string
  readonly code: number
  readonly lines: readonly string[]
  readonly log: string
  /** Rows of the warehouse that stands; times and 64-bit numbers are text. */
  readonly query: <T extends Row = Row>(sql: string) => Promise<T[]>
  /** run.json of the release that stands. */
  readonly run: () => Promise<RunFile>
}

async function query<T extends Row>(dir: string, sql: string): Promise<T[]> {
  const warehouse = await Database.open(join(dir, 'warehouse.duckdb'), [dir])
  try {
    return await warehouse.all<T>(sql)
  } finally {
    await warehouse.close()
  }
}

/** Runs one night over the installation in `dir`, with the real disk and without a site. */
export async function night(
  dir: string,
  words: readonly string[] = [],
  effects: Partial<Effects> = {},
): Promise<Night> {
  const lines: string[] = []
  const options = readOptions(['--data', dir, '--no-site', ...words])
  if (!options) throw new Error('the options of a night ask for help')
  const code = await nightly(options, {
    now: () => new Date(),
    log: (line) => lines.push(line),
    progress: () => {},
    disk,
    ...effects,
  })
  return {
    dir,
    code,
    lines,
    log: lines.join('\n'),
    query: (sql) => query(dir, sql),
    run: async () => runFile.parse(JSON.parse(await readFile(join(dir, 'current', 'run.json'), 'utf8'))),
  }
}

/** The run and as-of time of the release that stands in `dir`. */
export async function standing(dir: string): Promise<{ run: string; as_of: string }> {
  return manifest.parse(JSON.parse(await readFile(join(dir, 'current', 'manifest.json'), 'utf8')))
}

/** One night over a small world; it must be published. */
export async function goodNight(world: World, words: readonly string[] = []): Promise<Night> {
  const found = await night(await installation(world), words)
  if (found.code !== 0) throw new Error(found.log)
  return found
}
