/** The widest line that is printed. */
export const width = 100

/** Line ends, controls, marks that turn the direction of writing, and lone surrogates: none may reach a terminal. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (character: string): string =>
  named[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** Text of a file as it may be shown on a terminal: what is not to be seen stands as its escape. */
export const visible = (text: string): string => text.replace(unsafe, escaped)

/** A cell as it may be shown: visible, and not longer than `most` characters. */
export function shown(cell: string, most = 60): string {
  const text = visible(cell.length > most * 4 ? cell.slice(0, most * 4) : cell)
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** A text in quotes as YAML reads it, whatever stands in it. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )

/** Words broken into lines that fit; `first` leads the first line and its width the others. */
export function wrapped(text: string, first = '  '): string[] {
  const indent = ' '.repeat(first.length)
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}

/** A heading and what stands under it; nothing where nothing does. */
export const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines]

/** A name and its text, in two columns. */
export const row = (name: string, text: string, column = 16): string[] =>
  wrapped(text, `  ${name.padEnd(column)} `)

/** `1 record`, `1,204 records` */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
