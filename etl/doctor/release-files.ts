import { join } from 'node:path'
import type { z } from 'zod'
import {
  type CellsIndex,
  cellsFile,
  cellsIndex,
  type Manifest,
  measureFile,
  ownersFileFor,
  previousFile,
  releaseFiles,
} from '../../data/contract.ts'
import { cellsFileOf, type Filter } from '../../data/shared/cells.ts'
import { namesIn, readJson, statusOf } from './files.ts'

type Expected = readonly [name: string, schema: z.ZodType]

/** Files that every release holds are those that stand once in the contract, but two that some nights have no reason for. */
const sometimes: readonly string[] = ['previous.json', 'leadership/owners.json']
const always: readonly Expected[] = releaseFiles
  .filter(({ name }) => !name.includes('*') && !sometimes.includes(name))
  .map(({ name, schema }) => [name, schema])

function filtersOf({ dimensions, pairs }: CellsIndex): Filter[] {
  const valuesOf = (id: string) => dimensions.find((dimension) => dimension.id === id)?.values ?? []
  const single = dimensions.flatMap(({ id, values }) => values.map((value) => [{ dimension: id, value }]))
  const double = pairs.flatMap(({ dimensions: [one, other], values }) =>
    values.flatMap((row, place) =>
      row.map((index) => [
        { dimension: one, value: valuesOf(one)[place] ?? null },
        { dimension: other, value: valuesOf(other)[index] ?? null },
      ]),
    ),
  )
  return [[], ...single, ...double]
}

const ownersOf = (told: Manifest | null): Expected[] => {
  const shown = told?.privacy.leadership_owners ?? 'hidden'
  return shown === 'hidden' ? [] : [['leadership/owners.json', ownersFileFor(shown)]]
}

/** What this release holds besides, as its manifest and its index of cells say. */
const more = (told: Manifest | null, index: CellsIndex | null): Expected[] => [
  ...ownersOf(told),
  ...(told?.measures ?? []).map((id): Expected => [`measures/${id}.json`, measureFile]),
  ...(index ? filtersOf(index) : []).map(
    (filter): Expected => [`cells/${cellsFileOf(filter)}.json`, cellsFile],
  ),
]

/** How the files of a release are. */
export interface ReleaseFiles {
  readonly files: number
  /** Each file that is not as the contract allows, and why. */
  readonly faults: readonly string[]
  /** Names that no release has. */
  readonly strange: readonly string[]
}

async function namesBelow(folder: string, prefix = ''): Promise<string[]> {
  const below = await Promise.all(
    (await namesIn(join(folder, prefix))).map(async (name) => {
      const path = `${prefix}${name}`
      return (await statusOf(join(folder, path)))?.isDirectory() ? namesBelow(folder, `${path}/`) : [path]
    }),
  )
  return below.flat()
}

/** Reads every file of a release by the contract. */
export async function readReleaseFiles(folder: string, told: Manifest | null): Promise<ReleaseFiles> {
  const index = (await readJson(join(folder, 'cells', 'index.json'), cellsIndex)).content
  const names = await namesBelow(folder)
  const some: Expected[] = names.includes('previous.json') ? [['previous.json', previousFile]] : []
  const expected = [...always, ...some, ...more(told, index)]
  const faults: string[] = []
  for (const [name, schema] of expected) {
    const { fault } = await readJson(join(folder, name), schema)
    if (fault !== null) faults.push(`${name} is ${fault}`)
  }
  const known = new Set(expected.map(([name]) => name))
  const strange = names.filter((name) => !known.has(name))
  // what there is to be is not known where they cannot be read
  const isKnown = told !== null && index !== null
  return { files: expected.length, faults, strange: isKnown ? strange : [] }
}
