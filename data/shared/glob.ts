import { withoutBraces } from './braces.ts'

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** `[abc]`, `[a-z]`, `[!abc]` as a regular expression, and what follows it; null where it does not close. */
function classAt(text: string): { pattern: string; rest: string } | null {
  const [, negated = '', letters = '', rest = ''] = /^\[([!^]?)(\]?[^\]]*)\](.*)$/s.exec(text) ?? []
  if (letters === '') return null
  const inside = letters.replace(/[\\[\]^]/g, '\\$&')
  return { pattern: `(?!/)[${negated ? '^' : ''}${inside}]`, rest }
}

/** The alternatives of `(a|b)`, and what follows them; null where it does not close. */
function groupAt(text: string): { parts: string[]; rest: string } | null {
  const parts = ['']
  let depth = 0
  for (let place = 0; place < text.length; place++) {
    const letter = text.charAt(place)
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (depth === 0) return { parts, rest: text.slice(place + 1) }
    if (place === 0) continue
    if (letter === '|' && depth === 1) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return null
}

const times: Readonly<Record<string, string>> = { '?': '?', '*': '*', '+': '+', '@': '' }

/** `?(a|b)`, `*(a|b)`, `+(a|b)`, `@(a|b)` and `!(a|b)`. */
function extendedAt(text: string): string | null {
  const sign = text.charAt(0)
  const group = /^[?*+@!]\(/.test(text) ? groupAt(text.slice(1)) : null
  if (group === null) return null
  const inside = group.parts.map(lettersOf).join('|')
  const rest = lettersOf(group.rest)
  return sign === '!' ? `(?:(?!(?:${inside})${rest}$)[^/]*?)${rest}` : `(?:${inside})${times[sign]}${rest}`
}

/** What stands between two slashes, as a regular expression. */
function lettersOf(text: string): string {
  if (text === '') return ''
  const extended = extendedAt(text)
  if (extended !== null) return extended
  const letter = text.charAt(0)
  if (letter === '*') return `[^/]*?${lettersOf(text.replace(/^\*+(?!\()/, '') || '')}`
  if (letter === '?') return `[^/]${lettersOf(text.slice(1))}`
  const found = letter === '[' ? classAt(text) : null
  return found ? found.pattern + lettersOf(found.rest) : escaped(letter) + lettersOf(text.slice(1))
}

/** A name of at least one letter that is not hidden, unless the glob itself begins with a dot. */
const partOf = (part: string): string =>
  part === '' ? '' : `(?=[^/])${part.startsWith('.') ? '' : '(?!\\.)'}${lettersOf(part)}`

function patternOf(glob: string): string {
  const parts = glob.split('/').filter((part) => part !== '.')
  const last = parts.length - 1
  const patterns = parts.map((part, index) => {
    if (part !== '**') return partOf(part) + (index < last ? '/' : '')
    return index < last ? '(?:(?!\\.)[^/]+/)*' : '(?:(?!\\.)[^/]+/)*(?!\\.)[^/]+'
  })
  return patterns.join('')
}

const known = new Map<string, readonly RegExp[]>()

function patternsOf(glob: string): readonly RegExp[] {
  const standing = known.get(glob)
  if (standing) return standing
  const made = withoutBraces(glob).map((each) => new RegExp(`^(?:${patternOf(each)})$`, 's'))
  known.set(glob, made)
  return made
}

/**
 * Whether a path with forward slashes fits a glob: `*`, `**`, `?`, `[a-z]`, `{a,b}`, `@(a|b)` and its kin, as
 * `path.matchesGlob` of Node has them. What begins with a dot is fitted only by what names the dot.
 */
export const matchesGlob = (path: string, glob: string): boolean =>
  patternsOf(glob).some((pattern) => pattern.test(path))
