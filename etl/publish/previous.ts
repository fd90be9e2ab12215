import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type MeasureFile, manifest, measureFile, type PreviousFile } from '../../data/contract.ts'
import type { Erased } from '../ingest/erased.ts'
import { namesIn } from '../ingest/folder.ts'
import { asOfIn } from './as-of.ts'
import { lastGoodSites } from './last-good.ts'

const json = async (...path: string[]): Promise<unknown> => JSON.parse(await readFile(join(...path), 'utf8'))

/** The chart that its promise is judged by. */
const chartOf = ({ id, headline, series }: MeasureFile): PreviousFile['charts'] => {
  const judged = series.find(
    (one) => one.id === headline?.id && one.item_kind === headline.item_kind && one.chart !== null,
  )
  if (judged?.chart == null) return []
  const { variation, slipped } = judged.chart
  return [{ measure: id, variation, slipped }]
}

/** Recurring issues whose call stands: only they have the day of one. */
const callsOf = ({ breakdowns }: MeasureFile): PreviousFile['calls'] =>
  (breakdowns.find(({ by }) => by === 'group')?.rows ?? []).flatMap(({ key, label, values }) => {
    const { direction, called_on } = values
    if (typeof called_on !== 'string' || (direction !== 'up' && direction !== 'down')) return []
    return [{ issue: key, label, direction, called_on }]
  })

async function called(folder: string): Promise<Omit<PreviousFile, 'told'>> {
  const { run, as_of, measures, promises } = manifest.parse(await json(folder, 'manifest.json'))
  const promised = measures.filter((id) => promises.some(({ measure }) => measure === id))
  const read = async (id: string) => measureFile.parse(await json(folder, 'measures', `${id}.json`))
  const files = await Promise.all(promised.map(read))
  return { run, as_of, charts: files.flatMap(chartOf), calls: files.flatMap(callsOf) }
}

type Kept = { name: string; folder: string; asOf: string }

/** As of when each release that is kept is, the newest first; one whose manifest cannot be read is none. */
async function kept(installation: string): Promise<Kept[]> {
  const releases = join(installation, 'releases')
  const names = await namesIn(releases)
  const found = await Promise.all(
    names.map(async (name) => {
      const folder = join(releases, name)
      const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '')
      const asOf = asOfIn(text)
      return asOf === null ? [] : [{ name, folder, asOf }]
    }),
  )
  return found.flat().sort((a, b) => b.asOf.localeCompare(a.asOf) || b.name.localeCompare(a.name))
}

/** What was told tonight already: the last good night, where it built sites, was as of the same time. */
async function toldOf(
  installation: string,
  all: readonly Kept[],
  asOf: string,
): Promise<PreviousFile['told']> {
  const run = await lastGoodSites(installation)
  const stood = all.find((one) => one.name === run && one.asOf === asOf)
  const file = stood === undefined ? null : await called(stood.folder).catch(() => null)
  if (file === null) return null
  return { charts: file.charts, calls: file.calls.map(({ issue, direction }) => ({ issue, direction })) }
}

/**
 * What the newest release called that is as of an earlier time (ISO) and can be read, and what was told since; null where
 * there is none.
 */
export async function previousOf(
  installation: string,
  asOf: string,
  erased: Erased,
): Promise<PreviousFile | null> {
  const all = await kept(installation)
  for (const { folder } of all.filter((one) => one.asOf < asOf)) {
    const file = await called(folder).catch(() => null)
    if (file === null) continue
    // an issue may have been called after someone who was erased since
    const calls = file.calls.map((call) => ({ ...call, label: erased.without(call.label) }))
    return { ...file, calls, told: await toldOf(installation, all, asOf) }
  }
  return null
}
