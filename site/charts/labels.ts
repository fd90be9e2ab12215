/** Where labels stand so that none lies over another. */

type Standing = { at: number; height: number }

/** Middles of labels along a line from `from` to `to`: each as near to its place as the others let it be, in the order of the places. */
export const spread = (labels: readonly Standing[], from: number, to: number): number[] => {
  const placed = labels.map((label, place) => ({ ...label, place })).sort((a, b) => a.at - b.at)
  let edge = from
  for (const label of placed) {
    label.at = Math.max(label.at, edge + label.height / 2)
    edge = label.at + label.height / 2
  }
  edge = to
  for (const label of placed.toReversed()) {
    label.at = Math.min(label.at, edge - label.height / 2)
    edge = label.at - label.height / 2
  }
  return placed.sort((a, b) => a.place - b.place).map(({ at }) => at)
}

type Numbered = { x: number; from: number; to: number }
export type NumberLabel = { x: number; words: string }

const wordsOf = ({ from, to }: Numbered): string => {
  if (from === to) return String(from)
  return to === from + 1 ? `${from}, ${to}` : `${from}–${to}`
}

/** Numbers 1, 2, 3 … over marks at ascending `xs`; those that would touch become one label, "2, 3" or "2–4", in their middle. */
export const numbered = (xs: readonly number[], widthOf: (words: string) => number): NumberLabel[] => {
  const kept: Numbered[] = []
  for (const [index, x] of xs.entries()) {
    let next: Numbered = { x, from: index + 1, to: index + 1 }
    for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
      if (next.x - last.x >= (widthOf(wordsOf(last)) + widthOf(wordsOf(next))) / 2) break
      kept.pop()
      next = { x: ((xs[last.from - 1] ?? last.x) + x) / 2, from: last.from, to: next.to }
    }
    kept.push(next)
  }
  return kept.map((label) => ({ x: label.x, words: wordsOf(label) }))
}

/** Words in lines of at most so many characters; a longer word stands alone. */
export const wrapped = (words: string, most: number): string[] => {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Pixels that words take, roughly; a canvas measures them exactly. */
export const roughWidth = (words: string, fontSize: number): number => words.length * fontSize * 0.6
