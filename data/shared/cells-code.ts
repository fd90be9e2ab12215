/**
 * How the numbers of cells are written: whole numbers from 0 on as text, five bits a character, lowest first, and 32 more
 * where another character follows. It takes half of what JSON takes.
 */
export const codeAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const digits: ReadonlyMap<string, number> = new Map([...codeAlphabet].map((letter, digit) => [letter, digit]))

/** The text of whole numbers. Throws at any other number. */
export function encode(numbers: readonly number[]): string {
  let text = ''
  for (const number of numbers) {
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${number} is no whole number`)
    let rest = number
    for (; rest >= 32; rest = Math.floor(rest / 32)) text += codeAlphabet[(rest % 32) + 32]
    text += codeAlphabet[rest]
  }
  return text
}

/** The numbers of a text. Throws where it holds a character that is none, or ends within a number. */
export function decode(text: string): number[] {
  const numbers: number[] = []
  let [number, factor] = [0, 1]
  for (const letter of text) {
    const digit = digits.get(letter)
    if (digit === undefined) throw new RangeError(`"${letter}" is no digit of a cell`)
    number += (digit % 32) * factor
    factor *= 32
    if (digit >= 32) continue
    numbers.push(number)
    ;[number, factor] = [0, 1]
  }
  if (factor > 1) throw new RangeError('a cell ends within a number')
  return numbers
}

/** The text of counts by bin: for each that is not 0, twice the bins skipped, plus 1 and its count less 2 where it is above 1. */
export function encodeBins(counts: readonly number[]): string {
  const numbers: number[] = []
  let next = 0
  for (const [bin, count] of counts.entries()) {
    if (!count) continue
    numbers.push(2 * (bin - next) + Number(count > 1), ...(count > 1 ? [count - 2] : []))
    next = bin + 1
  }
  return encode(numbers)
}

/** Adds the counts of a text to those of `counts`, bin by bin. */
export function addBins(text: string, counts: number[]): void {
  const numbers = decode(text)[Symbol.iterator]()
  let bin = 0
  for (const number of numbers) {
    bin += Math.floor(number / 2)
    const count = number % 2 === 1 ? (numbers.next().value ?? 0) + 2 : 1
    while (counts.length <= bin) counts.push(0)
    counts[bin] = (counts[bin] as number) + count
    bin += 1
  }
}
