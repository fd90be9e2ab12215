/** A character of which only one half is there. */
const halfCharacter = /\p{Surrogate}/gu
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** All but the line end and the tab. */
const control = /[^\P{Cc}\n\t]/gu
/** What readers take out of a message as well, and what turns the direction of the text that follows. */
const unseen = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g

const gap = '[\\s\\p{Cf}]*'
const anyDash = '[\\p{Pd}\\u2212]+'
/** Mail programs make one dash of two. */
const manyDashes = /[\p{Pd}\u2212]{2,}/gu
/** What would begin a block wherever a mail program breaks the line. */
const mark = new RegExp(`${anyDash}(${gap}escalation${gap}request)`, 'giu')
/** What would end one. */
const endMark = new RegExp(`(^|[\\s\\p{Cf}])(?:${anyDash}${gap})+(?=end(?![A-Za-z0-9_]))`, 'giu')
/** A colon that would make a field's name of what stands before it; the one of a link does not. */
const colon = new RegExp(`(https?:\\/\\/)|(\\p{L}${gap}):`, 'giu')

/**
 * Someone's own words as a message may carry them: in lines, without control characters, and without anything that
 * `readRequest` could take for the block of the form, wherever a mail program breaks or joins the lines.
 */
export const ownWords = (text: string): string =>
  text
    .replace(halfCharacter, '\uFFFD')
    .replace(lineEnd, '\n')
    .replace(control, '')
    .replace(unseen, '')
    .replace(mark, '·$1')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')

/** Someone's own words as the value of a field: in one line that names no other field, ends no block and quotes nothing. */
export const fieldWords = (text: string): string =>
  ownWords(text)
    .replace(/>/g, '›')
    .replace(manyDashes, '–')
    .replace(endMark, '$1')
    .replace(colon, (_, link: string | undefined, name = '') => link ?? `${name};`)
    .replace(/\s+/g, ' ')
    .trim()
