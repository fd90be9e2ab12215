import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const nightly = resolve(import.meta.dirname, '../../etl/nightly.ts')

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly log: string
}

/** A night in a process of its own. */
export interface NightChild {
  readonly pid: number
  /** What it said so far. */
  readonly said: () => string
  readonly ended: Promise<Ended>
}

interface Asked {
  readonly words: readonly string[]
  readonly environment?: NodeJS.ProcessEnv
  /** Limits of the shell that it is started by, e.g. `ulimit -f 64`. */
  readonly limits?: string
}

/** Starts `node etl/nightly.ts` as the leader of a group of its own. */
export function startNight({ words, environment = {}, limits = 'true' }: Asked): NightChild {
  const child = spawn('sh', ['-c', `${limits} && exec "$@"`, 'sh', process.execPath, nightly, ...words], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const log = (): string => said.join('')
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, log: log() }))
  return { pid: child.pid ?? Number.NaN, said: log, ended }
}
