/** Words that nobody writes, one for each cell that holds something of a person, so that whatever leaks says whose it was. */

/** What a cell holds, which says where it may be met again. */
export const kinds = {
  /** Who asks, watches, reports or is written to: kept as a key. */
  requester: 'a',
  /** Who wrote a change: kept as a key. */
  actor: 'b',
  owner: 'c',
  closed_by: 'd',
  /** A word of a ticket's subject: one like others, whatever it means. */
  subject_word: 'e',
  /** What a subject has that is replaced: a person by title, an address, a telephone, a user name, a room, a number. */
  subject: 'f',
  /** A description, a comment, the text, headers, ids or attachments of mail, the subject of an escalation. */
  body: 'g',
  /** A cell of a column that nothing reads. */
  unread: 'h',
  /** What stands where a date should. */
  date: 'i',
  /** A word that no value map knows. */
  word: 'j',
  /** The number of a ticket or an escalation. */
  item: 'k',
  /** That of an item which corrections.csv names. */
  corrected_item: 'l',
  /** A cell of a record that is set aside for its shape. */
  aside: 'm',
  /** A cell of a file that is refused whole. */
  refused: 'n',
  /** The number or the owner in such a file, which whoever inspects it is shown. */
  refused_item: 'p',
  /** A value of corrections.csv, or who wrote it. */
  correction: 'o',
} as const
export type Kind = keyof typeof kinds

export type Shape = 'word' | 'address' | 'phone' | 'user' | 'room' | 'ticket' | 'title'

export interface Token {
  readonly kind: Kind
  /** Which export and column it was written into. */
  readonly from: string
}

const shapes: readonly Shape[] = ['word', 'address', 'phone', 'user', 'room', 'ticket', 'title']
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Eight letters for a number. */
const lettersOf = (number: number): string =>
  Array.from({ length: 8 }, (_, place) => letters[Math.floor(number / 26 ** (7 - place)) % 26]).join('')

const written: Readonly<Record<Shape, (core: string) => string>> = {
  word: (core) => `Z${core.slice(1)}`,
  address: (core) => `${core}@people.example`,
  phone: (core) => `0${core}`,
  user: (core) => core,
  room: (core) => `Room ${core}`,
  ticket: (core) => `CALL${core}`,
  title: (core) => `Dr Z${core.slice(1)}`,
}

/**
 * What is looked for of a token: letters, letters with digits, or digits, which nothing else holds. What comes after the
 * beginning says its kind, so that one that was cut short tells it too.
 */
function coreOf(kind: Kind, shape: Shape, number: number): string {
  const letter = kinds[kind]
  if (shape === 'user') return `zqx${letter}${String(number).padStart(6, '0')}`
  const isNumber = shape === 'phone' || shape === 'room' || shape === 'ticket'
  if (!isNumber) return `zqx${letter}${lettersOf(number)}`
  return `9041${String(letters.indexOf(letter)).padStart(2, '0')}${String(number).padStart(6, '0')}`
}

/** A token, whole or cut short after a few letters. */
const anyCore = /zqx(?<letter>[a-p])(?:\d{6}|[a-z]{3,8})|9041\d{8}/g

/** All tokens that were made, by what is looked for. */
export class Tokens {
  readonly made = new Map<string, Token>()
  readonly #shared = new Map<string, string>()
  #next = 1

  /** A new token, of a shape or of the next one in turn. */
  next(kind: Kind, from: string, shape: Shape = shapes[this.#next % shapes.length] as Shape): string {
    const core = coreOf(kind, shape, this.#next++)
    this.made.set(core, { kind, from })
    return written[shape](core)
  }

  /** The token in a place that several cells share. */
  shared(kind: Kind, from: string, place: number): string {
    const key = `${kind} ${place}`
    const text = this.#shared.get(key) ?? this.next(kind, from, 'word')
    this.#shared.set(key, text)
    return text
  }

  /** Forgets the tokens of a text that is written nowhere. */
  forget(text: string): void {
    for (const core of this.foundIn([text.toLowerCase()]).keys()) this.made.delete(core)
  }

  /** The tokens in texts of small letters, whole or cut short, and the kind of each. */
  foundIn(texts: Iterable<string>): Map<string, Kind> {
    const found = new Map<string, Kind>()
    for (const text of texts)
      for (const { 0: core, groups } of text.matchAll(anyCore)) {
        const kind = this.made.get(core)?.kind ?? kindNames.get(groups?.letter ?? '')
        if (kind !== undefined) found.set(core, kind)
      }
    return found
  }
}

const kindNames: ReadonlyMap<string, Kind> = new Map(
  Object.entries(kinds).map(([kind, letter]) => [letter, kind as Kind]),
)
