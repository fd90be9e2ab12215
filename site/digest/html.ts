/**
 * A digest as HTML: headings, paragraphs and lists in the reader's own letters, no style, no picture, no script, nothing from
 * elsewhere, so that the policy of the site that it lies on stops nothing of it.
 */
import { pageAddress } from './address.ts'
import { type Digest, inOneLine, type Line, type Link, type Part } from './part.ts'
import { readOn } from './read-on.ts'

const escaped = (text: string): string =>
  inOneLine(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

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
  const head = title === null ? '' : `${element('h2', escaped(title))}\n`
  const told = lines
    .map((line) => lineHtml(line, site))
    .map((line) => (isMain ? element('strong', line) : line))
    .map((line) => element(isList ? 'li' : 'p', line))
    .join('\n')
  return head + (isList ? element('ul', `\n${told}\n`) : told)
}

const links = (site: URL | null): string[] =>
  site === null ? [] : readOn.map((link) => element('p', anchor(link, site)))

/** A whole document. */
export const htmlOf = ({ subject, title, parts }: Digest, site: URL | null): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(subject)}</title>
</head>
<body>
${[element('h1', escaped(title)), ...parts.map((part) => partHtml(part, site)), ...links(site)].join('\n')}
</body>
</html>
`
