/** How much goes on one page of A4, as it is printed. */

/** Letters on a printed line of the brief, lines that its lists have together, and the gap between two entries, in lines; as measured on paper. */
const [lettersOnLine, linesOnPage, gap] = [90, 26, 0.2]

const linesOf = (text: string): number => Math.ceil(text.length / lettersOnLine) + gap

/**
 * How many entries of each list go on the page: the first of every list, then the second of every list and so on, until
 * the page is full; what comes first in a list is never left out for what comes later in it.
 */
export const fitting = (lists: readonly (readonly string[])[]): number[] => {
  const taken = lists.map(() => 0)
  let left = linesOnPage
  const longest = Math.max(0, ...lists.map((list) => list.length))
  for (let nth = 0; nth < longest; nth++) {
    for (const [place, list] of lists.entries()) {
      const lines = linesOf(list[nth] ?? '')
      if (taken[place] !== nth || nth >= list.length || lines > left) continue
      taken[place] = nth + 1
      left -= lines
    }
  }
  return taken
}
