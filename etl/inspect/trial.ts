import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { copyFile, mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse, parseDocument } from 'yaml'
import type { Effects } from '../effects.ts'
import { nightly } from '../nightly.ts'

/** One file and the source that is to read it, in an installation of their own. */
export interface TrialPlan {
  readonly path: string
  /** Path below inbox/ under which the source reads it. */
  readonly name: string
  /** config.yaml of which everything but the sources is taken. */
  readonly config: string
  /** The one source, as config.yaml would have it. */
  readonly source: unknown
}

/** The one source of a proposed entry. */
export const sourceIn = (lines: readonly string[]): unknown => {
  const { sources } = parse(lines.join('\n')) as { sources: readonly unknown[] }
  return sources[0]
}

function configWith(config: string, source: unknown): string {
  const document = parseDocument(config)
  document.set('sources', document.createNode([source]))
  return String(document)
}

/** Waits without giving way to anything else: nothing else runs any more when a process ends. */
const wait = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** Removes a folder at once, though threads of this process may still be writing into it. */
function removeNow(folder: string): void {
  for (let left = 10; left > 0 && existsSync(folder); left--) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    wait(20)
  }
}

/** A folder that only its owner may enter, gone when `work` ends, however it ends: also where the process is told to stop. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const stop = (): void => process.exit(130)
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop)
  // at once, so that no signal finds it made and not yet known
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
  const remove = (): void => removeNow(folder)
  process.once('exit', remove)
  try {
    return await work(folder)
  } finally {
    process.off('exit', remove).off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop)
    await rm(folder, { recursive: true, force: true })
  }
}

async function putInto(folder: string, { path, name, config, source }: TrialPlan): Promise<void> {
  const copy = join(folder, 'inbox', name)
  await mkdir(dirname(copy), { recursive: true, mode: 0o700 })
  await copyFile(path, copy)
  const { atime, mtime } = await stat(path)
  await utimes(copy, atime, mtime)
  await writeFile(join(folder, 'config.yaml'), configWith(config, source))
}

const lead = /^nothing published; the last release, if there is one, stands: /

/**
 * Runs the real night over a copy of one file, in a temporary folder, and lets `read` look at what came of it. Where
 * nothing was published: what the night said of it, in its own words.
 */
export async function trial<T>(
  plan: TrialPlan,
  effects: Effects,
  read: (installation: string) => Promise<T>,
): Promise<{ readonly told: T } | { readonly refused: string }> {
  return inFolder(async (folder) => {
    await putInto(folder, plan)
    const lines: string[] = []
    const options = { data: folder, asOf: null, hasSite: false, out: join(folder, 'out'), isRepublish: true }
    const code = await nightly(options, { ...effects, log: (line) => lines.push(line) })
    if (code === 0) return { told: await read(folder) }
    const said = lines.findLast((line) => lead.test(line)) ?? lines.at(-1) ?? ''
    return { refused: said.replace(lead, '').replaceAll(`${folder}/`, '') }
  })
}
