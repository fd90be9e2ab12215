/** Nights that end badly, each in another way: what they say, and what a crash leaves behind. */
import { appendFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Disk, disk, type Effects } from '../../etl/effects.ts'
import { toldUnforeseen } from '../../etl/unforeseen.ts'
import { dyingDisk } from '../support/disk.ts'
import { folder, night } from '../support/installation.ts'
import type { CanaryNight } from './canary-night.ts'
import { filesBelow } from './places.ts'
import { refusedFiles } from './refused.ts'
import { Tokens } from './tokens.ts'

/** The installation before any night: what people put into it, of the inbox what is wanted. */
async function before(
  { dir }: CanaryNight,
  isWanted: (name: string) => boolean = () => true,
): Promise<string> {
  const copy = await folder()
  const names = filesBelow(join(dir, 'inbox')).filter(isWanted)
  for (const name of ['config.yaml', 'corrections.csv', ...names.map((name) => `inbox/${name}`)])
    await cp(join(dir, name), join(copy, name), { preserveTimestamps: true })
  return copy
}

async function changed(dir: string, from: string, to: string): Promise<void> {
  const path = join(dir, 'config.yaml')
  const config = await readFile(path, 'utf8')
  if (!config.includes(from)) throw new Error(`config.yaml has no ${from}`)
  await writeFile(path, config.replace(from, to))
}

/** What a night over `dir` says, and how it ends: its exit code, or `crash`. */
export async function ended(
  dir: string,
  effects: Partial<Effects> = {},
): Promise<{ end: unknown; said: string }> {
  const lines: string[] = []
  const log = (line: string): unknown => lines.push(line)
  const end = await night(dir, [], { ...effects, log }).then(
    ({ code }) => code,
    (error: unknown) => {
      lines.push(toldUnforeseen(error))
      return 'crash'
    },
  )
  return { end, said: lines.join('\n') }
}

const isRefused = (name: string): boolean => Object.hasOwn(refusedFiles(new Tokens()), name)

/** A night in which nothing that was read can be published, for `why`. */
export async function badNight(
  good: CanaryNight,
  why: 'a required file is refused' | 'no file can be read' | 'a setting is wrong',
): Promise<{ end: unknown; said: string }> {
  const dir = await before(good, (name) => why !== 'no file can be read' || isRefused(name))
  if (why === 'a required file is refused') await changed(dir, 'name: plain,', 'name: plain, required: true,')
  if (why === 'a setting is wrong')
    await appendFile(join(dir, 'config.yaml'), 'within: { acknowledged: soon }\n')
  return ended(dir)
}

/** A disk on which a write of the release meets an error of the database that quotes a cell. */
const quotingDisk = (cell: string): Disk => ({
  ...disk,
  write: async (path, content, mode) => {
    const quoted = `Conversion Error: Could not convert string '${cell}' to INT32\n\nLINE 1: ${cell}\n        ^`
    if (path.endsWith('run.json')) throw new Error(`publish/x.sql: ${quoted}`, { cause: new Error(quoted) })
    return disk.write(path, content, mode)
  },
})

/** Names of the inbox. */
type Files = readonly string[]

export interface Crash {
  readonly dir: string
  readonly said: string
  readonly end: unknown
}

/** A night that an error ends which nobody foresaw. */
export async function crashed(good: CanaryNight, files: Files, cell: string): Promise<Crash> {
  const dir = await before(good, (name) => files.includes(name))
  return { dir, ...(await ended(dir, { disk: quotingDisk(cell) })) }
}

/** A night whose disk is pulled out before its nth step, so that nothing is tidied either. */
export async function broken(good: CanaryNight, files: Files, steps: number): Promise<Crash> {
  const dir = await before(good, (name) => files.includes(name))
  return { dir, ...(await ended(dir, { disk: dyingDisk(steps) })) }
}
