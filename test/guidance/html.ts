/** A built page as text, piece by piece. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#34': '"',
  nbsp: ' ',
}

/** The words of a piece of HTML, in one line. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&([a-z]+|#\d+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;?!])/g, '$1')
    .trim()

/** The main part of a built page. */
export const mainOf = (folder: string, path: string): string => {
  const html = readFileSync(join(folder, path, 'index.html'), 'utf8')
  const [, main] = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html) ?? []
  if (main === undefined) throw new Error(`${path} has no main part`)
  return main
}

/** What stands below a heading, up to the next of its level or a higher one; null where there is no such heading. */
export const below = (main: string, heading: string): string | null => {
  const headings = [...main.matchAll(/<h([1-6])[^>]*>([\s\S]*?)<\/h\1>/g)]
  const at = headings.findIndex(({ 2: html = '' }) => textOf(html) === heading)
  const found = headings[at]
  if (found === undefined) return null
  const next = headings.slice(at + 1).find(({ 1: level }) => Number(level) <= Number(found[1]))
  return textOf(main.slice(found.index + found[0].length, next?.index))
}
