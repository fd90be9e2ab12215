/** What is no ticket number but looks like one of the institution's. */
import { type NumberShape, numberOf } from './number-shape.ts'

/** Letters that are taken for a digit. */
const digitFor: ReadonlyMap<string, string> = new Map([
  ['o', '0'],
  ['i', '1'],
  ['l', '1'],
])
const mostCharacters = 40

const compact = (text: string): string => text.replace(/[\s-]+/g, '')
const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** With as many digits as the example has. */
const resized = (letters: string, digits: string, example: string): string =>
  `${letters}${digits}${digitsOf(example).slice(digits.length)}`.slice(
    0,
    letters.length + digitsOf(example).length,
  )

/** Digits alone may be a day or a room: they are near where their count is the example's, or off by one if it has no letters. */
function areNearDigits(digits: string, { example }: NumberShape): boolean {
  const off = Math.abs(digits.length - digitsOf(example).length)
  return off <= (/[A-Za-z]/.test(example) ? 0 : 1)
}

/** Whether it would be a number if it had more digits, or fewer, or its letters in front. */
export function isNearNumber(text: string, shape: NumberShape): boolean {
  const [, letters, digits] = /^([A-Za-z]*)(\d+)$/.exec(compact(text)) ?? []
  if (letters === undefined || digits === undefined) return false
  if (letters === '') return areNearDigits(digits, shape)
  return numberOf(resized(letters, digits, shape.example), shape) !== null
}

/** The number that is meant where letters stand for digits: "INCO123456" → "INC0123456". Null where none is. */
export function meantNumber(text: string, shape: NumberShape): string | null {
  const whole = compact(text)
  if (whole.length > mostCharacters) return null
  for (let at = 0; at < whole.length && /^[A-Za-z]*$/.test(whole.slice(0, at)); at++) {
    const rest = whole.slice(at)
    if (!/^[\doil]*\d[\doil]*$/i.test(rest) || /^\d+$/.test(rest)) continue
    const digits = rest.replace(/\D/g, (letter) => digitFor.get(letter.toLowerCase()) ?? letter)
    const number = numberOf(whole.slice(0, at) + digits, shape)
    if (number !== null) return number
  }
  return null
}
