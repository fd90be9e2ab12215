import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { mailKindOf } from './mail-kind.ts'
import { blankMessage, type MessageRow, messageRow } from './mail-row.ts'
import { messagesIn } from './mbox.ts'
import type { RowFile } from './row-file.ts'

const bytesToJudgeBy = 1 << 16
const rowsInBatch = 256

export const mailHeader: MessageRow = [
  'message_id',
  'in_reply_to',
  'references',
  'at',
  'from',
  'to',
  'is_automatic',
  'subject',
  'description',
]

/** The row of every message that is larger than the cap: known by being this very array. It says nothing. */
export const tooLargeMessage: MessageRow = [...blankMessage]

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytesToJudgeBy), 0, bytesToJudgeBy, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* batchesOf(path: string, name: string): AsyncGenerator<MessageRow[]> {
  const kind = mailKindOf(await startOf(path), name)
  const chunks = createReadStream(path, { highWaterMark: 1 << 20 })
  let batch: MessageRow[] = [mailHeader]
  let messages = 0
  for await (const message of messagesIn(chunks, kind)) {
    messages++
    // one at a time: the parser gains nothing from several, and a group of large messages would have to be held
    batch.push(message ? await messageRow(message) : tooLargeMessage)
    if (batch.length < rowsInBatch) continue
    yield batch
    batch = []
  }
  if (messages === 0) throw new Refusal('empty', 'it holds no message: export the mailbox again')
  yield batch
}

/**
 * An mbox or .eml file as rows, one a message in the file's order: `mailHeader`, then cells that are empty where the
 * message does not say. `at` is an ISO instant in UTC; `description` the text of the message, at most 100,000 characters.
 * A message that cannot be read is a row of empty cells, one above the cap is `tooLargeMessage`. Each message names its own
 * encoding, so that of the file is "mime". Throws `Refusal` where the file holds no message or is no mail.
 */
export const readMail = (path: string, name: string): RowFile => ({
  batches: batchesOf(path, name),
  encoding: () => 'mime',
})
