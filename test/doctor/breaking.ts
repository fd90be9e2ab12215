import {
  appendFile,
  chmod,
  mkdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runFile } from '../../data/contract.ts'
import { outOf } from './looked.ts'

/** What breaks an installation. */
export type Break = (dir: string) => Promise<void>

export const runOf = async (dir: string): Promise<string> => basename(await readlink(join(dir, 'current')))

/** Replaces a text in a file; it must stand there. */
export const replaced =
  (name: string, from: string, to: string): Break =>
  async (dir) => {
    const text = await readFile(join(dir, name), 'utf8')
    if (!text.includes(from)) throw new Error(`${name} holds no ${from}`)
    await writeFile(join(dir, name), text.replace(from, to))
  }

export const added =
  (name: string, text: string): Break =>
  (dir) =>
    appendFile(join(dir, name), text)

export const written =
  (name: string, text: string, at: string | null = null): Break =>
  async (dir) => {
    await mkdir(join(dir, name, '..'), { recursive: true })
    await writeFile(join(dir, name), text)
    if (at) await utimes(join(dir, name), new Date(at), new Date(at))
  }

export const removed =
  (...names: readonly string[]): Break =>
  async (dir) => {
    for (const name of names) await rm(join(dir, name), { recursive: true })
  }

export const cut =
  (name: string): Break =>
  async (dir) => {
    const path = join(dir, name)
    const [bytes, { mode }] = [await readFile(path), await stat(path)]
    await rm(path)
    await writeFile(path, bytes.subarray(0, 100), { mode })
  }

export const opened =
  (name: string, mode: number): Break =>
  (dir) =>
    chmod(join(dir, name), mode)

/** A folder that leads to itself: no user can open it. */
export const looped =
  (name: string): Break =>
  async (dir) => {
    await rm(join(dir, name), { recursive: true, force: true })
    await symlink(name, join(dir, name))
  }

export const together =
  (...breaks: readonly Break[]): Break =>
  async (dir) => {
    for (const one of breaks) await one(dir)
  }

/** Breaks a file of the release that stands. */
export const inRelease =
  (name: string, breaks: (path: string) => Break): Break =>
  async (dir) =>
    breaks(join('releases', await runOf(dir), name))(dir)

/** Breaks what was landed of a source: `ending` is `parquet` or `json`. */
export const landedOf =
  (source: string, ending: 'parquet' | 'json', breaks: (path: string) => Break): Break =>
  async (dir) => {
    const { files } = runFile.parse(JSON.parse(await readFile(join(dir, 'current', 'run.json'), 'utf8')))
    const file = files.find((one) => one.source === source)
    await breaks(join('landed', `${file?.sha256}.${ending}`))(dir)
  }

/** Makes a site one of another release. */
export const siteOfRun =
  (audience: string, run: string): Break =>
  async (dir) => {
    const site = join(outOf(dir), '.builds', run, audience)
    await mkdir(site, { recursive: true })
    await writeFile(join(site, 'index.html'), '<!doctype html>')
    await rm(join(outOf(dir), audience))
    await symlink(join('.builds', run, audience), join(outOf(dir), audience))
  }
