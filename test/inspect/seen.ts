import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disk } from '../../etl/effects.ts'
import { inspect, readInspectOptions } from '../../etl/inspect.ts'
import { folder, put } from '../support/installation.ts'

export interface Seen {
  readonly code: number
  readonly text: string
  /** The entry that is to be pasted, its lines; empty where there is none. */
  readonly entry: readonly string[]
  /** The folder that the file lies in, and what lay in it afterwards. */
  readonly dir: string
  readonly after: readonly string[]
  /** What was left in the folder for temporary files. */
  readonly left: readonly string[]
}

async function inOwnTemporaryFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  const path = await mkdtemp(join(tmpdir(), 'own-'))
  process.env.TMPDIR = path
  try {
    return await work(path)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    await rm(path, { recursive: true, force: true })
  }
}

/** The command over files, with the words that follow it. */
export async function inspected(dir: string, words: readonly string[]): Promise<Seen> {
  const lines: string[] = []
  const options = readInspectOptions(words)
  if (!options) throw new Error('the options ask for help')
  return inOwnTemporaryFolder(async (temporary) => {
    const effects = {
      now: () => new Date(),
      log: (line: string) => lines.push(line),
      progress: () => {},
      disk,
    }
    const code = await inspect(options, effects)
    const text = lines.join('\n')
    const all = text.split('\n')
    const begin = all.indexOf('sources:')
    return {
      code,
      text,
      entry: begin < 0 ? [] : all.slice(begin).filter((line) => line !== ''),
      dir,
      after: (await readdir(dir, { recursive: true })).sort(),
      left: await readdir(temporary),
    }
  })
}

/** What is said of a file that nobody has configured. */
export async function seen(name: string, content: string | Uint8Array): Promise<Seen> {
  const dir = await folder()
  await put(dir, { [name]: content })
  return inspected(dir, [join(dir, name)])
}
