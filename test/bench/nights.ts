import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benched } from './bench.ts'
import { child, median, type Told, withInstallation } from './children.ts'
import { deskConfig, logConfig, writeDesk, writeLog, writeMore } from './desk.ts'
import { bytesIn } from './growth.ts'
import { table } from './markdown.ts'

/** Larger nights are run once: they take too long for more. */
const mostAgain = 1_000_000
const more = 5_000

/** What one size came to, in the medians of its rounds. */
interface Sized {
  readonly name: string
  readonly tickets: number
  readonly records: number
  readonly exported: number
  readonly rounds: number
  /** Seconds. */
  readonly byHand: number
  readonly inMaps: number | null
  readonly first: number
  readonly nothingNew: number
  /** A night with 5,000 more tickets. */
  readonly someNew: number | null
  readonly sites: number
  readonly stages: readonly { readonly name: string; readonly seconds: number }[]
  /** MB, the most of any round. */
  readonly peak: number
  readonly peakByHand: number
  /** Bytes. */
  readonly landed: number
  readonly release: number
  readonly published: number
}

const made = ['.sites', 'current', 'history', 'landed', 'last-good.json', 'releases', 'warehouse.duckdb']
const forget = async (dir: string): Promise<void> => {
  for (const name of made) await rm(join(dir, name), { recursive: true, force: true })
}

const secondsOf = (told: readonly Told[]): number => median(told.map(({ seconds }) => seconds))
const most = (told: readonly Told[]): number => Math.max(...told.map(({ megabytes }) => megabytes ?? 0))
const sitesOf = ({ stages = [] }: Told): number => stages.find(({ name }) => name === 'sites')?.seconds ?? 0

/** A night that was to find something new and did not, or the other way round, measured nothing. */
async function night(dir: string, isNew: boolean): Promise<Told> {
  const told = await child('night-alone.ts', dir, join(dir, '.sites'))
  if (told.isNew !== isNew) throw new Error(`a night ${isNew ? 'found nothing new' : 'found something new'}`)
  return told
}

/** What the first night left; a later one keeps the sites of the night before beside its own. */
const leftIn = (dir: string) => ({
  landed: bytesIn(join(dir, 'landed')),
  release: bytesIn(join(dir, 'current', '')),
  published: bytesIn(join(dir, '.sites')),
})

type Kind = 'item' | 'log'

const ofSize = (kind: Kind, tickets: number, asked: number): Promise<Sized> =>
  withInstallation(kind === 'item' ? deskConfig : logConfig, async (dir) => {
    await (kind === 'item' ? writeDesk : writeLog)(dir, tickets)
    const path = join(dir, 'inbox', kind === 'item' ? 'tickets.csv' : 'log.csv')
    const rounds = tickets > mostAgain ? 1 : asked
    const told = {
      byHand: [] as Told[],
      inMaps: [] as Told[],
      first: [] as Told[],
      nothing: [] as Told[],
      some: [] as Told[],
    }
    let left = { landed: 0, release: 0, published: 0 }
    for (let round = 0; round < rounds; round++) {
      await forget(dir)
      told.byHand.push(await child('by-hand.ts', path, kind))
      if (kind === 'item') told.inMaps.push(await child('in-maps.ts', path))
      told.first.push(await night(dir, true))
      left = leftIn(dir)
      told.nothing.push(await night(dir, false))
      if (kind === 'log') continue
      const added = await writeMore(dir, more)
      told.some.push(await night(dir, true))
      await rm(added)
    }
    const one = [...told.first].sort((a, b) => a.seconds - b.seconds)[Math.floor((rounds - 1) / 2)]
    return {
      name: `${tickets.toLocaleString('en-GB')} tickets${kind === 'log' ? ', 5 events each' : ''}`,
      tickets,
      records: one?.records ?? 0,
      exported: (await stat(path)).size,
      rounds,
      byHand: secondsOf(told.byHand),
      inMaps: kind === 'item' ? secondsOf(told.inMaps) : null,
      first: median(told.first.map((each) => each.seconds - sitesOf(each))),
      nothingNew: secondsOf(told.nothing),
      someNew: kind === 'item' ? median(told.some.map((each) => each.seconds - sitesOf(each))) : null,
      sites: median(told.first.map(sitesOf)),
      stages: one?.stages ?? [],
      peak: most([...told.first, ...told.some]),
      peakByHand: most(told.byHand),
      ...left,
    }
  })

const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
const times = (value: number | null, by: number): string => (value === null ? '' : (value / by).toFixed(1))
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

export function told(all: readonly Sized[]): string[] {
  const stages = [...new Set(all.flatMap((one) => one.stages.map(({ name }) => name)))]
  const stage = ({ stages: of }: Sized, name: string): string =>
    seconds(of.find((one) => one.name === name)?.seconds ?? 0)
  return [
    'The first night over an installation, the next with nothing new, and one with 5,000 more tickets, beside the weekly figures of the same file by DuckDB alone and by papaparse with maps. Sites are not in the nights’ seconds; × is the ratio to DuckDB alone, or to the first night.',
    '',
    ...table(
      [
        '',
        'DuckDB alone, s',
        'papaparse, s',
        'first night, s',
        '×',
        'nothing new, s',
        '× first',
        '5,000 new, s',
        '× first',
        'records a second',
        'rounds',
      ],
      all.map((one) => [
        one.name,
        seconds(one.byHand),
        one.inMaps === null ? '' : seconds(one.inMaps),
        seconds(one.first),
        times(one.first, one.byHand),
        seconds(one.nothingNew),
        (one.nothingNew / one.first).toFixed(3),
        one.someNew === null ? '' : seconds(one.someNew),
        one.someNew === null ? '' : (one.someNew / one.first).toFixed(2),
        Math.round(one.records / one.first).toLocaleString('en-GB'),
        String(one.rounds),
      ]),
    ),
    ...table(
      [
        '',
        'peak MB',
        'of DuckDB alone',
        'exported MB',
        'landed MB',
        'release MB',
        'sites MB',
        'all sites, s',
      ],
      all.map((one) => [
        one.name,
        String(one.peak),
        String(one.peakByHand),
        ...[one.exported, one.landed, one.release, one.published].map(megabytes),
        one.sites.toFixed(1),
      ]),
    ),
    ...table(
      ['seconds of the first night', ...stages],
      all.map((one) => [one.name, ...stages.map((name) => stage(one, name))]),
    ),
  ]
}

/** Nights at these sizes, each `rounds` times, and at the first million once more as a log of five events a ticket. */
export async function benchNights(sizes: readonly number[], rounds: number): Promise<Benched> {
  const all: Sized[] = []
  for (const tickets of sizes) {
    all.push(await ofSize('item', tickets, rounds))
    if (tickets === mostAgain) all.push(await ofSize('log', tickets, rounds))
  }
  return { lines: told(all), figures: all }
}
