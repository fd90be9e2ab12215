import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { RefusalReason } from '../../../data/contract.ts'
import { Refusal } from '../refusal.ts'
import type { RowFile } from './row-file.ts'

export interface SpreadsheetJob {
  readonly path: string
  /** Name of the sheet, in any case; null for the only one that holds anything. */
  readonly sheet: string | null
  /** As Excel counts rows, from 1, blank ones too. */
  readonly headerRow: number
  /** What the workbook may unpack to. */
  readonly mostBytes: number
}

export type SpreadsheetMessage =
  | { readonly batch: readonly (readonly string[])[] }
  | {
      readonly refusal: {
        readonly reason: RefusalReason
        readonly message: string
        readonly record: number | null
      }
    }
  | { readonly isDone: true }

const mostUnpackedBytes = 512 * 2 ** 20
/** What the reader of a workbook may hold, beside the unpacked bytes. */
const mostHeapMegabytes = 3_072

const tooLarge = () =>
  new Refusal(
    'too_large',
    'it takes more memory than a spreadsheet of records does: clear stray cells far to the right or below, or export it as CSV',
  )

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

async function* messages(worker: Worker): AsyncGenerator<SpreadsheetMessage> {
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] }))
      yield message as SpreadsheetMessage
  } catch (error) {
    if (isOutOfMemory(error)) throw tooLarge()
    throw new Refusal(
      'unreadable',
      'its workbook cannot be read: open it in Excel and save it again as .xlsx',
    )
  } finally {
    await worker.terminate()
  }
}

/**
 * A sheet of an .xlsx workbook as rows from its header row on. Blank rows are no records. Dates come as ISO wall times
 * (`2026-03-02 09:05:00`, `2026-03-02`, `09:05:00`), numbers as their digits, formulas as their last value, errors
 * such as #N/A as nothing; of merged cells the first has the value. The library holds a whole workbook in memory, and a
 * crafted one can make it hold far more than the file, so it works in a thread whose memory is bounded.
 */
export function readSpreadsheet(
  path: string,
  { sheet, headerRow }: Pick<SpreadsheetJob, 'sheet' | 'headerRow'>,
  { mostBytes = mostUnpackedBytes, heapMegabytes = mostHeapMegabytes } = {},
): RowFile {
  async function* batches(): AsyncGenerator<readonly (readonly string[])[]> {
    const job: SpreadsheetJob = { path, sheet, headerRow, mostBytes }
    const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    })
    for await (const message of messages(worker)) {
      if ('isDone' in message) return
      if ('refusal' in message) {
        const { reason, message: words, record } = message.refusal
        throw new Refusal(reason, words, record)
      }
      yield message.batch
    }
    throw new Refusal('unreadable', 'reading its workbook stopped half-way: try again, or export it as CSV')
  }
  return { batches: batches(), encoding: () => 'xlsx' }
}
