import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Flow } from '../../data/contract.ts'
import { didYouMean } from '../../data/shared/near.ts'
import { ConfigError, type Fault } from './errors.ts'
import { readFlow } from './flow.ts'
import type { Settings } from './settings.ts'
import { type Names, namesOf } from './words-names.ts'
import { type Page, parsePage } from './words-page.ts'
import { type Promised, readPromises } from './words-promises.ts'
import { readText } from './yaml-file.ts'

export type { Promised } from './words-promises.ts'

/** What the staff site says besides figures. */
export interface Words {
  readonly pages: readonly Page[]
  readonly promises: readonly Promised[]
  readonly flow: Flow
  readonly warnings: readonly string[]
}

const yamlFiles = ['promises.yaml', 'flow.yaml']

/** Runs every reading and gathers what is wrong with any of them. */
async function gather<T>(readings: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(readings)
  const faults: Fault[] = []
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    if (!(result.reason instanceof ConfigError)) throw result.reason
    faults.push(...result.reason.faults)
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** A folder that is not there has no files; one that cannot be read is a fault. */
function unreadable(folder: string, error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  const problem =
    error.code === 'ENOTDIR'
      ? 'is a file. Make it a folder with the words in it, or remove it'
      : `cannot be read (${error.code}): check its permissions`
  throw new ConfigError([{ file: `${basename(folder)}/`, line: null, path: '', problem }])
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch((error) => unreadable(folder, error)))
    .filter((name) => !name.startsWith('.'))
    .sort()

async function readPages(folder: string, names: Names): Promise<Page[]> {
  const pages = (await filesIn(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const read = pages.map(async (name) =>
    parsePage((await readText(join(folder, name), `procedure/${name}`)) ?? '', name, names),
  )
  return (await gather(read)).filter((page) => page !== null).sort((a, b) => a.order - b.order)
}

/** Files that nothing reads are likely to be misspelt. */
const unreadFiles = (names: readonly string[]): string[] =>
  names
    .filter((name) => !name.endsWith('.md') && !yamlFiles.includes(name))
    .map((name) => `procedure/${name} is read by nothing.${didYouMean(name, yamlFiles)}`)

async function readAll(folder: string, names: Names, measures: readonly string[] | null) {
  const pages: Promise<Page[]> = readPages(folder, names)
  const promises = readPromises(folder, names, measures)
  const flow = readFlow(folder, names)
  await gather<unknown>([pages, promises, flow])
  return { pages: await pages, promises: await promises, flow: await flow }
}

/**
 * The words of the installation in `dir`, from its procedure/ folder, the names of its `institution` filled in; what it
 * does not bring is taken from the neutral words in `defaultsDir`. `measures` are the names of all that is measured.
 * @throws ConfigError that names file and line of everything that is broken, and says what to write
 */
export async function loadWords(
  dir: string,
  defaultsDir: string,
  institution: Settings['institution'],
  measures: readonly string[] | null = null,
): Promise<Words> {
  const folder = join(dir, 'procedure')
  const names = namesOf(institution)
  const own = await readAll(folder, names, measures)
  const neutral = await readAll(defaultsDir, names, measures)
  const isOwn = (await filesIn(folder)).length > 0
  const missing = [
    ...(own.pages.length === 0 ? ['procedure/ has no page of its own: the neutral words stand'] : []),
    ...(own.promises === null ? ['procedure/promises.yaml is missing: the neutral promises stand'] : []),
    ...(own.flow === null ? ['procedure/flow.yaml is missing: the neutral flow stands'] : []),
  ]
  return {
    pages: own.pages.length > 0 ? own.pages : neutral.pages,
    promises: own.promises ?? neutral.promises ?? [],
    flow: own.flow ?? neutral.flow ?? { nodes: [], edges: [] },
    warnings: [...(isOwn ? missing : []), ...unreadFiles(await filesIn(folder))],
  }
}
