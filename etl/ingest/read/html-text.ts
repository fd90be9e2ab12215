const mostCharacters = 1_000_000
const deepestQuote = 9

/** Comments, elements whose content is not text, and tags. What never ends runs to the end, so that no part is read twice. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9]*)\b[^>]*(?:>|$)|<[!?/][^>]*(?:>|$)/gi

const blocks = new Set(
  'address article blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
)
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', pound: '£', euro: '€', eacute: 'é', uuml: 'ü' },
}

function decoded(entity: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? entity
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
}

const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, decoded)

/**
 * The text of an HTML message, a line a block. Lines within `blockquote` begin with ">", as they do in plain mail, so that
 * what a reply quotes can be told from what it says. Entities that are not common in mail stay as they are written.
 */
export function htmlToText(html: string): string {
  const source = html.slice(0, mostCharacters)
  const lines: string[] = []
  let line = ''
  let depth = 0
  let position = 0
  const endLine = (): void => {
    const text = line.trim()
    if (text) lines.push(`${'>'.repeat(Math.min(depth, deepestQuote))}${depth > 0 ? ' ' : ''}${text}`)
    else if (lines.at(-1) !== '') lines.push('')
    line = ''
  }
  for (const { 0: tag, 2: slash, 3: name = '', index } of source.matchAll(markup)) {
    line += plain(source.slice(position, index))
    position = index + tag.length
    const element = name.toLowerCase()
    if (!slash && (element === 'td' || element === 'th')) line += ' '
    if (blocks.has(element) && (line.trim() || element === 'br')) endLine()
    if (element === 'p' && slash) endLine()
    if (element === 'blockquote') depth = Math.max(0, depth + (slash ? -1 : 1))
  }
  line += plain(source.slice(position))
  endLine()
  return lines.join('\n').trim()
}
