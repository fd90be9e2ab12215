import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Erased } from '../ingest/erased.ts'
import type { LandedReceipt } from '../ingest/landed.ts'

const files = ['config.yaml', 'changes.yaml', 'corrections.csv'] as const

async function filesIn(installation: string): Promise<string[]> {
  const words = await readdir(join(installation, 'procedure'), { recursive: true }).catch((): string[] => [])
  return [
    ...files,
    ...words.filter((name) => /\.(md|ya?ml)$/.test(name)).map((name) => join('procedure', name)),
  ]
}

/** Where people's own files name someone who was erased: `config.yaml:12`. A file that is not there names nobody. */
export async function mentionsIn(installation: string, erased: Erased): Promise<string[]> {
  const found: string[] = []
  for (const name of await filesIn(installation)) {
    const text = await readFile(join(installation, name), 'utf8').catch(() => '')
    for (const [index, line] of text.split('\n').entries())
      if (erased.names(line)) found.push(`${name}:${index + 1}`)
  }
  return found
}

/** Receipts of landed files whose names in the inbox name someone who was erased. */
export const namedFiles = (receipts: readonly LandedReceipt[], erased: Erased): LandedReceipt[] =>
  receipts.filter(({ names }) => names.some((name) => erased.names(name)))
