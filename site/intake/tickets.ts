import { foundIn, joined } from '../../data/shared/intake-numbers.ts'

/** What a ticket number looks like in this institution. */
export interface NumberShape {
  /** The institution's own regular expression. */
  readonly pattern: string
  readonly example: string
}

export interface TicketsRead {
  /** As they are written in full, each once. */
  readonly numbers: readonly string[]
  /** What may be meant as a number and has not its shape. */
  readonly odd: readonly string[]
}

const between = /[,;\n]|\s(?:and|or)\s/i

const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
]

/** Letters and digits as they stand, joined, or with one hyphen between; grouped digits joined. */
const shapes: readonly ((text: string) => string)[] = [
  (text) => text,
  joined,
  (text) => joined(text.replace(/(\d)[\s-]+(?=\d)/g, '$1')),
  (text) => text.replace(/([A-Za-z])[\s-]*(\d)/g, '$1-$2'),
]

/** One blank for blanks, one hyphen for dashes, and no sign between letters and digits. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{Cf}\p{Surrogate}]|[^\P{Cc}\n]/gu, '')
    .replace(/\s*[\p{Pd}\u2212]+\s*/gu, '-')
    .replace(/([A-Za-z])\s*[:#._]+\s*(?=\d)/g, '$1 ')

/** The way of writing a piece in which most numbers are found; of equals the first. */
function bestOf(piece: string, pattern: RegExp): { written: string; numbers: string[] } {
  const ways = shapes.flatMap((shape) => spellings.map((spell) => spell(shape(piece))))
  return ways
    .map((written) => ({ written, numbers: foundIn(written, pattern) }))
    .reduce((best, way) => (way.numbers.length > best.numbers.length ? way : best))
}

/** Whether a word beside a number may be one too: a day or a count is not. */
const mayBeNumber = (word: string): boolean => /\d{4}|[A-Za-z].*\d/.test(word)

/** What is left of a piece when its numbers are taken out, as far as it may be another. */
const leftIn = (written: string, numbers: readonly string[]): string[] =>
  numbers
    .reduce((text, number) => text.replace(number, ' '), written)
    .split(/\s+/)
    .filter(mayBeNumber)

function readPiece(piece: string, pattern: RegExp): TicketsRead {
  const { written, numbers } = bestOf(piece, pattern)
  if (numbers.length > 0) return { numbers, odd: leftIn(written, numbers) }
  return { numbers, odd: /\d/.test(piece) ? [piece] : [] }
}

/**
 * Ticket numbers in any spelling: lower case, blanks or other signs inside, several in a line. A text without any number
 * is asked about as a whole.
 */
export function readTickets(text: string, { pattern, example }: NumberShape): TicketsRead {
  const global = new RegExp(pattern, 'g')
  const whole = plain(text).trim()
  const pieces = whole
    .split(between)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const read = pieces.map((piece) => readPiece(piece, global))
  const numbers = [...new Set(read.flatMap((one) => one.numbers))]
  const isUpper = example === example.toUpperCase()
  const odd = [
    ...new Set(read.flatMap((one) => one.odd.map((text) => (isUpper ? text.toUpperCase() : text)))),
  ]
  const isUnread = numbers.length + odd.length === 0 && whole !== ''
  return { numbers, odd: isUnread ? [pieces.join(' ') || whole] : odd }
}

const digitsIn = (text: string): number => text.replace(/\D/g, '').length
const lettersIn = (text: string): string => text.replace(/[^A-Za-z]/g, '').toUpperCase()

/** What is odd about one, in words that end with what a number looks like. */
export function oddNumber(odd: string, { example }: NumberShape): string {
  const looks = `a number looks like ${example}`
  if (digitsIn(odd) === 0) return `“${odd}” has no digits: ${looks}.`
  if (lettersIn(odd) === '' && lettersIn(example) !== '') return `${odd} has no letters in front: ${looks}.`
  const isAlike = lettersIn(odd).length <= lettersIn(example).length + 3
  if (isAlike && digitsIn(odd) < digitsIn(example)) return `${odd} is too short: ${looks}.`
  if (isAlike && digitsIn(odd) > digitsIn(example)) return `${odd} is too long: ${looks}.`
  return `“${odd}” does not look like a ticket number here: ${looks}.`
}
