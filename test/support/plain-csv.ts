const delimiters = [',', ';', '\t', '|']

/** The delimiter of which a header's line has the most. */
const delimiterOf = (line: string): string =>
  [...delimiters].sort((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','

/**
 * A delimited text read letter by letter, as RFC 4180 says and no more: sharing no code with the ingest, so that the
 * two can be held against each other. Blank lines are no rows, nor is one that holds an empty cell in quotes alone.
 */
export function plainRows(written: string): string[][] {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(text.split('\n').find((line) => line.includes('Ref')) ?? '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    const isBlank = row.length === 0 && cell === ''
    endCell()
    if (!isBlank) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (isQuoted && letter === '"') isQuoted = false
    else if (isQuoted) cell += letter
    else if (letter === '"' && cell === '') {
      isQuoted = true
    } else if (letter === delimiter) endCell()
    else if (letter === '\n') endRow()
    else cell += letter
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
