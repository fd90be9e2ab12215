/** Files that somebody drops on the page that checks them. */
import { hostileTexts } from './texts.ts'
import type { GivenFile } from './use.ts'

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
const named = (name: string, content: string | Buffer): GivenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})

const head = ['id', 'at', 'order', 'status', 'owner', 'actor', 'opened', 'service']

/** A row whose every cell is a text, one of sound times, and a file of a name like it and of headers like it. */
export const hostileFiles = (): GivenFile[] => {
  const texts = [...hostileTexts.values()]
  const rows = texts.flatMap((text) => [
    line(head.map(() => text)),
    line([text, '2026-03-02T09:00', '1', text, text, text, '2026-03-02T09:00', text]),
  ])
  const odd = texts.filter((text) => text.length < 100)
  return [
    named('log every.csv', line(head) + rows.join('')),
    named('log headers.csv', line([...head, ...texts]) + line([...head, ...texts].map(() => 'x'))),
    named('no source.csv', line(texts) + line(texts)),
    named('log nothing\0.csv', Buffer.from('id,at\0\n\0\0\0,1\n')),
    named('log surrogate.csv', Buffer.from('\ufeffid,at,\ud83d\nT\udc00,2026-03-02T09:00,x\n', 'utf16le')),
    ...odd.map((text, index) => named(`log ${text} ${index}.csv`, line(head) + line(head.map(() => text)))),
  ]
}
