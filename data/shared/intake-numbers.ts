/** An institution's pattern is not known to be fast, so no more of a text than this is searched. */
const mostCharactersSearched = 20_000

/** Joins the letters of a number to its digits: `inc 012` and `INC-012` are `inc012` and `INC012`. */
export const joined = (text: string): string => text.replace(/([A-Za-z])[\s-]+(\d)/g, '$1$2')

/** What a pattern finds in a text, in its order; `pattern` is global. */
export const foundIn = (text: string, pattern: RegExp): string[] =>
  Array.from(text.slice(0, mostCharactersSearched).matchAll(pattern), ([number]) => number)

/**
 * The ticket numbers of a text as written, else in upper case without blanks or hyphens inside, whichever finds more: the
 * same reading as in stg_ticket_numbers.sql. `pattern` is global.
 */
export function ticketNumbersIn(text: string, pattern: RegExp): readonly string[] {
  const searched = text.slice(0, mostCharactersSearched)
  const written = foundIn(searched, pattern)
  const folded = foundIn(joined(searched).toUpperCase(), pattern)
  return written.length >= folded.length ? written : folded
}
