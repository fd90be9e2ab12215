import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a measured process says of itself in its last line. */
export interface Told {
  readonly seconds: number
  readonly staged?: number | null
  readonly megabytes?: number
  readonly records?: number
  readonly stages?: readonly { readonly name: string; readonly seconds: number }[]
  readonly isNew?: boolean
}

/** Runs a script of this folder in a process of its own, so that its memory is its own. */
export async function child(script: string, ...words: readonly string[]): Promise<Told> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, script), ...words])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

/** An installation in a temporary folder for as long as `work` lasts. */
export async function withInstallation<T>(config: string, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    await mkdir(join(dir, 'inbox'))
    await writeFile(join(dir, 'config.yaml'), config)
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
