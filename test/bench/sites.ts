import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzipped, weightOf } from '../site/weight.ts'
import { median, withInstallation } from './children.ts'
import { deskConfig, writeDesk } from './desk.ts'

const run = promisify(execFile)
const asOf = '2026-08-31T12:00:00Z'
const fewest = 10_000

type Weighed = { pages: Map<string, number>; cells: number[]; seconds: number[] }

const build = async (release: string, out: string, audience: string): Promise<void> => {
  await run(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    env: { ...process.env, AUDIENCE: audience, RELEASE: release, OUT: out, NODE_ENV: 'production' },
    maxBuffer: 1e8,
  })
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))

const weigh = (folder: string, seconds: number[]): Weighed => ({
  pages: new Map(
    filesIn(folder, 'index.html').map((name) => {
      const path = `/${name.replace(/index\.html$/, '')}`
      return [path, weightOf(folder, path).bytes]
    }),
  ),
  cells: filesIn(join(folder, 'cells'), '.json').map((name) => gzipped(join(folder, 'cells', name))),
  seconds,
})

/** A night over so many tickets, and both sites built `rounds` times. */
const sitesOf = (count: number, rounds: number): Promise<Weighed> =>
  withInstallation(deskConfig, async (dir) => {
    await writeDesk(dir, count)
    await run(process.execPath, [resolve('etl/nightly.ts'), '--data', dir, '--as-of', asOf, '--no-site'])
    const out = join(dir, 'leadership')
    const seconds: number[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      await build(join(dir, 'current'), join(dir, 'staff'), 'staff')
      await build(join(dir, 'current'), out, 'leadership')
      seconds.push((performance.now() - begun) / 1000)
    }
    return weigh(out, seconds)
  })

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)

/** Pages of one template are told by the heaviest of them. */
const templateOf = (path: string): string => path.replace(/^\/(recurring|brief)\/.+/, '/$1/…/')

const heaviest = ({ pages }: Weighed): Map<string, number> => {
  const most = new Map<string, number>()
  for (const [path, bytes] of pages) {
    const template = templateOf(path)
    most.set(template, Math.max(most.get(template) ?? 0, bytes))
  }
  return most
}

const rowOf = ([path, few]: [string, number], many: number): string =>
  `| ${path} | ${kilobytes(few)} | ${kilobytes(many)} | ${(many / few).toFixed(2)} |`

const sum = (values: readonly number[]): number => values.reduce((so_far, value) => so_far + value, 0)

const below = (name: string, { cells, seconds, pages }: Weighed): string =>
  `${name}: ${pages.size} pages, both sites built in ${median(seconds).toFixed(1)} s; ${cells.length} files of cells, the heaviest ${kilobytes(Math.max(...cells))} KB, all ${(sum(cells) / 1e6).toFixed(1)} MB`

/** What pages of the leadership site weigh over 10,000 tickets and over so many, of the same five years. */
export async function benchSites(count: number, rounds: number): Promise<string[]> {
  const few = await sitesOf(fewest, rounds)
  const many = await sitesOf(count, rounds)
  const most = heaviest(many)
  const names = [fewest, count].map((size) => `${size.toLocaleString('en-GB')} tickets`)
  return [
    'First view of each page with all that it loads, KB gzip; of many alike the heaviest',
    '',
    `| page | ${names.join(' | ')} | ratio |`,
    '|---|---|---|---|',
    ...[...heaviest(few)].sort().map((row) => rowOf(row, most.get(row[0]) ?? Number.NaN)),
    '',
    below(names[0] ?? '', few),
    below(names[1] ?? '', many),
  ]
}
