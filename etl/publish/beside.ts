import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { isThere, namesIn } from '../ingest/folder.ts'
import { timeOfRun } from './run-name.ts'
import { standingRun } from './standing.ts'

/** What stands once in an installation, whatever run it is of. */
const files = [
  { folder: '', name: 'warehouse', ending: 'duckdb' },
  { folder: 'history', name: 'backlog', ending: 'parquet' },
] as const
type File = (typeof files)[number]

const pathOf = (installation: string, { folder, name, ending }: File): string =>
  join(installation, folder, `${name}.${ending}`)

const besideOf = (installation: string, { folder, name, ending }: File, run: string): string =>
  join(installation, folder, `${name}.${run}.${ending}`)

/** The run that a file was laid beside for; null where it is none of these. */
function runOf({ name, ending }: File, entry: string): string | null {
  const run = new RegExp(`^${name}\\.(.+)\\.${ending}$`).exec(entry)?.[1] ?? ''
  return timeOfRun(run) === null ? null : run
}

/** The run that a file of a folder of an installation was laid beside for; null where it is no such file. */
export const besideRun = (folder: string, entry: string): string | null =>
  files.flatMap((file) => (file.folder === folder ? (runOf(file, entry) ?? []) : []))[0] ?? null

/** The runs that files are laid beside for. */
async function runsBeside(installation: string, file: File): Promise<string[]> {
  const entries = await namesIn(join(installation, file.folder))
  return entries.flatMap((entry) => runOf(file, entry) ?? [])
}

/**
 * Lays what a run has in its workshop of the warehouse and the history beside those that stand, under the name of the run;
 * right before `current` is moved.
 */
export async function layBeside(
  installation: string,
  workshop: string,
  run: string,
  { disk }: Effects,
): Promise<void> {
  for (const file of files) {
    const fresh = join(workshop, `${file.name}.${file.ending}`)
    if (!(await isThere(fresh))) continue
    if (file.folder !== '') await disk.folder(join(installation, file.folder), true)
    await disk.seal(fresh)
    await disk.move(fresh, besideOf(installation, file, run))
  }
}

/**
 * Puts in place what a run laid beside where that run is the one that stands, and removes it where it is not. After
 * `current` was moved, and before every night: one that was killed between left it undone.
 */
export async function settleBeside(installation: string, { disk }: Effects): Promise<void> {
  for (const file of files)
    for (const run of await runsBeside(installation, file)) {
      const beside = besideOf(installation, file, run)
      if (run === (await standingRun(installation))) await disk.move(beside, pathOf(installation, file))
      else await disk.remove(beside)
    }
}
