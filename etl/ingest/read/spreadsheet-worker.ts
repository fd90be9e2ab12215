import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'
import { chooseSheet, rowsOf } from './sheet.ts'
import type { SpreadsheetJob, SpreadsheetMessage } from './spreadsheet.ts'
import { readWorkbook } from './workbook.ts'

const rowsInBatch = 2_000

// The library cuts its text into pieces by how long the last one took, ever shorter ones on a slow machine, until it
// runs out of stack. Nothing else in this thread asks for the time.
Date.now = () => 0

const send = (message: SpreadsheetMessage): void => parentPort?.postMessage(message)

async function read({ path, sheet, headerRow, mostBytes }: SpreadsheetJob): Promise<void> {
  const rows = rowsOf(chooseSheet(await readWorkbook(path, mostBytes), sheet), headerRow)
  for (let batch = next(rows); batch.length > 0; batch = next(rows)) send({ batch })
  send({ isDone: true })
}

function next(rows: Generator<string[]>): string[][] {
  const batch: string[][] = []
  for (let row = rows.next(); !row.done; row = rows.next()) {
    batch.push(row.value)
    if (batch.length === rowsInBatch) break
  }
  return batch
}

read(workerData as SpreadsheetJob).catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error
  send({ refusal: { reason: error.reason, message: error.message, record: error.record } })
})
