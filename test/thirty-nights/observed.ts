import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type FileReceipt,
  type Manifest,
  type MeasureFile,
  manifest,
  measureFile,
  type RunFile,
  runFile,
} from '../../data/contract.ts'
import type { ItemKind } from '../reference/figures.ts'
import type { Night } from '../support/installation.ts'
import type { Figures, KindFigures } from './reckoning.ts'
import type { Counts } from './verdicts.ts'

export interface Release {
  readonly manifest: Manifest
  readonly run: RunFile
  readonly measures: ReadonlyMap<string, MeasureFile>
}

const read = async (folder: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'))

/** A release as its pages read it; throws where a file of it is not by the contract. */
export async function readRelease(folder: string): Promise<Release> {
  const told = manifest.parse(await read(folder, 'manifest.json'))
  const measures = told.measures.map(
    async (id): Promise<[string, MeasureFile]> => [
      id,
      measureFile.parse(await read(folder, join('measures', `${id}.json`))),
    ],
  )
  return {
    manifest: told,
    run: runFile.parse(await read(folder, 'run.json')),
    measures: new Map(await Promise.all(measures)),
  }
}

/** A published figure; none where the release has none of that name. */
export const figureOf = ({ measures }: Release, measure: string, id: string, kind: ItemKind) =>
  measures.get(measure)?.figures.find((one) => one.id === id && one.item_kind === kind && one.scope === 'all')

const inTime = 'within_365_days'

/** Items that are due: those of which it can be told whether they were in time, and the others. */
function dueOf(release: Release, kind: ItemKind): number {
  const unknown = figureOf(release, 'acknowledged', 'within_unknown', kind)
  return unknown?.n ?? figureOf(release, 'acknowledged', inTime, kind)?.n ?? 0
}

async function kindFigures(
  release: Release,
  { query }: Pick<Night, 'query'>,
  kind: ItemKind,
): Promise<KindFigures> {
  const [row] = await query<{ n: number }>(
    `select count(*)::integer as n from fct_items where item_kind = '${kind}'`,
  )
  const now = (measure: string, id: string): number =>
    figureOf(release, measure, `${id}_now`, kind)?.value ?? 0
  return {
    items: row?.n ?? 0,
    open: now('resolved', 'open'),
    waiting: now('acknowledged', 'waiting'),
    unowned: now('owned', 'unowned'),
    due: dueOf(release, kind),
  }
}

/** What became of the records of a file, as its receipt says. */
export const countsOf = ({ records, kept, superseded, duplicate, quarantined }: FileReceipt): Counts => ({
  records,
  kept,
  superseded,
  duplicate,
  quarantined: Object.values(quarantined).reduce((sum, one) => sum + one, 0),
})

/** The receipts of landed files; the same bytes under another name tonight have one of their own, of duplicates alone. */
function landedReceipts(files: readonly FileReceipt[]): Record<string, Counts> {
  const landed = files.filter(({ refused }) => refused === null)
  const own = Map.groupBy(landed, ({ sha256 }) => sha256 ?? '')
  const kept = (file: FileReceipt): number => file.records - file.duplicate
  return Object.fromEntries(
    [...own].map(([sha256, all]) => [
      sha256,
      countsOf(all.reduce((best, one) => (kept(one) > kept(best) ? one : best))),
    ]),
  )
}

/** What a release and its warehouse say of what was reckoned. */
export async function observedOf(release: Release, night: Pick<Night, 'query'>): Promise<Figures> {
  const share = figureOf(release, 'acknowledged', inTime, 'escalation')
  const [row] = await night.query<{ n: number }>(
    `select count(*)::integer as n from fct_attainment where measure = 'resolution' and target is not null`,
  )
  return {
    asOf: release.manifest.as_of,
    ticket: await kindFigures(release, night, 'ticket'),
    escalation: {
      ...(await kindFigures(release, night, 'escalation')),
      inTime: Math.round((share?.value ?? 0) * (share?.n ?? 0)),
    },
    targeted: row?.n ?? 0,
    stale: release.run.stale,
    receipts: landedReceipts(release.run.files),
  }
}
