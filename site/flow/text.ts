/** How wide a text is, and where it breaks into lines: known at build, before any font is. */

/**
 * Advance widths of Helvetica in thousandths of its size (Adobe Font Metrics, Core 14 Fonts), which Arial and Liberation
 * Sans share.
 */
const advances: readonly (readonly [string, number])[] = [
  ["'", 191],
  ['ijl', 222],
  ['|', 260],
  [' !,./:;I[]\\ft', 278],
  ['()-`r', 333],
  ['{}', 334],
  ['"', 355],
  ['*', 389],
  ['^', 469],
  ['Jcksvxyz', 500],
  ['#$0123456789?L_abdeghnopqu', 556],
  ['+<=>~', 584],
  ['FTZ', 611],
  ['&ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['Mm', 833],
  ['%', 889],
  ['W', 944],
  ['@', 1015],
]
const advanceOf = new Map(
  advances.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])),
)
/** A letter of another script or a sign may be as wide as it is high. */
const unknownAdvance = 1000
/** The widest typeface that the pages name (Segoe UI, Roboto, Noto Sans, and DejaVu Sans, where none is there) in Helveticas. */
const widest = 1.2

const segmenter = new Intl.Segmenter('en-GB')
const lettersOf = (text: string): string[] =>
  [...segmenter.segment(text.normalize('NFC'))].map(({ segment }) => segment)

/** An accent adds no width to its letter. */
const advance = (letter: string): number => advanceOf.get(letter.normalize('NFD').charAt(0)) ?? unknownAdvance

/** At most how wide a text is, in the unit of its size. */
export const widthOf = (text: string, size: number): number =>
  (lettersOf(text).reduce((sum, letter) => sum + advance(letter), 0) / 1000) * size * widest

/** The pieces of a word that is wider than a line: it breaks after an at sign, else after another sign, else anywhere. */
const piecesOf = (word: string, size: number, width: number): string[] => {
  if (widthOf(word, size) <= width) return [word]
  const pieces =
    [/(?<=@)/, /(?<=[-./_–—])/].map((signs) => word.split(signs)).find(({ length }) => length > 1) ??
    lettersOf(word)
  if (pieces.length === 1) return pieces
  return joined(
    pieces.flatMap((piece) => piecesOf(piece, size, width)),
    '',
    size,
    width,
  )
}

/** As many pieces in each line as fit. */
const joined = (pieces: readonly string[], between: string, size: number, width: number): string[] => {
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1)}${between}${piece}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

/** The lines that a text breaks into so that none is wider than `width`, if a letter is not. */
export const linesOf = (text: string, size: number, width: number): string[] =>
  joined(
    text
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((word) => piecesOf(word, size, width)),
    ' ',
    size,
    width,
  )
