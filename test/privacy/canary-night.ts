/** A night over exports full of tokens, with its sites, and where each kind of token may be met after it. */
import { join } from 'node:path'
import { installation } from '../support/installation.ts'
import { command } from './commands.ts'
import { type Found, filesBelow, type Place } from './places.ts'
import type { Kind, Tokens } from './tokens.ts'
import { canaryWorld } from './world.ts'

export interface CanaryNight {
  readonly dir: string
  readonly out: string
  readonly tokens: Tokens
  readonly code: number | null
  readonly said: string
}

/** One night over `count` sound records an export, and as many again as there are ways to be set aside or refused. */
export async function canaryNight(count: number): Promise<CanaryNight> {
  const { world, tokens } = canaryWorld(count)
  const dir = await installation(world)
  const out = join(dir, 'sites')
  return { dir, out, tokens, ...command('nightly', '--data', dir, '--out', out) }
}

/** What is kept of the exports, for whoever may read the installation. */
export const facts: readonly Kind[] = [
  'owner',
  'closed_by',
  'subject_word',
  'date',
  'word',
  'item',
  'corrected_item',
]

export const below = (folder: string, isWanted: (path: string) => boolean = () => true): string[] =>
  filesBelow(folder)
    .filter(isWanted)
    .map((path) => join(folder, path))

/** All that a night leaves but the inbox and config.yaml, each file in one place. */
export function placesOf({ dir, out, said }: CanaryNight): Place[] {
  const release = join(dir, 'current', '.')
  const isOperations = (path: string): boolean => path.startsWith('operations/')
  const site = (audience: string): string[] => below(join(out, audience, '.'))
  const named = (...names: readonly string[]): string[] => below(dir, (path) => names.includes(path))
  return [
    { name: 'log', texts: [said], may: [] },
    { name: 'release', paths: below(release, (path) => !isOperations(path)), may: ['corrected_item'] },
    { name: 'release, operations/', paths: below(release, isOperations), may: ['owner', 'item', 'corrected_item'], must: ['owner', 'item'] },
    { name: 'staff site', paths: site('staff'), may: [] },
    { name: 'leadership site', paths: site('leadership'), may: ['corrected_item'], must: ['corrected_item'] },
    { name: 'operations site', paths: site('operations'), may: ['owner', 'item', 'corrected_item'], must: ['owner', 'item'] },
    { name: 'landed, Parquet', paths: below(join(dir, 'landed'), (path) => path.endsWith('.parquet')), may: facts, must: ['owner', 'subject_word', 'item', 'word'] },
    { name: 'landed, receipts', paths: below(join(dir, 'landed'), (path) => !path.endsWith('.parquet')), may: [] },
    { name: 'warehouse', paths: named('warehouse.duckdb'), may: [...facts, 'correction'], must: ['owner', 'item'] },
    { name: 'history', paths: below(join(dir, 'history')), may: [] },
    { name: 'quarantine, records', paths: below(join(dir, 'quarantine'), (path) => path.endsWith('.csv')), may: [...facts, 'aside'], must: ['aside', 'date', 'word'] },
    { name: 'quarantine, findings', paths: below(join(dir, 'quarantine'), (path) => path.endsWith('.json')), may: ['word', 'closed_by', 'owner', 'item'], must: ['word'] },
    { name: 'quarantine, rows/', paths: below(join(dir, 'quarantine', 'rows')), may: ['aside'], must: ['aside'] },
    { name: 'list of what a build took over', paths: below(join(out, '.builds'), (path) => path.endsWith('taken-over.txt')), may: [] },
    { name: 'last-good.json', paths: named('last-good.json'), may: [] },
    { name: 'last-night.json', paths: named('last-night.json'), may: [] },
  ]
} // biome-ignore format: a place a line

/** Files of the installation and the sites that no place holds: there are none, but what people wrote and the locks. */
export function unplaced({ dir, out }: CanaryNight, places: readonly Place[]): string[] {
  const held = new Set(places.flatMap(({ paths = [] }) => paths.map((path) => path.replace(/\/\.\//g, '/'))))
  const isPeoples = (path: string): boolean =>
    path.startsWith('inbox/') || ['config.yaml', 'corrections.csv', '.key', '.lock'].includes(path)
  const isSame = (path: string): boolean =>
    held.has(join(dir, path)) ||
    held.has(join(dir, path.replace(/^releases\/[^/]+/, 'current'))) ||
    held.has(join(out, path.replace(/^sites\/\.builds\/[^/]+\//, '')))
  return filesBelow(dir).filter((path) => !isPeoples(path) && !isSame(path) && path !== 'sites/.lock')
}

/** What was searched and found, a place a row. */
export const tableOf = (all: readonly Found[], tokens: Tokens): object[] =>
  all.map(({ place, files, bytes, kinds }) => ({
    place,
    files,
    bytes: bytes.toLocaleString('en-GB'),
    'tokens looked for': tokens.made.size.toLocaleString('en-GB'),
    found:
      Object.entries(kinds)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', ') || 'none',
  }))
