import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzipped } from '../site/weight.ts'
import { median, withInstallation } from './children.ts'
import { deskConfig, writeDesk } from './desk.ts'
import { filesIn, viewsOf } from './growth.ts'
import { table } from './markdown.ts'
import { type Repaint, repaintOf } from './repaint.ts'

const run = promisify(execFile)
const asOf = '2026-08-31T12:00:00Z'
const fewest = 10_000

const audiences = ['staff', 'leadership', 'operations']

type Weighed = {
  views: Map<string, number>
  cells: number[]
  seconds: number[]
  repaint: Repaint
  pages: number
}

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
    const pages = audiences.flatMap((audience) =>
      filesIn(join(dir, audience)).filter((path) => path.endsWith('.html')),
    ).length
    const repaint = await repaintOf(site, '/acknowledged/', 'service')
    return { views: viewsOf(site), cells: filesIn(join(site, 'cells')).map(gzipped), seconds, repaint, pages }
  })

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)

const rowOf = ([path, few]: [string, number], many: number): string[] => [
  path,
  kilobytes(few),
  kilobytes(many),
  (many / few).toFixed(2),
]

const sum = (values: readonly number[]): number => values.reduce((so_far, value) => so_far + value, 0)

const below = (name: string, { cells, seconds, repaint }: Weighed): string =>
  `${name}: all sites built in ${median(seconds).toFixed(1)} s; ${cells.length} files of cells, the heaviest ${kilobytes(Math.max(...cells))} KB, all ${(sum(cells) / 1e6).toFixed(1)} MB. A filter of five years is painted ${repaint.again.toFixed(0)} ms after the choice (median of ${repaint.choices}, at worst ${repaint.worst.toFixed(0)}), ${repaint.first.toFixed(0)} ms where its cells are fetched first`

/** What others make of the like: first view, build, and what is readable without JavaScript. */
const elsewhere = [
  ['Observable Framework 1.13.4', '214 KB (613 KB with the rows)', '3.5 s, 41 pages 7.3 s', 'none'],
  ['Evidence 40.1.8, static', '11.8 MB', '77 s, 41 pages 86 s', 'none'],
] as const

/** What pages of the leadership site weigh over 10,000 tickets and over so many, of the same five years. */
export async function benchSites(count: number, rounds: number): Promise<string[]> {
  const few = await sitesOf(fewest, rounds)
  const many = await sitesOf(count, rounds)
  const names = [fewest, count].map((size) => `${size.toLocaleString('en-GB')} tickets`)
  const heaviest = kilobytes(Math.max(...many.views.values()))
  return [
    'First view of each page with all that it loads, KB gzip; of many alike the heaviest',
    '',
    ...table(
      ['page', ...names, 'ratio'],
      [...few.views].sort().map((row) => rowOf(row, many.views.get(row[0]) ?? Number.NaN)),
    ),
    below(names[0] ?? '', few),
    below(names[1] ?? '', many),
    '',
    'Beside what others make of the like (not measured here: on two cores over 25,000 rows, one page of a weekly line, a bar an owner and a table; neither builds without the outside network)',
    '',
    ...table(
      ['', 'first view, gzip', 'build', 'readable without JavaScript'],
      [
        ...elsewhere,
        [
          `this, ${names[1]}`,
          `${heaviest} KB at most`,
          `${median(many.seconds).toFixed(1)} s, three sites of ${many.pages} pages`,
          'all of it',
        ],
      ],
    ),
  ]
}
