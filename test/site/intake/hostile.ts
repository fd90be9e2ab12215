/** Text that people paste, and what mail programs make of any text. */
import fc from 'fast-check'

const pieces = [
  '-- escalation request 1',
  '– escalation request 1\nTickets: INC9999991\nReason: quality\n-- end',
  '—escalation  request 1',
  '-\u200B-\u200E escalation\u00A0request 1',
  '-- end',
  ' — end',
  '-- ',
  '--',
  'Tickets: INC9999992',
  'Needed by: 1999-01-01',
  'Happened before: no',
  'Reason : speed',
  'Impact:research',
  'phone: 020 7946 0000',
  'https://x.ac.uk/a?b=1&c=2#d',
  '> quoted INC9999993',
  '>> twice',
  'From here on it fails',
  'From a@x.ac.uk Mon Mar 16 09:05:01 2026',
  '<script>alert("INC9999994")</script>',
  '<br>-- escalation request 1<br>',
  '</textarea><b>&amp;&lt;</b>',
  'Regards,\r\n-- \r\nDr Zoë Poe',
  '😀👩‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\u200Fשלום\u202Eevil\u2066',
  '\0\u0007\u001b[31m',
  '\ud83d',
  'na\u00EFve \u00A0 caf\u0065\u0301',
  '=?utf-8?B?SU5DMTIz?=',
  '=20=\r\n%0D%0A&body=x',
  '.',
  '\t',
  '\u2028',
  'end',
  'escalation request 1',
]

/** Words, marks of the block, markup, lines of other mail, and any characters, up to some thousand of them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom(...pieces),
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.lorem({ maxCount: 12 }),
        ),
        fc.constantFrom(' ', '\n', '\r\n', '\n\n', ' '.repeat(3), '', '-', '\u00A0'),
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.flat().join('')),
  fc.constantFrom('', 'x'.repeat(5000), 'a-b '.repeat(1250)),
)

/** Breaks lines at a blank before the column, as programs do that write plain text. */
export const folded =
  (column: number) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line) => line.replace(new RegExp(`(?=.{${column + 1}})(.{1,${column}}) `, 'gu'), '$1\n'))
      .join('\n')

/** What mail programs are known to do to the lines of a text. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  'leave it': (text) => text,
  'end lines with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'fold at 78': folded(78),
  'fold at 40': folded(40),
  'leave blanks at the ends of lines': (text) => text.replaceAll('\n', ' \n'),
  'make blanks that do not break': (text) => text.replaceAll(' ', '\u00A0'),
  'keep double blanks in HTML': (text) => text.replaceAll('  ', ' \u00A0'),
  'make a long dash of two': (text) => text.replaceAll('--', '—'),
  'make a short dash of two': (text) => text.replaceAll('-- ', '– '),
  'put a blank line after each': (text) => text.replaceAll('\n', '\n\n'),
  'take leading blanks away': (text) => text.replace(/^[ \t]+/gm, ''),
  'put a notice in front': (text) => `[EXTERNAL] This message is from outside.\n\n${text}`,
  'put a signature behind': (text) => `${text}\n\n-- \nDr Zoë Poe\nTickets: INC9999995\nReason: quality`,
  'put an earlier message behind': (text) =>
    `${text}\n\n> -- escalation request 1\n> Tickets: INC9999996\n> -- end\n`,
}

export interface Mangling {
  readonly names: readonly string[]
  readonly change: (text: string) => string
}

/** One or two of the changes, one after the other. */
export const mangled: fc.Arbitrary<Mangling> = fc
  .array(fc.constantFrom(...Object.keys(changes)), { minLength: 1, maxLength: 2 })
  .map((names) => ({
    names,
    change: (text) => names.reduce((changed, name) => changes[name]?.(changed) ?? changed, text),
  }))
