import type { RefusalReason } from '../../../data/contract.ts'
import { isGzip, isOle, isZip } from '../../../data/shared/magic.ts'
import { Refusal } from '../refusal.ts'
import { isSeparator, type MailKind } from './mbox.ts'

const isOutlookData = (start: Uint8Array): boolean =>
  Buffer.from(start.subarray(0, 4)).equals(Buffer.from('!BDN'))
const isUtf16 = (start: Uint8Array): boolean => start[0] === 0xff && start[1] === 0xfe

/** Other files that are taken for mail: why they are refused, and what to do instead. */
const others: readonly (readonly [(start: Uint8Array) => boolean, RefusalReason, message: string])[] = [
  [
    isOle,
    'unreadable',
    'it is an Outlook message (.msg) or another Office file, not mail as text: save the messages as .eml, or export the mailbox as mbox',
  ],
  [
    isOutlookData,
    'unreadable',
    'it is an Outlook data file (.pst or .ost), which only Outlook reads: export the mailbox as mbox, or save its messages as .eml',
  ],
  [isZip, 'unreadable', 'it is a zip archive: unpack it, and drop the mbox or .eml files in it'],
  [isGzip, 'unreadable', 'it is compressed (gzip): unpack it first'],
  [
    isUtf16,
    'encoding',
    'it was saved as UTF-16, which mail never is: export it again as mbox or .eml, without an editor in between',
  ],
]

const headerLine = /^[A-Za-z][\w-]*[ \t]*:/
const wellKnown =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|delivered-to|sender|reply-to|mime-version|content-type)[ \t]*:/i

/** Whether the first lines are those of a message's header; a From_ line before them may stand. */
function beginsWithHeader(start: string): boolean {
  const lines = start.split(/\r?\n/)
  const first = lines.findIndex((line) => !/^>?From /.test(line))
  const blank = lines.indexOf('', first)
  const header = lines.slice(first, blank < 0 ? undefined : blank)
  return headerLine.test(header[0] ?? '') && header.some((line) => wellKnown.test(line))
}

/**
 * Whether a file is an mbox or one message, by its first bytes and its name: an .eml file is one message whatever its
 * body looks like. Throws `Refusal` where it is empty or no mail.
 */
export function mailKindOf(start: Uint8Array, name: string): MailKind {
  const other = others.find(([is]) => is(start))
  if (other) throw new Refusal(other[1], other[2])
  const text = Buffer.from(start)
    .toString('latin1')
    .replace(/^(?:\xEF\xBB\xBF)?[\r\n]*/, '')
  if (text.trim() === '')
    throw new Refusal(
      'empty',
      'it holds no message: export the mailbox again, and check that the folder has mail',
    )
  const isMbox = /^From /.test(text) && !name.toLowerCase().endsWith('.eml')
  if (isMbox && isSeparator(text.split('\n', 1)[0] ?? '', true)) return 'mbox'
  if (!beginsWithHeader(text)) {
    throw text.includes('\0')
      ? new Refusal(
          'encoding',
          'it holds binary data, not mail: export the mailbox as mbox, or messages as .eml',
        )
      : new Refusal(
          'unreadable',
          'it does not begin as mail does, with lines such as "From:" and "Date:". Export the mailbox as mbox or its messages as .eml; a table of messages (CSV) needs a source with format: table and entity: message',
        )
  }
  return isMbox ? 'mbox' : 'eml'
}
