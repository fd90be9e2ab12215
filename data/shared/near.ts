/** Steps from one word to another: letters added, dropped, changed, or two neighbours swapped. */
export function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= from.length; row += 1) {
    rows[row] = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swapped = isSwap ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY
      const best = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, swapped)
      rows[row]?.push(Math.min(best, cell(row - 1, column - 1) + changed))
    }
  }
  return cell(from.length, to.length)
}

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '_')

/** The known word that was most likely meant, or undefined where none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  return [...known]
    .map((candidate) => ({ candidate, steps: distance(fold(word), fold(candidate)) }))
    .filter(({ steps, candidate }) => steps <= limit && steps < candidate.length)
    .sort((a, b) => a.steps - b.steps)[0]?.candidate
}

/** ` Did you mean "owner"?`, or nothing where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}
