import { join } from 'node:path'
import { readGone } from '../ingest/gone.ts'
import { type LandedReceipt, landedReceipt } from '../ingest/landed.ts'
import { namesIn, readJson } from './files.ts'

/** What stands in landed/, whole or not. */
export interface LandedFolder {
  /** Of files that are there whole. */
  readonly receipts: readonly LandedReceipt[]
  /** Receipts that are there and cannot be read, by file name. */
  readonly damaged: readonly string[]
  /** Receipts without their Parquet. */
  readonly withoutParquet: readonly LandedReceipt[]
  /** Parquet files without their receipt, by file name. */
  readonly withoutReceipt: readonly string[]
  /** Sources of which files were removed since they were too old. */
  readonly expired: ReadonlySet<string>
}

const parquetOf = (name: string): string => name.replace(/json$/, 'parquet')
const receiptOf = (name: string): string => name.replace(/parquet$/, 'json')

export async function readLandedFolder(dir: string): Promise<LandedFolder> {
  const folder = join(dir, 'landed')
  const names = await namesIn(folder)
  const found: { name: string; receipt: LandedReceipt | null }[] = []
  for (const name of names.filter((each) => each.endsWith('.json')))
    found.push({ name, receipt: (await readJson(join(folder, name), landedReceipt)).content })
  const isWhole = ({ name }: { name: string }): boolean => names.includes(parquetOf(name))
  const receiptsOf = (some: typeof found) => some.flatMap(({ receipt }) => (receipt ? [receipt] : []))
  const gone = await readGone(folder)
  return {
    receipts: receiptsOf(found.filter(isWhole)),
    damaged: found.filter(({ receipt }) => receipt === null).map(({ name }) => name),
    withoutParquet: receiptsOf(found.filter((one) => !isWhole(one))),
    withoutReceipt: names.filter((name) => name.endsWith('.parquet') && !names.includes(receiptOf(name))),
    expired: new Set([...gone.values()].map(({ source }) => source)),
  }
}
