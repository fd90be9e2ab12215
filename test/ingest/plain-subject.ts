/** Letters, digits and marks that a witness by hand can speak for: no stop, slash or colon, and of words with a digit none but of a and b. */
const isPlain = (text: string): boolean =>
  /^[\s\u0085\uFEFF\x21-\x7e\xa1-\xac\xae-\xff]*$/.test(text) &&
  !/[@.\\/:#+()<>_-]|dr|prof|mr|ms|miss|mx|sir|dame|behalf/i.test(text) &&
  (!/[\d\xb2\xb3\xb9\xbc-\xbe]/.test(text) || /^[ab0-9\s\u0085\uFEFF,;|'"=?!]*$/.test(text))

const isDigit = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= '0' && letter <= '9'

/** How many digits a word ends or begins with, and how many letters stand before or after them; null where they mix. */
function shapeOf(word: string): { letters: number; digits: number; after: number } | null {
  let [letters, digits] = [0, 0]
  while (letters < word.length && !isDigit(word[letters])) letters++
  while (isDigit(word[letters + digits])) digits++
  const rest = [...word.slice(letters + digits)]
  return rest.some(isDigit) ? null : { letters, digits, after: rest.length }
}

function placeholderOf(word: string): string {
  const shape = shapeOf(word)
  if (shape === null) return '<code>'
  const { letters, digits, after } = shape
  if (letters === 0 && after === 0)
    return word.startsWith('0') && digits > 9 && digits < 16 ? '<phone>' : '<number>'
  if (letters === 0) return digits < 5 && after < 5 ? `<number> ${word.slice(digits)}` : '<code>'
  if (letters === 1 && after < 2 && word.startsWith('b') && digits > 1 && digits < 5) return '<room>'
  if (after > 0 || letters > 10) return '<code>'
  if (letters > 1 && digits > 4) return '<ticket>'
  return (letters === 2 || letters === 3) && digits > 2 ? '<user>' : '<code>'
}

/** Numbers that a comma alone parts are one: of digits a number, else a code. */
const joinedOf = (words: readonly string[]): string => {
  if (words.length === 1) return placeholderOf(words[0] ?? '')
  return words.every((word) => [...word].every(isDigit)) ? '<number>' : '<code>'
}

/** A run of words and commas, of which each with a digit is replaced. */
function withoutNumbers(text: string): string {
  const pieces = text.split(/([ab0-9]+)/)
  let kept = ''
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? ''
    if (at % 2 === 0 || ![...piece].some(isDigit)) {
      kept += piece
      continue
    }
    const words = [piece]
    while (pieces[at + 1] === ',' && isDigit(pieces[at + 2]?.[0])) {
      words.push(pieces[at + 2] ?? '')
      at += 2
    }
    kept += joinedOf(words)
  }
  return kept
}

/**
 * What is landed of a subject, told by loops over its letters and sharing no pattern with the ingest; undefined where it
 * holds what is not for this reading.
 */
export function plainSubject(cell: string | null): string | null | undefined {
  if (cell === null) return null
  if (!isPlain(cell) || cell.length > 200) return undefined
  const line = cell
    .replaceAll('\uFEFF', '')
    .split(/[\s\u0085]+/)
    .join(' ')
    .trim()
  const words = [...line].map((letter) => letter.toLowerCase()).join('')
  return withoutNumbers(words) || null
}
