import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzipped } from '../site/weight.ts'
import { median, withInstallation } from './children.ts'
import { deskConfig, writeDesk } from './desk.ts'
import { filesIn, viewsOf } from './growth.ts'

const run = promisify(execFile)
const asOf = '2026-08-31T12:00:00Z'
const fewest = 10_000

const audiences = ['staff', 'leadership', 'operations']

type Weighed = { views: Map<string, number>; cells: number[]; seconds: number[] }

const build = async (release: string, out: string, audience: string): Promise<void> => {
  await run(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    env: { ...process.env, AUDIENCE: audience, RELEASE: release, OUT: out, NODE_ENV: 'production' },
    maxBuffer: 1e8,
  })
}

/** A night over so many tickets, and all sites built `rounds` times. */
const sitesOf = (count: number, rounds: number): Promise<Weighed> =>
  withInstallation(deskConfig, async (dir) => {
    await writeDesk(dir, count)
    await run(process.execPath, [resolve('etl/nightly.ts'), '--data', dir, '--as-of', asOf, '--no-site'])
    const seconds: number[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      for (const audience of audiences) await build(join(dir, 'current'), join(dir, audience), audience)
      seconds.push((performance.now() - begun) / 1000)
    }
    const site = join(dir, 'leadership')
    return { views: viewsOf(site), cells: filesIn(join(site, 'cells')).map(gzipped), seconds }
  })

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)

const rowOf = ([path, few]: [string, number], many: number): string =>
  `| ${path} | ${kilobytes(few)} | ${kilobytes(many)} | ${(many / few).toFixed(2)} |`

const sum = (values: readonly number[]): number => values.reduce((so_far, value) => so_far + value, 0)

const below = (name: string, { cells, seconds }: Weighed): string =>
  `${name}: all sites built in ${median(seconds).toFixed(1)} s; ${cells.length} files of cells, the heaviest ${kilobytes(Math.max(...cells))} KB, all ${(sum(cells) / 1e6).toFixed(1)} MB`

/** What pages of the leadership site weigh over 10,000 tickets and over so many, of the same five years. */
export async function benchSites(count: number, rounds: number): Promise<string[]> {
  const few = await sitesOf(fewest, rounds)
  const many = await sitesOf(count, rounds)
  const names = [fewest, count].map((size) => `${size.toLocaleString('en-GB')} tickets`)
  return [
    'First view of each page with all that it loads, KB gzip; of many alike the heaviest',
    '',
    `| page | ${names.join(' | ')} | ratio |`,
    '|---|---|---|---|',
    ...[...few.views].sort().map((row) => rowOf(row, many.views.get(row[0]) ?? Number.NaN)),
    '',
    below(names[0] ?? '', few),
    below(names[1] ?? '', many),
  ]
}
