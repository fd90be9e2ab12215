/** Reads files away from the page, so that it stays at hand however large they are. */
import { checkFile } from './check-file.ts'
import { parseText } from './parse.ts'
import type { Asked, Said } from './talk.ts'

type Scope = {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage: (said: Said) => void
}
const scope = globalThis as unknown as Scope

const answer = async ({ file, formats, chosen }: Asked): Promise<Said> => {
  const progress = (done: { bytes: number; records: number }) =>
    scope.postMessage({ kind: 'progress', ...done })
  const tools = { parse: parseText, progress, now: () => Date.now() }
  return { kind: 'checked', checked: await checkFile({ file, formats, chosen }, tools) }
}

scope.onmessage = ({ data }) => {
  answer(data).then(scope.postMessage, (error: unknown) =>
    scope.postMessage({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }),
  )
}
