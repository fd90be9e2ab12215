import { hasLogic, type Import, literalsOf } from './imports.ts'
import type { HouseFile } from './tree.ts'

/** A rule of the house: `breaks` says what a file does against it. */
export interface Arrow {
  readonly id: string
  readonly breaks: (file: HouseFile, house: readonly HouseFile[]) => string[]
}

const below =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const isOurs = below('etl', 'data', 'site', 'test')

/** What both sides read: the schemas of everything that is published. */
const contracts = ['data/contract.ts', 'data/contract'] as const

/** Files of some places may import of our own code only what `allowed` names; one file there may have `more`. */
const reads = (
  id: string,
  places: readonly string[],
  allowed: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Arrow => ({
  id,
  breaks: ({ path, imports }) => {
    const fine = below(...allowed, ...(more[path] === undefined ? [] : [more[path]]))
    const targets = below(...places)(path) ? imports.map(({ target }) => target) : []
    return targets.filter((target) => isOurs(target) && !fine(target))
  },
})

/** Files of some places may import no package but these. */
const needs = (id: string, places: readonly string[], packages: readonly string[]): Arrow => ({
  id,
  breaks: ({ path, imports }) =>
    below(...places)(path)
      ? imports.map(({ target }) => target).filter((target) => !isOurs(target) && !packages.includes(target))
      : [],
})

/** A package that may be imported in one place only. */
const only = (id: string, name: string, place: (path: string) => boolean): Arrow => ({
  id,
  breaks: ({ path, imports }) =>
    place(path) ? [] : imports.map(({ target }) => target).filter((target) => target === name),
})

const notFormats = ['index', 'format', 'canonical']
const formatName = (path: string): string | undefined => {
  const [, name] = /^etl\/formats\/(?:hints\/)?([^/]+)\.ts$/.exec(path) ?? []
  return name === undefined || notFormats.includes(name) ? undefined : name
}

const ingestNamesNoFormat: Arrow = {
  id: 'ingest-names-no-format',
  breaks: ({ path, text, imports }, house) => {
    if (!below('etl/ingest')(path)) return []
    const names = house.map((file) => formatName(file.path)).filter((name) => name !== undefined)
    const imported = imports.map(({ target }) => target).filter((target) => formatName(target) !== undefined)
    return [...imported, ...literalsOf(path, text).filter((literal) => names.includes(literal))]
  },
}

const formatsAreData: Arrow = {
  id: 'formats-are-data',
  breaks: ({ path, text, imports }) => {
    if (formatName(path) === undefined) return []
    const values = imports.filter(({ isType }: Import) => !isType).map(({ target }) => target)
    return hasLogic(path, text) ? [...values, 'logic'] : values
  },
}

/** Each may import those before it. The files of etl/ itself stand above them all, but for its effects. */
const storeys = [
  'effects.ts',
  'formats',
  'config',
  'db',
  'ingest',
  'trends',
  'facts',
  'measures',
  'figures',
  'cells',
  'checks',
  'publish',
  'retention',
] as const
const storey = (path: string): number => {
  const found = storeys.findIndex((name) => below(`etl/${name}`)(path))
  return found < 0 ? storeys.length : found
}

const foldersInOrder: Arrow = {
  id: 'etl-folders-in-order',
  breaks: ({ path, imports }) =>
    below('etl')(path)
      ? imports
          .map(({ target }) => target)
          .filter((target) => below('etl')(target) && storey(target) > storey(path))
      : [],
}

/** The arrows between files of code. */
export const arrows: readonly Arrow[] = [
  // `npm start` plays the sample: it alone generates its exports.
  reads('etl-reads-contract-and-shared', ['etl'], ['etl', ...contracts, 'data/shared'], {
    'etl/start.ts': 'data/sample/generator',
  }),
  reads('site-reads-contract-and-shared', ['site'], ['site', ...contracts, 'data/shared']),
  reads('data-reads-data', ['data'], ['data']),
  reads('contract-reads-nothing', contracts, [...contracts]),
  needs('contract-needs-zod-only', contracts, ['zod']),
  reads('shared-reads-shared', ['data/shared'], ['data/shared']),
  needs('shared-needs-no-package', ['data/shared'], []),
  only('only-db-opens-duckdb', '@duckdb/node-api', below('etl/db')),
  only('only-ingest-parses-csv', 'papaparse', below('etl/ingest', 'site/check')),
  only('only-charts-draw', 'chart.js', below('site/charts')),
  only('only-nightly-runs-shells', 'zx', below('etl/nightly.ts')),
  ingestNamesNoFormat,
  formatsAreData,
  foldersInOrder,
]
