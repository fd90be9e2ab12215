import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Effects, jsonText, replace } from '../effects.ts'
import { namesIn } from './folder.ts'

/** What is known of a landed file, beside its Parquet. */
export const landedReceipt = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  source: z.string(),
  format: z.string(),
  encoding: z.string(),
  records: z.int().nonnegative(),
  /** How it was read; another mapping reads it anew. */
  reading: z.string(),
  /** Canonical columns that it brought. */
  columns: z.array(z.string()),
  /** Headers that no canonical column uses. */
  unused: z.array(z.string()),
  /** The names it came under. */
  names: z.array(z.string()).min(1),
  /** The earliest export time it came with: counts for changes between exports. */
  exported_at: z.iso.datetime(),
  /** The latest: up to when its source knows its items. */
  known_at: z.iso.datetime(),
  /** When it was landed for the first time; missing in receipts of before that was kept. */
  landed_at: z.iso.datetime().optional(),
  /** Every export time that the same bytes came with, in order. */
  export_times: z.array(z.iso.datetime()).min(1),
  /** Which erased persons it is without, as a fingerprint; missing where there were none. */
  erased: z.string().optional(),
})
export type LandedReceipt = z.infer<typeof landedReceipt>

/** The export times of a receipt, from all that its bytes came with. */
export function exportTimes(
  times: readonly string[],
): Pick<LandedReceipt, 'exported_at' | 'known_at' | 'export_times'> {
  const sorted = [...new Set(times)].sort()
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('a landed file has an export time')
  return { exported_at: first, known_at: last, export_times: sorted }
}

/** Since when records of a file are set aside, as an ISO instant: a file that is read anew grows no younger. */
export const setAsideAt = ({ landed_at, exported_at }: LandedReceipt): string => landed_at ?? exported_at

export const parquetOf = (landed: string, sha256: string): string => join(landed, `${sha256}.parquet`)
export const receiptOf = (landed: string, sha256: string): string => join(landed, `${sha256}.json`)

/** What was landed before cannot be told from its receipt; the message says what to do. */
export class DamagedReceipt extends Error {}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The receipts of all landed files. One without its Parquet, or the other way round, is what a killed run left. */
export async function readLanded(landed: string): Promise<LandedReceipt[]> {
  const names = await namesIn(landed)
  const receipts = names
    .filter((name) => name.endsWith('.json') && names.includes(name.replace(/json$/, 'parquet')))
    .sort()
  return Promise.all(
    receipts.map(async (name) => {
      const parsed = landedReceipt.safeParse(jsonOf(await readFile(join(landed, name), 'utf8')))
      if (!parsed.success)
        throw new DamagedReceipt(
          `landed/${name} is damaged or not a receipt of this version: restore it from a back-up, or remove it and its .parquet and put the export into inbox/ again`,
        )
      return parsed.data
    }),
  )
}

export async function writeReceipt(landed: string, receipt: LandedReceipt, effects: Effects): Promise<void> {
  const path = receiptOf(landed, receipt.sha256)
  await replace(effects.disk, path, jsonText(receipt), 0o600)
}
