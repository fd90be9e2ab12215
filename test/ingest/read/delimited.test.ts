import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delimiters, readRows } from '../../../data/shared/delimited.ts'
import { RecordCounter } from '../../../data/shared/records.ts'
import { parseText } from '../../../etl/ingest/read/delimited.ts'
import { Refusal } from '../../../etl/ingest/refusal.ts'

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

const rowsOf = async (texts: readonly string[], delimiter = ','): Promise<string[][]> =>
  (await Array.fromAsync(readRows(pieces(texts), delimiter, parseText))).flat()

const refusal = async (...texts: string[]): Promise<Refusal> => {
  const found = await rowsOf(texts).then(
    (rows) => `read as ${JSON.stringify(rows)}`,
    (error: unknown) => error,
  )
  if (found instanceof Refusal) return found
  throw new Error(`not refused: ${String(found)}`)
}

/** A text cut at the given places. */
const cut = (text: string, places: readonly number[]): string[] => {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b)
  return [...ends, text.length].map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end))
}

describe('any table', () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'ab",;\t|\n é𝛼'), maxLength: 6 }), fc.string())
  const table = fc.record({
    rows: fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
    ),
    delimiter: fc.constantFrom(...delimiters),
    places: fc.array(fc.nat(), { maxLength: 8 }),
    endsWithLine: fc.boolean(),
  })

  const written = (text: string, isQuoted: boolean, delimiter: string): string =>
    isQuoted || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text

  test('is read as it was written, quoted or not, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, delimiter, places, endsWithLine }) => {
        const plain = rows.map((row) => row.map(([text]) => text.replaceAll('\r', '')))
        const lines = rows.map((row) =>
          row
            .map(([text, isQuoted]) => written(text.replaceAll('\r', ''), isQuoted, delimiter))
            .join(delimiter),
        )
        const text = lines.join('\n') + (endsWithLine ? '\n' : '')
        const sound = plain.filter((row) => row.length > 1 || row[0] !== '')
        expect(await rowsOf(cut(text, places), delimiter)).toEqual(sound)
      }),
      { numRuns: 300 },
    )
  })

  test('one of whose quotes is lost is refused, and never read as fewer rows', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ,\n'), maxLength: 4 }).map((more) => `x${more}`)
    const body = fc.array(fc.tuple(fc.nat(), text), {
      minLength: 1,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(body, fc.nat(), fc.array(fc.nat(), { maxLength: 4 }), async (rows, at, places) => {
        const broken = at % rows.length
        const lines = rows.map(([id, text], index) => `${id},"${text}${index === broken ? '' : '"'},z`)
        const found = await refusal(...cut(`id,text,more\n${lines.join('\n')}\n`, places))
        expect(found.reason).toBe('open_quote')
      }),
      { numRuns: 200 },
    )
  })
})

describe('records', () => {
  const cases: [name: string, text: string, rows: string[][]][] = [
    ['a cell of several lines is one record', 'a,b\n1,"x\ny\n\nz"\n2,w\n', [['a', 'b'], ['1', 'x\ny\n\nz'], ['2', 'w']]],
    ['a line of an empty cell in quotes is none', 'a,b\n""\n1,2\n""', [['a', 'b'], ['1', '2']]],
    ['blank lines are none', '\n\na,b\n\n1,2\n\n\n', [['a', 'b'], ['1', '2']]],
    ['the last may have no line end', 'a,b\n1,2', [['a', 'b'], ['1', '2']]],
    ['two quotes are one', 'a\n"say ""no"""\n', [['a'], ['say "no"']]],
    ['a quote within a cell is a letter', 'a,b\n5" disk,2\n', [['a', 'b'], ['5" disk', '2']]],
    ['an empty quoted cell is empty', 'a,b\n"",""\n', [['a', 'b'], ['', '']]],
    ['cells of nothing are a record', 'a,b\n,\n', [['a', 'b'], ['', '']]],
    ['no text has none', '', []],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, text, rows) => {
    expect(await rowsOf([text])).toEqual(rows)
    expect(await rowsOf([...text])).toEqual(rows)
  })
})

describe('a quote that does not end', () => {
  test('is refused with the record in which it opens', async () => {
    const found = await refusal('id,text\n1,one\n2,"two\n3,three\n', '4,four\n')
    expect(found).toMatchObject({ reason: 'open_quote', record: 2 })
    expect(found.message).toMatch(/record 2 never ends.*mend/)
  })

  test('is refused where a later quote closes it by chance', async () => {
    const found = await refusal('id,text\n1,"one\n2,"two"\n3,three\n')
    expect(found).toMatchObject({ reason: 'open_quote', record: 1 })
    expect(found.message).toContain('mend the quotes of that record')
  })

  test('and one that text follows, after a blank, is refused with its record', async () => {
    const found = await refusal('id,text\n1,"one" \n2,"two" more\n3,three"\n')
    expect(found).toMatchObject({ reason: 'open_quote', record: 2 })
    expect(found.message).toContain('ends in the middle of a cell')
  })

  test('is refused before it has swallowed more than 16 million characters', async () => {
    const found = await refusal('id,text\n1,"one\n', ...Array<string>(18).fill('x'.repeat(1 << 20)))
    expect(found).toMatchObject({ reason: 'open_quote', record: 1 })
  })
})

test('a record of more than 16 million characters is no record', async () => {
  const found = await refusal('id\n', ...Array<string>(18).fill('x'.repeat(1 << 20)))
  expect(found).toMatchObject({ reason: 'too_large', record: 1 })
})

test('the counter tells where the last whole record ends, and waits within quotes', () => {
  const counter = new RecordCounter(',')
  expect(counter.read('a,b\n1,"x')).toBe(4)
  expect([counter.records, counter.isInQuotes]).toEqual([1, true])
  expect(counter.read('\n"')).toBe(0)
  expect(counter.read('\n2')).toBe(1)
  counter.finish()
  expect(counter.records).toBe(3)
})
