import { format } from 'node:util'

const quotes = `"'\`“”‘’`
const opens = new RegExp(`(?<![\\p{L}\\p{N}])[${quotes}]`, 'u')
const closes = new RegExp(`[${quotes}](?!.*[${quotes}])`, 'u')

/** The first line of a message without what it quotes: what a database or a parser could not read may be a cell. */
export function withoutQuoted(message: string): string {
  const [line = ''] = message.split('\n', 1)
  const begin = line.search(opens)
  if (begin < 0) return line
  const rest = line.slice(begin + 1)
  const end = rest.search(closes)
  return `${line.slice(0, begin)}…${end < 0 ? '' : rest.slice(end + 1)}`
}

/** Where it was thrown: what stands in a stack behind the message, and nothing where the message is not found in it. */
function framesOf({ stack = '', message }: Error): string[] {
  const begin = stack.indexOf(message)
  if (begin < 0) return []
  return stack
    .slice(begin + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
}

/** An error that nobody foresaw, for the log: what kind, where it was thrown and by what, and no cell that it quotes. */
export function toldUnforeseen(error: unknown): string {
  if (!(error instanceof Error)) return withoutQuoted(format('%s', error))
  const { name, message, path, cause } = error as NodeJS.ErrnoException
  const place = path === undefined ? '' : ` (${path})`
  const because = cause === undefined ? [] : [`because of ${toldUnforeseen(cause)}`]
  return [`${name}: ${withoutQuoted(message)}${place}`, ...framesOf(error), ...because].join('\n')
}
