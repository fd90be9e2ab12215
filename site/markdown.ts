/** The installation's Markdown as HTML: no raw HTML, no script addresses, headings below the page's own. */
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { href } from './links.ts'

const lowered = (html: string, by: number): string =>
  html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => {
    return `<${slash}h${Math.min(6, Number(level) + by)}>`
  })

const leadsOut = /^(?:https?:\/\/|mailto:|tel:|#)/i
const isElsewhere = /^https?:/i
const isOfSite = (address: string): boolean => /^\/(?!\/)/.test(address)

/** Addresses of pages stand under the site's base; what leads neither there nor out leads nowhere. */
const ledRight = (html: string): string =>
  html.replace(/ (href|src)="([^"]*)"/g, (_, name: string, address: string) => {
    if (name === 'href' && isOfSite(address)) return ` href="${href(address)}"`
    const leaves = name === 'href' && leadsOut.test(address)
    return ` ${name}="${leaves ? address : ''}"${leaves && isElsewhere.test(address) ? ' rel="noreferrer"' : ''}`
  })

/** Markdown → HTML whose highest heading is `below` + 1. Raw HTML is escaped. */
export const markdown = (body: string, below: number): string => {
  const html = micromark(body, {
    // `ledRight` lets through what is known, telephone numbers among it
    allowDangerousProtocol: true,
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  })
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
  return ledRight(lowered(html, below + 1 - (levels.length === 0 ? 1 : Math.min(...levels))))
}
