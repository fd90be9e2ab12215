/** What the intake form asks, as its message tells it. A field that is missing, or says something else, is null. */
export interface Request {
  /** Ticket numbers as they were written. */
  readonly tickets: readonly string[]
  readonly reason: (typeof requestWords.reason)[number] | null
  readonly impact: (typeof requestWords.impact)[number] | null
  readonly wanted: (typeof requestWords.wanted)[number] | null
  /** ISO day */
  readonly needed_by: string | null
  readonly has_happened_before: boolean | null
  /** How a matter without a ticket was reported: the requester's own words. */
  readonly reported_as: string | null
}

/** The answers that the form offers. */
export const requestWords = {
  reason: ['speed', 'quality', 'impact', 'several'],
  impact: ['teaching', 'research', 'service_to_students', 'administration', 'other'],
  wanted: ['fix', 'workaround', 'information', 'call_back', 'other'],
} as const

const names = [
  'Tickets',
  'Reason',
  'Impact',
  'Wanted',
  'Needed by',
  'Happened before',
  'Reported as',
] as const

/** Mail programs turn "--" into one dash. */
const dashes = '[-\\u2010-\\u2015\\u2212]{1,2}'
const anyName = `(${names.join('|').replaceAll(' ', '\\s*')})[ \\t]*:`
const mark = `${dashes}\\s*escalation\\s+request\\s+1(?!\\d)`
/** At the beginning of a line, or within one where a field follows: some programs join the lines of a text. */
const begins = new RegExp(`^[ \\t]*${mark}|[ \\t]${mark}(?=\\s+${anyName})`, 'im')
const ends = new RegExp(
  [
    `^[ \\t]*${dashes}\\s*end[ \\t]*$`,
    '[ \\t](?:--|\\u2014)[ \\t]*end\\b',
    '[ \\t]\\u2013[ \\t]*end[ \\t]*$',
  ].join('|'),
  'im',
)
const fieldName = new RegExp(`(?:^|[ \\t])${anyName}`, 'gim')
/** A field of a later form: it ends the one before it. The first word of a link is none. */
const otherField = /^[a-z][a-z ]{0,30}:(?!\/\/)/i

/** A body with blanks that are blanks, "\n" as line end, and without what it quotes. */
const own = (body: string): string =>
  body
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !/^[ \t]*>/.test(line))
    .join('\n')

/** The text between the first mark and its end; without an end, up to the first blank line. */
function blockOf(text: string): string | null {
  const start = begins.exec(text)
  if (!start) return null
  const rest = text.slice(start.index + start[0].length).trimStart()
  const next = begins.exec(rest)?.index ?? rest.length
  const end = ends.exec(rest)?.index ?? rest.length
  if (end < next) return rest.slice(0, end)
  return rest.slice(0, next).split(/\n[ \t]*\n/, 1)[0] ?? ''
}

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The first value of each field, by its folded name; a value runs on over lines until another field begins. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let name = ''
  const parted = block.replace(fieldName, (_, field: string) => `\n${field.replace(/\s+/g, ' ')}:`)
  for (const line of parted.split('\n')) {
    const colon = otherField.test(line) ? line.indexOf(':') : -1
    if (colon >= 0) name = found.has(fold(line.slice(0, colon))) ? '' : fold(line.slice(0, colon))
    const value = line.slice(colon + 1).replace(/\s+/g, ' ')
    if (name) found.set(name, `${found.get(name) ?? ''} ${value.trim()}`.trim())
  }
  return found
}

/** The offered answer that a person's words mean: "A call back." is call_back. */
function answer<const Word extends string>(words: readonly Word[], value = ''): Word | null {
  const said = fold(value.trim().replace(/^(?:an?|the)\s+/i, ''))
  return words.find((word) => fold(word) === said) ?? null
}

function isoDay(value = ''): string | null {
  const [day, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim().replace(/\.$/, '')) ?? []
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  return day && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(date) ? day : null
}

/**
 * Reads back the block that the intake form writes into a message:
 *
 *     -- escalation request 1
 *     Tickets: INC0123456, INC0123457
 *     Reason: speed
 *     Impact: service to students
 *     Wanted: a call back
 *     Needed by: 2026-11-30
 *     Happened before: yes
 *     Reported as: by phone on Monday
 *     -- end
 *
 * Grammar: block = mark, { field }, end. Mark is the first line, 1 the version. Field = name ":" value, names in any case
 * and order, the first of equals counts, unknown ones are passed over; a value runs on over lines. End may be missing: then
 * the block ends at the first blank line after its fields began. Blanks, line ends and dashes may be what mail programs
 * make of them. Lines that begin with ">" are quoted: a reply that only quotes a block makes no request. Null where there
 * is no block.
 */
export function readRequest(body: string): Request | null {
  const block = blockOf(own(body))
  if (block === null) return null
  const fields = fieldsOf(block)
  const happened = answer(['yes', 'no'], fields.get('happenedbefore'))
  return {
    tickets: (fields.get('tickets') ?? '')
      .split(/[,;]/)
      .map((one) => one.trim())
      .filter(Boolean),
    reason: answer(requestWords.reason, fields.get('reason')),
    impact: answer(requestWords.impact, fields.get('impact')),
    wanted: answer(requestWords.wanted, fields.get('wanted')),
    needed_by: isoDay(fields.get('neededby')),
    has_happened_before: happened && happened === 'yes',
    reported_as: fields.get('reportedas') || null,
  }
}

/** By which route a message came that asks for something: written with the form, or plainly to the mailbox. */
export const routeOf = (request: Request | null): 'form' | 'mailbox' => (request ? 'form' : 'mailbox')
