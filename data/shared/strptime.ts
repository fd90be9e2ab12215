/** Date formats as DuckDB's `strptime` reads them: `%d/%m/%Y %H:%M`. */
import { isOfTickets, millisecondsOf, timeOf } from './wall-time.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3))

/** Digits that are read at most, and the values that are one. */
const numbers: Readonly<Record<string, readonly [digits: number, least: number, most: number]>> = {
  d: [2, 1, 31],
  m: [2, 1, 12],
  y: [2, 0, 99],
  Y: [4, 0, 9999],
  H: [2, 0, 23],
  I: [2, 1, 12],
  M: [2, 0, 59],
  S: [2, 0, 59],
  j: [3, 1, 366],
  f: [6, 0, 999_999],
  g: [3, 0, 999],
}
const words: Readonly<Record<string, readonly string[]>> = {
  b: short(months),
  B: months,
  a: short(weekdays),
  A: weekdays,
  p: ['am', 'pm'],
}
const whole: Readonly<Record<string, string>> = {
  x: '%Y-%m-%d',
  X: '%H:%M:%S',
  c: '%Y-%m-%d %H:%M:%S',
}

type Step = { readonly literal: string } | { readonly letter: string } | { readonly blanks: true }
type Found = Record<string, number>

const spelledOut = (format: string): string => format.replace(/%([xXc])/g, (_, letter) => whole[letter] ?? '')

const stepOf = (token: string): Step => {
  if (/^\s+$/.test(token)) return { blanks: true }
  if (token === '%%') return { literal: '%' }
  return token.startsWith('%') && token.length > 1 ? { letter: token.slice(-1) } : { literal: token }
}

const stepsOf = (format: string): Step[] =>
  (spelledOut(format).match(/%-?.|[ \t\n\v\f\r]+|./gs) ?? []).map(stepOf)

const isRead = (step: Step): boolean => !('letter' in step) || step.letter in numbers || step.letter in words

/** Whether `strptime` below reads a format; offsets, zones by name and numbers of weeks it does not. */
export const readsFormat = (format: string): boolean => stepsOf(format).every(isRead)

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** A number from `at` on, and where it ends; null where there is none. */
function numberAt(cell: string, at: number, letter: string): [value: number, end: number] | null {
  const [digits, least, most] = numbers[letter] ?? [0, 0, 0]
  let end = at
  let value = 0
  while (end < at + digits && isDigit(cell.charCodeAt(end))) value = value * 10 + cell.charCodeAt(end++) - 48
  if (end === at || value < least || value > most) return null
  return [letter === 'f' || letter === 'g' ? value * 10 ** (digits - (end - at)) : value, end]
}

function wordAt(cell: string, at: number, known: readonly string[]): [value: number, end: number] | null {
  const text = cell.slice(at, at + 9).toLowerCase()
  const value = known.findIndex((word) => text.startsWith(word))
  return value < 0 ? null : [value, at + (known[value]?.length ?? 0)]
}

const fractionOf = ({ f, g }: Found): number => (g === undefined ? (f ?? 0) / 1000 : g)

function hourOf({ H, I, p }: Found): number | null {
  const hour = I ?? H ?? 0
  if (p === undefined) return hour
  if (hour > 12) return null
  return p === 0 ? hour % 12 : (hour % 12) + 12
}

function dateOf({ Y, y, m, b, B, d, j }: Found): [number, number, number] {
  const year = Y ?? (y === undefined ? 1900 : y + (y >= 69 ? 1900 : 2000))
  if (j !== undefined && m === undefined && d === undefined) {
    const at = new Date(Date.UTC(2000, 0, 1))
    at.setUTCFullYear(year, 0, j)
    return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
  }
  const named = b ?? B
  return [year, m ?? (named === undefined ? 1 : named + 1), d ?? 1]
}

function wallOf(found: Found): number | null {
  const hour = hourOf(found)
  if (hour === null) return null
  return timeOf(dateOf(found), millisecondsOf(hour, found.M ?? 0, found.S ?? 0) + fractionOf(found))
}

function parse(cell: string, steps: readonly Step[]): number | null {
  const found: Found = {}
  let at = 0
  while (isBlank(cell.charCodeAt(at))) at++
  for (const step of steps) {
    if ('blanks' in step) {
      if (!isBlank(cell.charCodeAt(at))) return null
      while (isBlank(cell.charCodeAt(at))) at++
    } else if ('literal' in step) {
      if (cell.charAt(at) !== step.literal) return null
      at++
    } else {
      const known = words[step.letter]
      const read = known ? wordAt(cell, at, known) : numberAt(cell, at, step.letter)
      if (read === null) return null
      found[step.letter] = read[0]
      at = read[1]
    }
  }
  while (isBlank(cell.charCodeAt(at))) at++
  return at === cell.length ? wallOf(found) : null
}

/** Reads a cell by one format as a wall time; null where it does not fit. */
export type WallReader = (cell: string) => number | null

/** A reader by formats of which the first that fits counts, though its year be none: then it is not a time at all. */
export function strptime(formats: readonly string[]): (cell: string) => number | 'none' | null {
  const readers = formats.map((format) => stepsOf(format))
  return (cell) => {
    for (const steps of readers) {
      const wall = parse(cell, steps)
      if (wall !== null) return isOfTickets(wall) ? wall : 'none'
    }
    return null
  }
}
