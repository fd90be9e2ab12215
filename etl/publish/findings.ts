import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckOutcome } from '../checks/index.ts'
import { type Effects, jsonText, replace } from '../effects.ts'
import type { UnknownWord } from '../facts/words.ts'
import type { LandedReceipt } from '../ingest/landed.ts'

/** What a night stumbled over in the words of the exports: for whoever runs the installation, and for nobody else. */
export interface Findings {
  /** Words that no value map knows. */
  readonly words: readonly UnknownWord[]
  readonly checks: readonly CheckOutcome[]
}

/** Where in an installation the findings of a run stand. */
export const findingsPath = (run: string): string => `quarantine/${run}.json`

const nameOf = (fileId: string, landed: readonly LandedReceipt[]): string =>
  landed.find(({ sha256 }) => sha256 === fileId)?.names[0] ?? fileId

/**
 * Writes the words and rows that logs and pages only count into the installation's quarantine/, readable by its owner;
 * nothing where there are none.
 */
export async function writeFindings(
  installation: string,
  run: string,
  { words, checks }: Findings,
  landed: readonly LandedReceipt[],
  { disk }: Effects,
): Promise<void> {
  const broken = checks.filter(({ rows }) => rows > 0)
  if (words.length === 0 && broken.length === 0) return
  const content = {
    unknown_words: words.map(({ file_id, ...word }) => ({ ...word, file: nameOf(file_id, landed) })),
    checks: broken,
  }
  const path = join(installation, findingsPath(run))
  await disk.folder(join(path, '..'), true)
  await replace(disk, path, jsonText(content), 0o600)
}

/** A word that no value map knows, as it stands in the findings. */
export type FoundWord = Omit<UnknownWord, 'file_id'> & { readonly file: string }

/** The words that a run found and no value map knows. */
export async function readFoundWords(installation: string, run: string): Promise<FoundWord[]> {
  const text = await readFile(join(installation, findingsPath(run)), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{"unknown_words":[]}'
      throw error
    },
  )
  return (JSON.parse(text) as { unknown_words: FoundWord[] }).unknown_words
}
