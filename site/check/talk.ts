/** What the page and its worker say to each other. */
import type { FormatsFile } from '../../data/contract.ts'
import type { Progress } from './read-file.ts'
import type { Checked } from './verdict.ts'

export type Asked = { file: File; formats: FormatsFile; chosen: string | null }
export type Said =
  | ({ kind: 'progress' } & Progress)
  | { kind: 'checked'; checked: Checked }
  | { kind: 'failed'; words: string }

/** One file after the other is given to a reader, which may be stopped at any time. */
export type Reader = {
  read: (asked: Asked, onProgress: (progress: Progress) => void) => Promise<Checked>
  /** Ends what is read now: its promise is never kept. */
  stop: () => void
}

/** A reader by workers that `start` makes: one until it is stopped. */
export const readerBy = (start: () => Worker): Reader => {
  let worker: Worker | null = null
  const read: Reader['read'] = (asked, onProgress) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      worker.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.kind === 'progress') onProgress(data)
        else if (data.kind === 'checked') resolve(data.checked)
        else reject(new Error(data.words))
      }
      worker.onerror = () => {
        worker = null
        reject(new Error('the part of this page that reads files could not be started'))
      }
      worker.postMessage(asked)
    })
  const stop = (): void => {
    worker?.terminate()
    worker = null
  }
  return { read, stop }
}
