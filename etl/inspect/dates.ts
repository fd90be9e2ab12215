/** Which of the first two numbers of a date is the day. */
export type Order = 'day' | 'month'

interface Shape {
  /** A strptime format in which `%A` and `%B` stand for the two numbers whose order the file does not say. */
  readonly template: string
  readonly numbers: readonly [number, number] | null
}

const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?)?$/
const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/
const yearFirst = /^\d{4}([/.-])\d{1,2}\1\d{1,2}(?!\d)(.*)$/
const named = /^\d{1,2}([ /-])([A-Za-z]{3,9})\1(\d{4}|\d{2})(?!\d)(.*)$/
const monthNamed = /^([A-Za-z]{3,9}) \d{1,2}, (\d{4})(.*)$/
const time = /^(,? |T)\d{1,2}:\d{2}(:\d{2})?(?:( ?)[AP]M)?$/i
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function timeOf(text: string): string | null {
  if (text === '') return ''
  const found = time.exec(text)
  if (!found) return null
  const [, lead, seconds, blank] = found
  const clock = `${blank === undefined ? '%H' : '%I'}:%M${seconds === undefined ? '' : ':%S'}`
  return `${lead}${clock}${blank === undefined ? '' : `${blank}%p`}`
}

const year = (digits = ''): string => (digits.length === 4 ? '%Y' : '%y')
const monthOf = (word = ''): string | null =>
  months.includes(word.slice(0, 3).toLowerCase()) ? (word.length === 3 ? '%b' : '%B') : null

function shaped(date: string | null, rest = '', pair: Shape['numbers'] = null): Shape | null {
  const clock = timeOf(rest)
  return date === null || clock === null ? null : { template: date + clock, numbers: pair }
}

/** How a cell is written as a point in time, or null where it is none that is known. */
export function shapeOf(cell: string): Shape | null {
  if (iso.test(cell)) return { template: 'iso', numbers: null }
  const pair = numbers.exec(cell)
  if (pair) {
    const [, first, mark, second, digits, rest] = pair
    return shaped(`%A${mark}%B${mark}${year(digits)}`, rest, [Number(first), Number(second)])
  }
  const leading = yearFirst.exec(cell)
  if (leading) return shaped(`%Y${leading[1]}%m${leading[1]}%d`, leading[2])
  const word = named.exec(cell)
  if (word) {
    const month = monthOf(word[2])
    return shaped(month && `%d${word[1]}${month}${word[1]}${year(word[3])}`, word[4])
  }
  const american = monthNamed.exec(cell)
  if (american) {
    const month = monthOf(american[1])
    return shaped(month && `${month} %d, %Y`, american[3])
  }
  if (/^1\d{9}(\d{3})?$/.test(cell)) return { template: 'epoch', numbers: null }
  return /^[34]\d{4}(\.\d+)?$/.test(cell) ? { template: 'excel', numbers: null } : null
}

/** A template as a strptime format. */
export const inOrder = (template: string, order: Order): string =>
  template.replace('%A', order === 'day' ? '%d' : '%m').replace('%B', order === 'day' ? '%m' : '%d')

/** What the cells of a column tell of how its dates are written. */
export class DateTally {
  readonly #templates = new Map<string, number>()
  /** A cell that cannot be read with the day first, and one that cannot with the month first. */
  readonly against: { day: string | null; month: string | null } = { day: null, month: null }
  filled = 0
  read = 0
  /** A cell in which both orders fit and tell of different days. */
  unclear: string | null = null

  add(cell: string): void {
    this.filled++
    if (this.filled > 200 && this.read === 0) return
    const shape = shapeOf(cell)
    if (!shape) return
    this.read++
    this.#templates.set(shape.template, (this.#templates.get(shape.template) ?? 0) + 1)
    if (!shape.numbers) return
    const [first, second] = shape.numbers
    if (second > 12) this.against.day ??= cell
    if (first > 12) this.against.month ??= cell
    if (first <= 12 && second <= 12 && first !== second) this.unclear ??= cell
  }

  get isDates(): boolean {
    return this.read > 0 && this.read >= this.filled / 2
  }

  /** Templates, the most frequent first. */
  get templates(): readonly string[] {
    return [...this.#templates].sort((a, b) => b[1] - a[1]).map(([template]) => template)
  }

  /** The orders in which every date of the column can be read; both where it holds no such dates. */
  get orders(): readonly Order[] {
    return (['day', 'month'] as const).filter((order) => this.against[order] === null)
  }

  get hasOrder(): boolean {
    return this.templates.some((template) => template.includes('%A'))
  }
}
