import { didYouMean } from '../../data/shared/near.ts'
import { pagesOfEverySite, pagesOfStaffSite, wordsOfEverySite } from '../../data/shared/staff-pages.ts'
import { filledAddress, type Piece, piecesOf, usesInMarkdown } from './words-markdown.ts'
import { type Names, problemOf, usesIn } from './words-names.ts'

/** Something wrong in the text of a page, on its line of that text. */
export interface TextFault {
  readonly line: number
  readonly problem: string
}

/** More than this no page of guidance needs, and a page must stay light. */
const mostCharacters = 20_000

const addresses = ['resourceDestinationString', 'definitionDestinationString', 'autolinkProtocol']
const leadsOut = /^(?:https?:\/\/|mailto:|tel:|#)/i
const html = ['htmlFlow', 'htmlText']

function inSite(address: string, id: string): string | null {
  const pages = wordsOfEverySite.includes(id) ? pagesOfEverySite : pagesOfStaffSite
  const path = address.replace(/[?#].*$/, '')
  if (pages.includes(path)) return null
  return `the site has no page ${path}.${didYouMean(path, pages) || ` Its pages: ${pages.join(', ')}`}`
}

function linkProblem(address: string, id: string): string | null {
  if (leadsOut.test(address)) return null
  if (/^\/(?!\/)/.test(address)) return inSite(address, id)
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0]
  return scheme === undefined
    ? `a link to "${address}" leads nowhere. Begin it with https:// or, for a page of this site, with /`
    : `a link may not begin with "${scheme}". Begin it with https://, mailto:, tel: or, for a page of this site, with /`
}

/** A link as it will stand: with its names filled in, one of which may be the whole of it. */
function namedLinkProblem(written: string, id: string, names: Names): string | null {
  const uses = usesIn(written)
  if (uses.some(({ name }) => !names.has(name))) return null
  const whole = uses.find(({ length }) => length === written.length)
  if (whole === undefined) return linkProblem(filledAddress(written, names), id)
  const { setting = '', link = null } = names.get(whole.name) ?? {}
  if (link !== null || whole.isOptional) return null
  return `a link to {${whole.name}} leads nowhere: ${setting} in config.yaml is empty or is no address. Fill it in, or take the link out`
}

function pieceProblem({ type, from, to }: Piece, body: string, id: string, names: Names): string | null {
  const text = body.slice(from, to)
  if (html.includes(type))
    return `"${text.split('\n')[0]?.slice(0, 40)}" is HTML, which would stand there as text. Write Markdown; notes to yourselves go into README.md`
  if (type === 'image')
    return 'a picture: the site has no place for it and shows none from elsewhere. Take it out, or link to it'
  return addresses.includes(type) ? namedLinkProblem(text, id, names) : null
}

/** What is wrong with the Markdown text of the page with this id. */
export function textFaults(body: string, id: string, names: Names): TextFault[] {
  if (body.trim() === '') return [{ line: 1, problem: 'has no text below its second line ---' }]
  if (body.length > mostCharacters) {
    const found = body.length.toLocaleString('en-GB')
    const most = mostCharacters.toLocaleString('en-GB')
    return [{ line: 1, problem: `has ${found} characters, at most ${most} fit on a page. Shorten it` }]
  }
  const pieces = piecesOf(body)
  const lineOf = (offset: number): number => body.slice(0, offset).split('\n').length
  const inPieces = pieces.map((piece) => ({
    line: piece.line,
    problem: pieceProblem(piece, body, id, names),
  }))
  const inNames = usesInMarkdown(body, pieces).map((use) => ({
    line: lineOf(use.offset),
    problem: problemOf(use, names, true),
  }))
  return [...inPieces, ...inNames]
    .filter((fault): fault is TextFault => fault.problem !== null)
    .sort((a, b) => a.line - b.line)
}
