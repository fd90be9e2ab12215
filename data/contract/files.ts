/** Which files a release may hold, and by which schema each: what is not listed here is not published. */
import type { z } from 'zod'
import { cellsFile, cellsIndex } from './cells.ts'
import { manifest } from './manifest.ts'
import { measureFile } from './measure.ts'
import { formatsFile, setAsideFile, waitingFile } from './operations.ts'
import { ownersFile } from './owners.ts'
import { previousFile } from './previous.ts'
import { runFile } from './run.ts'
import { staffFile } from './staff.ts'

/** A kind of file of a release. */
export interface ReleaseFile {
  /** What it is called in this list: its path in the release, with `*` where there are several. */
  readonly name: string
  readonly pattern: RegExp
  readonly schema: z.ZodType
}

export const releaseFiles: readonly ReleaseFile[] = [
  { name: 'manifest.json', pattern: /^manifest\.json$/, schema: manifest },
  { name: 'run.json', pattern: /^run\.json$/, schema: runFile },
  { name: 'previous.json', pattern: /^previous\.json$/, schema: previousFile },
  { name: 'measures/*.json', pattern: /^measures\/[a-z][a-z0-9-]*\.json$/, schema: measureFile },
  { name: 'staff.json', pattern: /^staff\.json$/, schema: staffFile },
  { name: 'cells/index.json', pattern: /^cells\/index\.json$/, schema: cellsIndex },
  { name: 'cells/*.json', pattern: /^cells\/[a-z0-9]{14}\.json$/, schema: cellsFile },
  { name: 'leadership/owners.json', pattern: /^leadership\/owners\.json$/, schema: ownersFile },
  { name: 'operations/waiting.json', pattern: /^operations\/waiting\.json$/, schema: waitingFile },
  { name: 'operations/set-aside.json', pattern: /^operations\/set-aside\.json$/, schema: setAsideFile },
  { name: 'operations/formats.json', pattern: /^operations\/formats\.json$/, schema: formatsFile },
]

/** The schema that a file of a release must follow, by its path there; null where no such file may be published. */
export const schemaOfFile = (path: string): z.ZodType | null =>
  releaseFiles.find(({ pattern }) => pattern.test(path))?.schema ?? null
