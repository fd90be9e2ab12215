/** How much goes on one page of A4, as it is printed. */

/** Letters on a printed line, and the gap between two entries in lines; as measured on paper, as are all numbers of lines. */
const [lettersOnLine, gap] = [90, 0.2]
/** A line of a heading or a statement is taller and holds fewer letters; one of small print is lower and holds more. */
const [lettersOfLarge, lineOfLarge] = [64, 1.3]
const [lettersOfSmall, lineOfSmall] = [105, 0.9]

const linesOf = (text: string): number => Math.ceil(text.length / lettersOnLine) + gap
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** What stands on a page whatever its lists hold. */
export type Fixed = { large: readonly string[]; small: readonly string[] }

/** Lines of a page that are left for lists. */
export const roomBeside = ({ large, small }: Fixed, linesOnPage: number): number =>
  linesOnPage -
  sum(large.map((text) => Math.ceil(text.length / lettersOfLarge) * lineOfLarge)) -
  sum(small.map((text) => Math.ceil(text.length / lettersOfSmall) * lineOfSmall))

/**
 * How many entries of each list go into so many lines: first all of the first list, then of the others the first of each,
 * the second of each and so on. What comes first in a list is never left out for what comes later in it.
 */
export const fitting = ([first = [], ...others]: readonly (readonly string[])[], lines: number): number[] => {
  const taken = [0, ...others.map(() => 0)]
  let left = lines
  const take = (list: readonly string[], place: number, nth: number): void => {
    const own = linesOf(list[nth] ?? '')
    if (taken[place] !== nth || nth >= list.length || own > left) return
    taken[place] = nth + 1
    left -= own
  }
  for (const nth of first.keys()) take(first, 0, nth)
  const longest = Math.max(0, ...others.map((list) => list.length))
  for (let nth = 0; nth < longest; nth++) for (const [at, list] of others.entries()) take(list, at + 1, nth)
  return taken
}
