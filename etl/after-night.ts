import { spawn } from 'node:child_process'
import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../data/contract.ts'
import type { Effects } from './effects.ts'
import { withoutSecret } from './environment.ts'
import type { ExitCode } from './outcome.ts'

const name = 'after-night'
const mostSeconds = 60

/** What a night came to. */
export interface NightEnd {
  readonly code: ExitCode
  /** Null where nothing was published. */
  readonly published: Pick<Manifest, 'run' | 'as_of'> | null
}

/** Runs a program with all that it starts for so many seconds at most; null where it ended well, else why not. */
function run(
  path: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  seconds: number,
): Promise<string | null> {
  const child = spawn(path, { cwd: folder, env: environment, stdio: 'ignore', detached: true })
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      resolve(`it took longer than ${seconds} seconds and was stopped`)
    }, seconds * 1000)
    const end = (why: string | null) => {
      clearTimeout(late)
      resolve(why)
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, signal) => end(code === 0 ? null : `it ended with ${signal ?? code}`))
  })
}

/**
 * Runs `after-night` of the installation, where there is one, with what the night came to in its environment:
 * NIGHT_EXIT_CODE, NIGHT_RUN and NIGHT_AS_OF (empty where nothing was published), NIGHT_DATA. What becomes of it is at
 * most a warning.
 */
export async function afterNight(
  installation: string,
  { code, published }: NightEnd,
  { log }: Pick<Effects, 'log'>,
  seconds: number = mostSeconds,
): Promise<void> {
  const path = join(installation, name)
  if (!(await stat(path).catch(() => null))) return
  const isExecutable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isExecutable) return log(`warning: ${path} was not run: make it executable (chmod +x)`)
  const told = {
    NIGHT_EXIT_CODE: String(code),
    NIGHT_RUN: published?.run ?? '',
    NIGHT_AS_OF: published?.as_of ?? '',
    NIGHT_DATA: installation,
  }
  const failed = await run(path, installation, { ...withoutSecret(process.env), ...told }, seconds)
  if (failed !== null) log(`warning: ${path} failed: ${failed}`)
}
