import { existsSync } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { cellsIndex } from '../../data/contract.ts'
import { cellsFileOf } from '../../data/shared/cells.ts'

const ofRun = z.object({ run: z.string() })

const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

/** What a page links to or loads, and what its scripts ask for by a lasting name, wherever that is written. */
const references = (html: string): string[] =>
  [
    ...html.matchAll(/(?:href|src)="(\/[^"#?]*)/g),
    ...html.matchAll(/(?:"|&quot;)(\/(?:_astro|cells|numbers)\/[^"&#?]*)(?:"|&quot;)/g),
  ].map(([, path]) => path as string)

const pathOf = (path: string): string => {
  if (!path.endsWith('/')) return path
  return `${path}${path.startsWith('/cells/') ? 'index.json' : 'index.html'}`
}

const within = (site: string, paths: readonly string[]): string[] =>
  paths.filter((path) => !existsSync(join(site, path)))

/** Cells that the pages of a site may ask for and that are not there. */
async function missingCells(site: string, run: string): Promise<string[]> {
  const folder = join('cells', run)
  if (!existsSync(join(site, folder))) return []
  const { dimensions } = cellsIndex.parse(await json(join(site, folder, 'index.json')))
  const filters = [
    [],
    ...dimensions.flatMap(({ id, values }) => values.map((value) => [{ dimension: id, value }])),
  ]
  return within(
    site,
    filters.map((filter) => join(folder, `${cellsFileOf(filter)}.json`)),
  )
}

async function missingFrom(site: string, page: string): Promise<string[]> {
  return within(site, references(await readFile(join(site, page), 'utf8')).map(pathOf))
}

/** The run that a site is from. Throws where a page refers to what is not there, or may ask for it. */
export async function wholeSite(link: string): Promise<string> {
  const site = await realpath(link)
  const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'))
  if (pages.length === 0) throw new Error(`${site} has no page`)
  const { run } = ofRun.parse(await json(join(site, 'last-good.json')))
  if (!dirname(site).endsWith(run)) throw new Error(`${site} says that it is of ${run}`)
  const missing = [...(await Promise.all(pages.map((page) => missingFrom(site, page)))).flat()]
  missing.push(...(await missingCells(site, run)))
  if (missing.length > 0) throw new Error(`${site} lacks ${[...new Set(missing)].join(', ')}`)
  return run
}
