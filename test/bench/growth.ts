import { readdirSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../etl/effects.ts'
import { nightly } from '../../etl/nightly.ts'
import { gzipped, weightOf } from '../site/weight.ts'
import { deskConfig, writeDesk } from './desk.ts'

/** What a night over so many tickets of the same five years leaves, in bytes. */
export interface Left {
  readonly landed: number
  /** The release with its cells. */
  readonly release: number
  /** The heaviest file of cells, compressed. */
  readonly cells: number
  /** All sites with all that pages may load later; 0 where none were built. */
  readonly sites: number
  /** First views of the leadership site, compressed, by path; of many alike the heaviest. */
  readonly views: ReadonlyMap<string, number>
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

export const bytesIn = (folder: string): number =>
  filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0)

/** Pages of one template are told by the heaviest of them. */
const templateOf = (path: string): string => path.replace(/^\/(recurring|brief)\/.+/, '/$1/…/')

/** First views of the pages of a site, compressed, by template. */
export function viewsOf(site: string): Map<string, number> {
  const views = new Map<string, number>()
  for (const page of filesIn(site).filter((path) => path.endsWith('/index.html'))) {
    const path = page.slice(site.length).replace(/index\.html$/, '')
    const template = templateOf(path)
    views.set(template, Math.max(views.get(template) ?? 0, weightOf(site, path).bytes))
  }
  return views
}

/** Runs the night in `dir`, an empty folder; with sites where they are asked for. */
export async function leftOf(dir: string, tickets: number, hasSite: boolean): Promise<Left> {
  await mkdir(join(dir, 'inbox'))
  await writeFile(join(dir, 'config.yaml'), deskConfig)
  await writeDesk(dir, tickets)
  const lines: string[] = []
  const effects = { now: () => new Date(), log: (line: string) => lines.push(line), progress: () => {}, disk }
  const out = join(dir, 'sites')
  const options = { data: dir, asOf: '2026-08-31T12:00:00.000Z', hasSite, out, isRepublish: false }
  if ((await nightly(options, effects)) !== 0) throw new Error(lines.join('\n'))
  const release = join(dir, 'current', '')
  return {
    landed: bytesIn(join(dir, 'landed')),
    release: bytesIn(release),
    cells: Math.max(...filesIn(join(release, 'cells')).map(gzipped)),
    sites: hasSite ? bytesIn(out) : 0,
    views: hasSite ? viewsOf(join(out, 'leadership', '')) : new Map(),
  }
}
