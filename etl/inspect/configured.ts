import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import { matchesGlob } from '../../data/shared/glob.ts'
import { locate } from '../../data/shared/reading.ts'
import { loadSettings } from '../config/load.ts'
import type { Settings, Source } from '../config/settings.ts'
import type { CanonicalColumn } from '../formats/canonical.ts'
import { openRows } from '../ingest/read/index.ts'
import { Refusal } from '../ingest/refusal.ts'
import type { Mapped } from './proposal.ts'
import type { Row } from './rows.ts'

/** What an inspection begins from: an installation, or the skeleton of one. */
export interface Ground {
  readonly config: string
  readonly settings: Settings
  /** The installation's folder; null for the skeleton. */
  readonly dir: string | null
}

const skeleton = join(import.meta.dirname, '..', '..', 'data', 'skeleton')

/** Reads the configuration of an installation, or of the neutral one. Throws `ConfigError`. */
export async function groundOf(dir: string | null): Promise<Ground> {
  const from = dir ?? skeleton
  const settings = await loadSettings(from)
  return { config: await readFile(join(from, 'config.yaml'), 'utf8'), settings, dir }
}

/** The source of an installation that reads a file, and the file's name in the inbox. */
export interface Configured {
  readonly source: Source
  readonly name: string
  /** The source as config.yaml has it, but that its file need not be there. */
  readonly raw: unknown
}

/** Whether a glob's last part names files and not just their ending. */
const isTelling = (files: string): boolean => /[\p{L}\p{N}]/u.test(basename(files).replace(/\.[^*?]*$/, ''))

/** Names in the inbox that a file may have for a source: its own place there, else what it would be called. */
function namesFor(path: string, dir: string, files: string): string[] {
  const inbox = join(dir, 'inbox')
  const own = relative(inbox, path)
  const folder = dirname(files)
  const inFolder = join(folder, basename(path))
  const mayLieThere = isTelling(files) || existsSync(join(inbox, inFolder))
  const below = !/[*?{[]/.test(folder) && mayLieThere ? [inFolder] : []
  return own.startsWith('..') ? [basename(path), ...below] : [own]
}

/** Which source reads the file at `path`, by its place in the inbox or else by its name; null where none does. */
export function configuredFor(path: string, { config, settings, dir }: Ground): Configured | null {
  if (dir === null) return null
  const { sources } = parse(config) as { sources: readonly Record<string, unknown>[] }
  for (const [index, source] of settings.sources.entries()) {
    const name = namesFor(path, dir, source.files).find((each) => matchesGlob(each, source.files))
    if (name === undefined) continue
    const { required: _, max_age_days: __, ...raw } = sources[index] ?? {}
    return { source, name, raw }
  }
  return null
}

async function headerBy(path: string, { source, name }: Configured): Promise<Row> {
  try {
    for await (const [header = []] of openRows({ name, path }, source).batches) return header
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return []
}

/** A file's header and its columns as a source reads them; none where it cannot be read, which the trial says why. */
export async function mappedBy(
  path: string,
  configured: Configured,
): Promise<{ header: Row; mapped: Mapped[] }> {
  const header = await headerBy(path, configured)
  const { positions } = locate(header, configured.source.reading)
  const mapped = Object.entries(positions).map(([column, cells]) => ({
    column: column as CanonicalColumn,
    header: cells.map((cell) => header[cell] ?? '').join(' / '),
  }))
  return { header, mapped }
}
