import { join } from 'node:path'
import { Database } from '../../db/database.ts'
import type { Effects } from '../../effects.ts'
import type { LandedReceipt } from '../../ingest/landed.ts'
import { parquetOf } from '../../ingest/landed.ts'
import { count, visible } from '../../inspect/text.ts'
import { namesIn } from '../files.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import { rowsOf } from '../parquet.ts'
import type { Patient } from '../patient.ts'
import { listed } from '../words.ts'

const shortOf = (sha256: string): string => `${sha256.slice(0, 8)}…`
const nameOf = ({ sha256, names }: LandedReceipt): string => `${shortOf(sha256)} (${visible(names[0] ?? '')})`

const restored = 'Restore them from a back-up'
/** What to do about landed files that are broken, by whether the inbox still has their exports. */
function mend(broken: readonly LandedReceipt[], { inbox, dir }: Patient): string {
  const lie = new Set(inbox.map(({ name }) => name))
  const areThere = broken.every(({ names }) => names.some((name) => lie.has(name)))
  const landed = join(dir, 'landed')
  return areThere
    ? `Remove their .json and .parquet from ${landed}: the next night reads the exports in inbox/ again`
    : `${restored}, or remove their .json and .parquet from ${landed} and put the exports into inbox/ again`
}

async function unlike(patient: Patient, effects: Effects): Promise<LandedReceipt[]> {
  const { dir, landed } = patient
  const folder = join(dir, 'landed')
  const database = await Database.open(':memory:', [folder])
  const broken: LandedReceipt[] = []
  try {
    for (const receipt of landed.receipts) {
      effects.progress(`reading landed/${shortOf(receipt.sha256)}`)
      const rows = await rowsOf(parquetOf(folder, receipt.sha256), database)
      if (rows !== receipt.records) broken.push(receipt)
    }
  } finally {
    await database.close()
  }
  return broken
}

function halves({ landed }: Patient): Finding[] {
  const { withoutParquet, withoutReceipt } = landed
  return [
    ...(withoutParquet.length > 0
      ? [
          toDo(
            `${count(withoutParquet.length, 'landed file')} gone, of which the receipt is there: ${listed(withoutParquet.map(nameOf))}`,
            `${restored}, or put the exports into inbox/ again`,
          ),
        ]
      : []),
    ...(withoutReceipt.length > 0
      ? [
          note(
            `${count(withoutReceipt.length, 'landed file')} without a receipt, which no night reads: ${listed(withoutReceipt.map((name) => shortOf(name)))}`,
            'Where its export is not in inbox/ any more, restore the receipt from a back-up before the next night, which removes the file',
          ),
        ]
      : []),
  ]
}

/** Whether every landed file is there with its receipt, can be read to its end, and holds the records that were landed. */
export async function lookAtLanded(patient: Patient, effects: Effects): Promise<Finding[]> {
  const { dir, landed } = patient
  await namesIn(join(dir, 'landed'))
  const broken = await unlike(patient, effects)
  const faults = [
    ...(landed.damaged.length > 0
      ? [
          stopping(
            `${count(landed.damaged.length, 'receipt')} in landed/ cannot be read: ${listed(landed.damaged.map(shortOf))}`,
            `${restored}, or remove them and their .parquet and put the exports into inbox/ again`,
          ),
        ]
      : []),
    ...(broken.length > 0
      ? [
          stopping(
            `${count(broken.length, 'landed file')} damaged: ${listed(broken.map(nameOf))}`,
            mend(broken, patient),
          ),
        ]
      : []),
    ...halves(patient),
  ]
  const records = landed.receipts.reduce((sum, receipt) => sum + receipt.records, 0)
  const whole = well(
    `${count(landed.receipts.length, 'landed file')} with ${count(records, 'record')}, each whole and with its receipt`,
  )
  return faults.length > 0 ? faults : [whole]
}
