import { parse, postprocess, preprocess } from 'micromark'
import { gfmTable } from 'micromark-extension-gfm-table'
import { fill, isEmpty, type Names, type Use, usesIn } from './words-names.ts'

/** A piece of a Markdown text, with its place in it. */
export interface Piece {
  readonly type: string
  readonly line: number
  readonly lastLine: number
  readonly from: number
  readonly to: number
}

/** The pieces that a Markdown text is made of, as the site's own parser sees them. */
export const piecesOf = (body: string): Piece[] => {
  const document = parse({ extensions: [gfmTable()] }).document()
  return postprocess(document.write(preprocess()(body, 'utf8', true)))
    .filter(([step]) => step === 'enter')
    .map(([, { type, start, end }]) => ({
      type,
      line: start.line,
      lastLine: end.line,
      from: start.offset,
      to: end.offset,
    }))
}

const kinds = {
  quote: ['blockQuote'],
  code: ['codeFenced', 'codeIndented', 'codeText'],
  address: ['resourceDestinationString', 'definitionDestinationString'],
  plain: ['link', 'definition', 'atxHeading', 'setextHeading'],
  block: ['paragraph', 'tableRow'],
} as const

/** The piece of a kind that stands around a place, the innermost first. */
const around = (pieces: readonly Piece[], offset: number, kind: keyof typeof kinds): Piece | undefined =>
  pieces.findLast(
    ({ type, from, to }) =>
      (kinds[kind] as readonly string[]).includes(type) && from <= offset && offset < to,
  )

/** The names that a Markdown text uses outside its quotations, which stay word for word. */
export const usesInMarkdown = (body: string, pieces: readonly Piece[]): Use[] =>
  usesIn(body).filter(({ offset }) => around(pieces, offset, 'quote') === undefined)

/** A text as Markdown that says it and nothing else. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&|~#!{}]/g, '\\$&')

/** As part of an address: without the protocol where it stands behind one of its own. */
const inAddress = (name: string, names: Names): string => {
  const { text = '', link = null } = names.get(name) ?? {}
  if (name.endsWith('_url') || name === 'live_chat') return link ?? ''
  return link?.replace(/^(?:tel|mailto):/, '') ?? encodeURIComponent(text ?? '')
}

/** An address with its names filled in; a name that is the whole of it is where a link on it leads. */
export const filledAddress = (address: string, names: Names): string =>
  fill(
    address,
    ({ name, length }) =>
      length === address.length ? (names.get(name)?.link ?? '') : inAddress(name, names),
    ({ offset, length }) => address.slice(offset + 1, offset + length),
  )

/** In running text an address, a number and live chat are links; elsewhere a name is its words alone. */
function written({ name, offset, length }: Use, pieces: readonly Piece[], names: Names): string {
  const { text = '', link = null } = names.get(name) ?? {}
  if (around(pieces, offset, 'code')) return text ?? ''
  const address = around(pieces, offset, 'address')
  if (address !== undefined)
    return length === address.to - address.from ? (link ?? '') : inAddress(name, names)
  const words = escaped(text ?? '')
  return link === null || around(pieces, offset, 'plain') ? words : `[${words}](<${link}>)`
}

/** The lines of the paragraph (point of a list, row of a table) around a place, counted from 1. */
function linesAround(body: string, pieces: readonly Piece[], offset: number): number[] {
  const line = body.slice(0, offset).split('\n').length
  const block = around(pieces, offset, 'block')
  const from = block?.line ?? line
  return Array.from({ length: (block?.lastLine ?? line) - from + 1 }, (_, index) => from + index)
}

function withoutLines(body: string, lines: ReadonlySet<number>): string {
  return body
    .split('\n')
    .filter((_, index) => !lines.has(index + 1))
    .join('\n')
}

/**
 * A Markdown text with its names filled in, but for its quotations. Paragraphs with an optional name whose setting is
 * empty are left out.
 */
export function fillMarkdown(body: string, names: Names): string {
  const pieces = piecesOf(body)
  const missing = usesInMarkdown(body, pieces).filter((use) => use.isOptional && isEmpty(use, names))
  if (missing.length > 0) {
    const lines = missing.flatMap(({ offset }) => linesAround(body, pieces, offset))
    return fillMarkdown(withoutLines(body, new Set(lines)), names)
  }
  const standing = ({ offset, length }: Use): string => body.slice(offset, offset + length)
  return fill(
    body,
    (use) => (around(pieces, use.offset, 'quote') ? standing(use) : written(use, pieces, names)),
    (use) => (around(pieces, use.offset, 'code') ? standing(use).slice(1) : standing(use)),
  )
}
