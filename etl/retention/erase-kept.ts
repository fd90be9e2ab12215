import { join } from 'node:path'
import { Database } from '../db/database.ts'
import { setKey } from '../db/key.ts'
import { installMacros } from '../db/macros.ts'
import type { Effects } from '../effects.ts'
import { type ErasedFile, eraseLanded } from '../ingest/erase-landed.ts'
import type { Erased } from '../ingest/erased.ts'
import { readLanded } from '../ingest/landed.ts'
import { workshopOf } from '../publish/commit.ts'
import { eraseQuarantine } from './erase-quarantine.ts'
import { landedIn } from './landed.ts'
import { records } from './words.ts'

/** A database that reaches what is landed and set aside, and nothing else. */
async function openKept(installation: string, workshop: string, secret: Buffer): Promise<Database> {
  const reached = ['landed', 'quarantine'].map((name) => join(installation, name))
  const database = await Database.open(':memory:', [...reached, workshop], { spill: join(workshop, 'spill') })
  await installMacros(database)
  await setKey(database, secret)
  return database
}

function tellLanded({ receipt, records: changed, rejects, owners_left }: ErasedFile, { log }: Effects): void {
  const where = `landed/${receipt.sha256}.parquet`
  if (changed > 0) log(`erased     from ${records(changed)} of ${where} (${receipt.names.join(' = ')})`)
  if (rejects > 0) log(`erased     ${records(rejects)} of quarantine/rows/${receipt.sha256}.parquet`)
  if (owners_left > 0)
    log(
      `stays      ${where} has ${owners_left} other owner${owners_left === 1 ? '' : 's'} of whose name the given one is a part: give such a name whole if it is the same person`,
    )
}

/** Takes erased persons out of what is landed and set aside, file by file, and says of each what was done. */
export async function eraseKept(
  { installation, secret, erased }: { installation: string; secret: Buffer; erased: Erased },
  effects: Effects,
): Promise<void> {
  const workshop = workshopOf(installation, 'purge')
  await effects.disk.folder(workshop, true)
  const database = await openKept(installation, workshop, secret)
  try {
    const receipts = await readLanded(landedIn(installation))
    const { done } = await eraseLanded(receipts, { installation, erased, database, effects })
    for (const file of done) tellLanded(file, effects)
    for (const { name, records: removed } of await eraseQuarantine(installation, erased, database, effects))
      effects.log(
        removed === null
          ? `removed    quarantine/${name}`
          : `erased     ${records(removed)} of quarantine/${name}`,
      )
  } finally {
    await database.close()
    await effects.disk.remove(workshop)
  }
}
