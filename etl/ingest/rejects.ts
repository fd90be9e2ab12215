import { join } from 'node:path'

/**
 * What the records of a landed file hold that were set aside for their shape (`record`, `cells` as JSON): in
 * quarantine/, since it may hold what is never landed.
 */
export const rejectsOf = (installation: string, sha256: string): string =>
  join(installation, 'quarantine', 'rows', `${sha256}.parquet`)
