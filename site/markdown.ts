/** The installation's Markdown as HTML: no raw HTML, no script addresses, headings below the page's own. */
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'

const lowered = (html: string, by: number): string =>
  html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => {
    return `<${slash}h${Math.min(6, Number(level) + by)}>`
  })

/** Markdown → HTML whose highest heading is `below` + 1. Raw HTML is escaped. */
export const markdown = (body: string, below: number): string => {
  const levels = [...body.matchAll(/^(#{1,6})\s/gm)].map((match) => match[1]?.length ?? 1)
  const highest = levels.length === 0 ? 1 : Math.min(...levels)
  const html = micromark(body, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
  return lowered(html, below + 1 - highest)
}
