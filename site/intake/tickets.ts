import { joined } from '../../data/shared/intake-numbers.ts'
import { isNearNumber, meantNumber } from './near-numbers.ts'
import { bestReading, type NumberShape } from './number-shape.ts'

export interface TicketsRead {
  /** As they are written in full, each once. */
  readonly numbers: readonly string[]
  /** What may be meant as a number and has not its shape. */
  readonly odd: readonly string[]
}

const between = /[,;\n]|\s(?:and|or)\s/i

/** Without what cannot be seen; one blank for blanks. */
const seen = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{Cf}\p{Surrogate}]|[^\P{Cc}\n]/gu, '')

/** One hyphen for dashes, and no sign between letters and digits. */
const plain = (text: string): string =>
  text.replace(/\s*[\p{Pd}\u2212]+\s*/gu, '-').replace(/([A-Za-z])\s*[:#._]+\s*(?=\d)/g, '$1 ')

/** A piece of the text: its numbers, what looks like one beside or instead of them. */
interface Piece {
  readonly text: string
  readonly numbers: readonly string[]
  readonly near: readonly string[]
}

const bare = (word: string): string => word.replace(/^[^A-Za-z\d]+|[^A-Za-z\d]+$/g, '')

const mayBeMeant = (text: string, shape: NumberShape): boolean =>
  isNearNumber(text, shape) || meantNumber(text, shape) !== null

const nearWords = (text: string, shape: NumberShape): string[] =>
  text
    .split(/\s+/)
    .map(bare)
    .filter((word) => mayBeMeant(word, shape))

/** As it stands, or, where that holds fewer numbers, without the signs that people put into them. */
function readingOf(typed: string, shape: NumberShape): ReturnType<typeof bestReading> {
  const [asTyped, asMeant] = [bestReading(typed, shape), bestReading(plain(typed), shape)]
  return asMeant.numbers.length > asTyped.numbers.length ? asMeant : asTyped
}

function readPiece(typed: string, shape: NumberShape): Piece {
  const text = plain(typed)
  const { written, numbers } = readingOf(typed, shape)
  const left = numbers.reduce((rest, number) => rest.replace(number, ' '), written)
  if (numbers.length > 0) return { text, numbers, near: nearWords(left, shape) }
  return { text, numbers, near: mayBeMeant(text, shape) ? [text] : nearWords(joined(text), shape) }
}

/** Where nothing is recognised, a piece with a digit may be meant as a number whatever it looks like. */
const meantIn = ({ text, near }: Piece): readonly string[] => {
  if (near.length > 0) return near
  return /\d/.test(text) ? [text] : []
}

function oddIn(pieces: readonly Piece[]): readonly string[] {
  if (pieces.some(({ numbers }) => numbers.length > 0)) return pieces.flatMap(({ near }) => near)
  const odd = pieces.flatMap(meantIn)
  return odd.length > 0 || pieces.length === 0 ? odd : [pieces.map(({ text }) => text).join(' ')]
}

/**
 * Ticket numbers in any spelling: lower case, blanks or other signs inside, several in a line or run together. Words around
 * them say nothing; a text without any is asked about as a whole.
 */
export function readTickets(text: string, shape: NumberShape): TicketsRead {
  const whole = seen(text).trim()
  const pieces = whole
    .split(between)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => readPiece(piece, shape))
  const isUpper = shape.example === shape.example.toUpperCase()
  const odd = oddIn(pieces).map((one) => (isUpper && /\d/.test(one) ? one.toUpperCase() : one))
  const isUnread = pieces.length === 0 && whole !== ''
  return {
    numbers: [...new Set(pieces.flatMap(({ numbers }) => numbers))],
    odd: isUnread ? [whole] : [...new Set(odd)],
  }
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
