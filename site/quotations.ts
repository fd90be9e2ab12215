/** Quotations of a text folded away, for a page that says the same in plain words beside them. */

type Piece = { from: number; to: number }

/** The outermost quotations of HTML, those that follow each other as one. */
const quotationsIn = (html: string): Piece[] => {
  const found: Piece[] = []
  let [depth, begun] = [0, 0]
  for (const { 0: tag, index } of html.matchAll(/<\/?blockquote>/g)) {
    if (tag === '<blockquote>' && depth++ === 0) begun = index
    if (tag === '<blockquote>' || --depth > 0) continue
    const last = found.at(-1)
    const to = index + tag.length
    if (last !== undefined && html.slice(last.to, begun).trim() === '') last.to = to
    else found.push({ from: begun, to })
  }
  return found
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** HTML whose quotations open by a line that names the page, a second one by its number too. */
export const foldQuotations = (html: string, title: string): string => {
  let [folded, end] = ['', 0]
  for (const [place, { from, to }] of quotationsIn(html).entries()) {
    const summary = `The procedure’s words: “${escaped(title)}”${place === 0 ? '' : ` (${place + 1})`}`
    folded += `${html.slice(end, from)}<details class="quoted"><summary>${summary}</summary>${html.slice(from, to)}</details>`
    end = to
  }
  return folded + html.slice(end)
}
