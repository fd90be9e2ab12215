/** A digest as plain text: short lines, nothing that has to be seen to be understood. */
import { pageAddress } from './address.ts'
import { type Digest, inOneLine, type Part } from './part.ts'
import { readOn } from './read-on.ts'

/** Letters on a line, so that a reply still fits on eighty (RFC 3676). */
const mostLetters = 72

const lengthOf = (text: string): number => [...text].length

/** A word in pieces that fit on a line. */
const pieces = (word: string, room: number): string[] => {
  const letters = [...word]
  return Array.from({ length: Math.ceil(letters.length / room) }, (_, at) =>
    letters.slice(at * room, (at + 1) * room).join(''),
  )
}

/** Lines of a text. A no-break space holds what stands beside it on one line, and is a plain one in the end. */
export const wrapped = (text: string, first = '', next = first): string[] => {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  const start = (): void => {
    lines.push(line)
    line = next
    isEmpty = true
  }
  const room = mostLetters - Math.max(lengthOf(first), lengthOf(next))
  for (const word of inOneLine(text)
    .split(' ')
    .flatMap((one) => pieces(one, room))) {
    if (!isEmpty && lengthOf(line) + 1 + lengthOf(word) > mostLetters) start()
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].map((one) => one.replaceAll('\u00a0', ' ').trimEnd())
}

const partText = ({ title, isList, lines }: Part): string => {
  const told = lines.map(({ text }) => wrapped(text, isList ? '- ' : '', isList ? '  ' : '').join('\n'))
  const head = title === null ? [] : [wrapped(title).join('\n')]
  return [...head, isList ? told.join('\n') : told.join('\n\n')].join('\n\n')
}

const addresses = (site: URL | null): string[] =>
  site === null ? [] : readOn.map(({ words, path }) => `${words}:\n${pageAddress(site, path)}`)

/** Lines of at most 72 letters, each ended by a newline; an address stands on a line of its own and is never broken. */
export const textOf = ({ title, parts }: Digest, site: URL | null): string =>
  `${[wrapped(title).join('\n'), ...parts.map(partText), ...addresses(site)].join('\n\n')}\n`
