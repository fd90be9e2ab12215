/** An mbox holds any number of messages, an .eml file is one. */
export type MailKind = 'mbox' | 'eml'

/** The bytes of one message; null where it is larger than the cap and was not kept. */
export type RawMessage = Buffer | null

/** A message larger than this is counted and not read: 25 MiB. */
export const mostBytesInMessage = 25 << 20
/** Lines of mail are at most this long without their end (RFC 5322, 2.1.1). A longer one separates nothing. */
const longestSeparator = 998

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
/**
 * `From sender date`, where the date has a weekday, a day, a time with seconds and a year. Writers differ in their order:
 * `Mon Mar  2 09:00:00 2026` (most), `Mon Mar 2 2026 09:00:00` (Thunderbird's export), `Mon Mar 02 09:00:00 +0000 2026`
 * (Gmail), `Mon, 2 Mar 2026 09:00:00`; the sender may be `-` or missing. Prose that begins with "From" has no such date.
 */
const dated = new RegExp(
  `^From +(?:\\S+ +)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:${month} +\\d{1,2}|\\d{1,2} +${month}) +(?=.*\\b(?:19|20)\\d\\d\\b).*?\\b\\d{1,2}:\\d\\d:\\d\\d\\b`,
)
/** Older Thunderbirds write no date at all. */
const undated = /^From -\s*$/

/** Whether a line separates the messages of an mbox. One without a date does only after a blank line. */
export const isSeparator = (line: string, isAfterBlankLine: boolean): boolean =>
  line.length <= longestSeparator && (dated.test(line) || (isAfterBlankLine && undated.test(line)))

/** Whether the line before `start` is blank, or there is none. */
const isAfterBlank = (text: Buffer, start: number): boolean =>
  text[start - 2] === 10 || (text[start - 2] === 13 && text[start - 3] === 10)

/**
 * Takes one ">" from lines such as ">From" and ">>From", as mboxrd has it. mboxo writes the first alike and leaves the
 * second alone, which no reader can tell: a reply that quotes "From" with two marks loses one of them.
 */
const withoutMarks = (message: Buffer): Buffer =>
  message.includes('>From ')
    ? Buffer.from(message.toString('latin1').replace(/(^|\n)>(>*From )/g, '$1$2'), 'latin1')
    : message

/** A message as it grows; what lies beyond the cap is not held. */
class Growing {
  #pieces: Buffer[] = []
  #bytes = 0

  add(piece: Buffer): void {
    this.#bytes += piece.length
    if (this.#bytes > mostBytesInMessage) this.#pieces = []
    else this.#pieces.push(piece)
  }

  whole(): RawMessage {
    return this.#bytes > mostBytesInMessage ? null : Buffer.concat(this.#pieces)
  }
}

/** The blank line at the end of a message belongs to the mbox. */
function withoutLastBlank(message: Buffer): Buffer {
  const end = message.length
  if (message[end - 1] !== 10 || !isAfterBlank(message, end)) return message
  return message.subarray(0, message[end - 2] === 13 ? end - 2 : end - 1)
}

/**
 * Splits an mbox by its From_ lines alone, and so counts messages independently of the parser that reads them. A line
 * separates by its date, and not by "From " at its start: tools that do not escape that in bodies are common, and so are
 * tools that leave out the blank line before a separator, where asking for it would swallow the message that follows. The
 * price is that a body which quotes a From_ line, date and all and unescaped, is cut there. What stands before the first
 * separator is a message too, so that nothing is lost.
 */
export class MboxSplitter {
  /** A few bytes that are handed on already, to look back at, and what may be the start of a separator. */
  #text: Buffer = Buffer.from('\n\n')
  #from = 2
  #message: Growing | null = null

  /** Reads the next bytes; returns the messages that end in them. */
  read(bytes: Uint8Array): RawMessage[] {
    const text = Buffer.concat([this.#text, bytes])
    const lineStart = text.lastIndexOf(10) + 1
    const isHeld = text.length - lineStart <= longestSeparator
    return this.#scan(text, isHeld ? Math.max(lineStart, this.#from) : text.length)
  }

  /** The bytes have ended; returns the last message. */
  finish(): RawMessage[] {
    return [...this.#scan(this.#text, this.#text.length), ...this.#take()]
  }

  #scan(text: Buffer, end: number): RawMessage[] {
    const ended: RawMessage[] = []
    let from = this.#from
    let at = text.indexOf('\nFrom ', from - 1)
    while (at >= 0 && at + 1 < end) {
      const start = at + 1
      const lineEnd = text.indexOf(10, start)
      const stop = lineEnd < 0 ? text.length : lineEnd
      if (isSeparator(text.toString('latin1', start, stop), isAfterBlank(text, start))) {
        this.#add(text.subarray(from, start))
        ended.push(...this.#take())
        this.#message = new Growing()
        from = Math.min(stop + 1, text.length)
      }
      at = text.indexOf('\nFrom ', stop)
    }
    this.#add(text.subarray(from, end))
    const context = Math.max(0, end - 3)
    this.#text = text.subarray(context)
    this.#from = end - context
    return ended
  }

  #add(piece: Buffer): void {
    const start = this.#message ? 0 : piece.findIndex((byte) => byte !== 10 && byte !== 13)
    if (start < 0 || piece.length === 0) return
    this.#message ??= new Growing()
    this.#message.add(piece.subarray(start))
  }

  #take(): RawMessage[] {
    if (!this.#message) return []
    const message = this.#message.whole()
    this.#message = null
    return [message && withoutMarks(withoutLastBlank(message))]
  }
}

/** The messages of a file in their order, each as its bytes: of an mbox any number, of an .eml file one. */
export async function* messagesIn(
  chunks: AsyncIterable<Uint8Array>,
  kind: MailKind,
): AsyncGenerator<RawMessage> {
  if (kind === 'mbox') {
    const splitter = new MboxSplitter()
    for await (const bytes of chunks) yield* splitter.read(bytes)
    yield* splitter.finish()
  } else {
    const message = new Growing()
    for await (const bytes of chunks) message.add(Buffer.from(bytes))
    yield message.whole()
  }
}
