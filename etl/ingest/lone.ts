import { dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { namesIn } from './folder.ts'
import { parquetOf } from './landed.ts'
import { rejectsOf } from './rejects.ts'

/**
 * Removes from landed/ and quarantine/rows/ what has no receipt: a run was killed that landed or removed it, no night reads
 * it, and neither retention nor an erasure would ever find it.
 */
export async function removeLone(installation: string, { disk }: Effects): Promise<void> {
  const landed = join(installation, 'landed')
  const known = new Set(await namesIn(landed))
  const all = [...known, ...(await namesIn(dirname(rejectsOf(installation, ''))))]
  const lone = all
    .map((name) => /^([0-9a-f]{64})\.parquet$/.exec(name)?.[1])
    .filter((sha256) => sha256 !== undefined && !known.has(`${sha256}.json`)) as string[]
  for (const sha256 of new Set(lone))
    for (const path of [rejectsOf(installation, sha256), parquetOf(landed, sha256)]) await disk.remove(path)
}
