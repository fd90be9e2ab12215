/** A digest as HTML for mail programs: styles on the elements, no picture, no script, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { pageAddress } from './address.ts'
import { type Digest, inOneLine, type Line, type Link, type Part } from './part.ts'
import { readOn } from './read-on.ts'

/** Without colours of their own, letters and paper are those of the reader, light or dark. */
const styles = {
  body: "margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5",
  column: 'max-width:600px;margin:0 auto;overflow-wrap:anywhere',
  title: 'margin:0 0 8px;font-size:22px;line-height:1.25',
  head: 'margin:28px 0 8px;padding-top:12px;border-top:1px solid #888888;font-size:17px;line-height:1.3',
  paragraph: 'margin:0 0 12px',
  main: 'margin:16px 0 12px;font-size:18px;font-weight:bold',
  list: 'margin:0;padding:0 0 0 20px',
  entry: 'margin:0 0 8px',
} as const

type Style = keyof typeof styles

const escaped = (text: string): string =>
  inOneLine(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const element = (name: string, style: Style, content: string): string =>
  `<${name} style="${styles[style]}">${content}</${name}>`

const anchor = ({ words, path }: Link, site: URL): string =>
  `<a href="${escaped(pageAddress(site, path))}">${escaped(words)}</a>`

/** A line in which its linked words lead to their page, where the address of the site is known. */
const lineHtml = ({ text, link }: Line, site: URL | null): string => {
  const at = link === undefined ? -1 : text.indexOf(link.words)
  if (link === undefined || site === null || at < 0) return escaped(text)
  const [before, after] = [text.slice(0, at), text.slice(at + link.words.length)]
  const space = (one: string, side: RegExp): string => (side.test(one) ? ' ' : '')
  return `${escaped(before)}${space(before, /\s$/)}${anchor(link, site)}${space(after, /^\s/)}${escaped(after)}`
}

const partHtml = ({ title, isList, isMain, lines }: Part, site: URL | null): string => {
  const head = title === null ? '' : `${element('h2', 'head', escaped(title))}\n`
  const style = isMain ? 'main' : 'paragraph'
  const told = lines.map((line) =>
    element(isList ? 'li' : 'p', isList ? 'entry' : style, lineHtml(line, site)),
  )
  return head + (isList ? element('ul', 'list', `\n${told.join('\n')}\n`) : told.join('\n'))
}

const links = (site: URL | null): string[] =>
  site === null ? [] : readOn.map((link) => element('p', 'paragraph', anchor(link, site)))

/** The policy of the page that holds it on the site: its own styles, by their hashes, and nothing else. */
const policy = (): string => {
  const hashes = Object.values(styles).map(
    (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  return `default-src 'none'; style-src 'unsafe-hashes' ${hashes.join(' ')}; base-uri 'none'; form-action 'none'`
}

/** A whole document; read without its styles it says the same in the same order. */
export const htmlOf = ({ subject, title, parts }: Digest, site: URL | null): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(subject)}</title>
</head>
<body style="${styles.body}">
<div style="${styles.column}">
${[element('h1', 'title', escaped(title)), ...parts.map((part) => partHtml(part, site)), ...links(site)].join('\n')}
</div>
</body>
</html>
`
