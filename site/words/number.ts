/** Numbers in plain words. A no-break space holds number and unit together. */

const nbsp = '\u00a0'
const grouped = new Intl.NumberFormat('en-GB')

/** 1234 → "1,234" */
export const number = (value: number): string => grouped.format(Math.round(value))

/** A count with its noun: 1 → "1 ticket", 1234 → "1,234 tickets", 0 → "no tickets". */
export const count = (value: number, singular: string, plural = `${singular}s`): string =>
  Math.round(value) === 0
    ? `no ${plural}`
    : `${number(value)}${nbsp}${Math.round(value) === 1 ? singular : plural}`

/** 0.923 → "92 %". Only a true 0 or 1 reads "0 %" or "100 %": the rest is "under 1 %", "over 99 %". */
export const share = (value: number): string => {
  if (value > 0 && value < 0.01) return `under${nbsp}1${nbsp}%`
  if (value < 1 && value > 0.99) return `over${nbsp}99${nbsp}%`
  return `${Math.round(value * 100)}${nbsp}%`
}

const tenths: Record<number, string> = {
  0.1: '1 in 10',
  0.25: '1 in 4',
  0.5: 'half',
  0.75: '3 in 4',
  0.9: '9 in 10',
}

/** The part that a quantile stands for: 0.5 → "half", 0.9 → "9 in 10". */
export const part = (quantile: number): string => tenths[quantile] ?? `${Math.round(quantile * 100)} in 100`

/** A first letter made large, for the start of a sentence. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** ["a", "b", "c"] → "a, b and c", or with another last word before "c" */
export const list = (items: readonly string[], last: 'and' | 'or' = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

/** 1.684 → "1.7 in 100" */
export const perHundred = (value: number): string => `${value.toFixed(1)}${nbsp}in${nbsp}100`

/** -0.131 → "−13 points", 0.01 → "+1 point", 0.001 → "0 points": a share less another. */
export const points = (value: number): string => {
  const whole = Math.round(Math.abs(value) * 100)
  const sign = value < 0 ? '−' : '+'
  return `${whole === 0 ? '' : sign}${whole}${nbsp}${whole === 1 ? 'point' : 'points'}`
}

/** 0.4231 → "0.42": an index without a unit. */
export const index = (value: number): string => value.toFixed(2)

const smallNumbers = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A count as a sentence says it: 2 → "two", 13 → "13". */
export const inWords = (value: number): string => smallNumbers[value] ?? number(value)
