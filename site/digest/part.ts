/** What a digest is made of, before it is text or HTML: both say the same. */

/** A page of the site, and the words of the line that lead there where links are made. */
export type Link = { words: string; path: string }

export type Line = { text: string; link?: Link }

/** `title` is null where none stands above; lines are paragraphs, or the entries of a list. `isMain`: what must be read first. */
export type Part = { title: string | null; isList: boolean; isMain?: true; lines: readonly Line[] }

export type Digest = { subject: string; title: string; parts: readonly Part[] }

/** Paragraphs under a title, or under none. */
export const paragraphs = (title: string | null, ...texts: string[]): Part => ({
  title,
  isList: false,
  lines: texts.map((text) => ({ text })),
})

/** A list under a title, or no part at all where there is nothing to list. */
export const listed = (title: string, lines: readonly Line[]): Part[] =>
  lines.length === 0 ? [] : [{ title, isList: true, lines }]

/** In one line, without what a mail program would read as something else than letters. */
export const inOneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\S\u00a0]+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '\uFFFD')
    .trim()
