/** Words as pages may show them within sentences: those from right to left apart (Unicode Standard Annex #9). */

/** Signs that turn the direction of what follows, or end that. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g

/** Hebrew, Arabic and their neighbours, and the marks that stand for such a letter. */
const fromTheRight =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u202a-\u202e\u2066-\u2069\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Control characters, which a page must not hold; tabs and ends of lines are blanks there. */
const control = /(?![\t\n\r])\p{Cc}/gu

/** The text without signs that turn the direction. */
export const unturned = (text: string): string => text.replaceAll(turns, '')

/** A name as it may stand in any sentence: it takes its own direction and leaves that of the words around it. */
export const apart = (text: string): string => {
  const shown = text.replaceAll(control, '\ufffd')
  return fromTheRight.test(shown) ? `\u2068${unturned(shown)}\u2069` : shown
}

/** Fields by which things are known, which is never shown, or that are Markdown, whose paragraphs have a direction each. */
const leftAlone = new Set(['key', 'of', 'pattern', 'body'])

/** Whatever was released or read, with all names in it as they may be shown. */
export const withNamesApart = <Value>(value: Value): Value => {
  if (typeof value === 'string') return apart(value) as Value
  if (Array.isArray(value)) return value.map(withNamesApart) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, leftAlone.has(key) ? one : withNamesApart(one)]),
  ) as Value
}
