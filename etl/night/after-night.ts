import { type ChildProcess, spawn } from 'node:child_process'
import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Manifest } from '../../data/contract.ts'
import type { Effects } from '../effects.ts'
import { withoutSecret } from './environment.ts'
import type { ExitCode } from './outcome.ts'

const name = 'after-night'
const mostSeconds = 60
/** Characters of what it says of its troubles that are kept. */
const mostSaid = 300

/** What a night came to. */
export interface NightEnd {
  readonly code: ExitCode
  /** Null where nothing was published. */
  readonly published: Pick<Manifest, 'run' | 'as_of'> | null
}

/** Ends what a program started and left; there may be nothing, not even itself. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Keeps the end of what a program says of its troubles; resolves to its last line, empty where it said nothing. */
function lastLineOf(stream: Readable): () => string {
  let tail = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-mostSaid)
  })
  return () => tail.trim().split('\n').at(-1) ?? ''
}

const after = (said: string): string => (said === '' ? '' : `: ${said}`)

/** Runs a program for so many seconds at most, and ends with it all that it started; null where it ended well, else why not. */
function run(
  path: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  seconds: number,
): Promise<string | null> {
  const child = spawn(path, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const lastLine = lastLineOf(child.stderr)
  return new Promise((resolve) => {
    const end = (why: string | null) => {
      clearTimeout(late)
      child.stderr.destroy()
      resolve(why)
    }
    const late = setTimeout(() => {
      endGroup(child)
      end(`it took longer than ${seconds} seconds and was stopped`)
    }, seconds * 1000)
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, signal) => {
      clearTimeout(late)
      endGroup(child)
      const tell = () => end(code === 0 ? null : `it ended with ${signal ?? code}${after(lastLine())}`)
      child.once('close', tell)
      // where something that left the group still holds its end of the pipe
      setTimeout(tell, 1000).unref()
    })
  })
}

/**
 * Runs `after-night` of the installation, where there is one, with what the night came to in its environment:
 * NIGHT_EXIT_CODE, NIGHT_RUN and NIGHT_AS_OF (empty where nothing was published), NIGHT_DATA. What it leaves
 * at work is ended with it, and what becomes of it is at most a warning.
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
