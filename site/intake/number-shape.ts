import { foundIn, joined } from '../../data/shared/intake-numbers.ts'

/** What a ticket number looks like in this institution. */
export interface NumberShape {
  /** The institution's own regular expression. */
  readonly pattern: string
  readonly example: string
}

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

/** As it stands, or with a blank wherever letters follow a digit: numbers that were run together. */
const spacings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/(\d)(?=[A-Za-z])/g, '$1 '),
]

const ways = spacings.flatMap((space) =>
  shapes.flatMap((shape) => spellings.map((spell) => (text: string) => spell(shape(space(text))))),
)

/** The way of writing a text in which most numbers are found; of equals the first. */
export function bestReading(text: string, { pattern }: NumberShape): { written: string; numbers: string[] } {
  const global = new RegExp(pattern, 'g')
  return ways
    .map((write) => write(text))
    .map((written) => ({ written, numbers: foundIn(written, global) }))
    .reduce((best, way) => (way.numbers.length > best.numbers.length ? way : best))
}

/** A text that is a number and nothing else, as it is written in full; else null. */
export function numberOf(text: string, { pattern }: NumberShape): string | null {
  const global = new RegExp(pattern, 'g')
  return ways.map((write) => write(text)).find((way) => foundIn(way, global)[0] === way) ?? null
}
