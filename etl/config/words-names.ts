import { didYouMean } from '../../data/shared/near.ts'
import { telephone } from '../../data/shared/telephone.ts'
import type { Settings } from './settings.ts'

/** What a name in braces stands for. */
export interface Name {
  /** The setting it comes from, as people write it: `institution.contact.service_desk_phone` */
  readonly setting: string
  /** In words; null where the setting is empty. */
  readonly text: string | null
  /** Where a link on it leads; null where it leads nowhere. */
  readonly link: string | null
}

/** Every name that words may hold, by what stands between its braces. */
export type Names = ReadonlyMap<string, Name>

/** A name in braces as it stands in a text; `isOptional` where it is written `{name?}`. */
export interface Use {
  readonly name: string
  readonly isOptional: boolean
  readonly offset: number
  readonly length: number
}

const inOneLine = (value: string | null | undefined): string | null =>
  value?.replace(/\s+/g, ' ').trim() || null

/** The names of an institution. Live chat is named without a link where it has no address (config.yaml says so). */
export function namesOf({ name, department, contact, ticket_number }: Settings['institution']): Names {
  const entry = (key: string, setting: string, value: string | null | undefined, link?: string | null) =>
    [key, { setting: `institution.${setting}`, text: inOneLine(value), link: link ?? null }] as const
  const { service_desk_phone: phone, live_chat_url: chat, read_more_url: more } = contact
  return new Map<string, Name>([
    entry('institution', 'name', name),
    entry('department', 'department', department),
    entry(
      'escalations_email',
      'contact.escalations_email',
      contact.escalations_email,
      `mailto:${contact.escalations_email}`,
    ),
    entry('service_desk_phone', 'contact.service_desk_phone', phone, phone ? telephone(phone) : null),
    entry('service_desk_hours', 'contact.service_desk_hours', contact.service_desk_hours),
    entry('live_chat', 'contact.live_chat_url', 'live chat', chat),
    entry('live_chat_url', 'contact.live_chat_url', chat, chat),
    entry('read_more_url', 'contact.read_more_url', more, more),
    entry('ticket_example', 'ticket_number.example', ticket_number.example),
  ])
}

/** Everything in braces, those of ordinary braces (with a backslash before them) among it. */
const bracesIn = (text: string): (Use & { isOrdinary: boolean })[] =>
  [...text.matchAll(/(\\?)\{([A-Za-z][\w -]*)(\??)\}/g)].map(
    ({ 0: whole, 1: backslash, 2: name = '', 3: mark, index }) => ({
      name,
      isOptional: mark === '?',
      isOrdinary: backslash !== '',
      offset: index,
      length: whole.length,
    }),
  )

/** Every name in braces of a text. A backslash before the brace makes it an ordinary one. */
export const usesIn = (text: string): Use[] => bracesIn(text).filter(({ isOrdinary }) => !isOrdinary)

/** Whether it is empty; live chat that has no address is named all the same, unless it is optional. */
export const isEmpty = ({ name, isOptional }: Use, names: Names): boolean =>
  names.get(name)?.text === null || (isOptional && name === 'live_chat' && names.get(name)?.link === null)

/** What is wrong with a name in braces, and what to write; null where it is fine. */
export function problemOf(use: Use, names: Names, mayBeLeftOut: boolean): string | null {
  const { name, isOptional } = use
  const known = names.get(name)
  if (known === undefined) {
    const meant = didYouMean(name, names.keys()) || ` Known here: ${[...names.keys()].join(', ')}.`
    return `unknown name {${name}}.${meant} Ordinary braces are written \\{ and }`
  }
  if (isOptional) return mayBeLeftOut ? null : `{${name}?} can be left out in pages only. Write {${name}}`
  if (!isEmpty(use, names)) return null
  const orLeftOut = mayBeLeftOut ? `, or write {${name}?}: then its paragraph is left out` : ''
  return `{${name}} is empty. Fill in ${known.setting} in config.yaml, take the name out here${orLeftOut}`
}

/** Puts in what the names stand for, as `write` says for each, and for ordinary braces what `ordinary` says. */
export function fill(text: string, write: (use: Use) => string, ordinary: (use: Use) => string): string {
  let filled = ''
  let from = 0
  for (const { isOrdinary, ...use } of bracesIn(text)) {
    filled += text.slice(from, use.offset) + (isOrdinary ? ordinary(use) : write(use))
    from = use.offset + use.length
  }
  return filled + text.slice(from)
}

/** A text that is no Markdown, with its names filled in. */
export const fillPlain = (text: string, names: Names): string =>
  fill(
    text,
    ({ name }) => names.get(name)?.text ?? '',
    ({ offset, length }) => text.slice(offset + 1, offset + length),
  )
