import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSeparator, messagesIn, mostBytesInMessage } from '../../../etl/ingest/read/mbox.ts'

async function* pieces(texts: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text as string, 'latin1')
}

const split = async (...texts: (string | Buffer)[]): Promise<(string | null)[]> =>
  (await Array.fromAsync(messagesIn(pieces(texts), 'mbox'))).map(
    (message) => message?.toString('latin1') ?? null,
  )

const from = 'From ann@x.ac.uk Mon Mar  2 09:00:00 2026\n'

describe('a line that separates messages', () => {
  test.each([
    ['as most write it', 'From ann@x.ac.uk Mon Mar  2 09:00:00 2026'],
    ['with the end of a Windows line', 'From ann@x.ac.uk Mon Mar  2 09:00:00 2026\r'],
    ['as Gmail writes it', 'From 1790000000000000001@xxx Mon Mar 02 09:00:00 +0000 2026'],
    ['as Thunderbird writes it', 'From - Mon Mar  2 09:00:00 2026'],
    ['as an export from Thunderbird writes it', 'From - Mon Mar 2 2026 09:00:00'],
    ['with the day before the month', 'From ann@x.ac.uk Mon, 2 Mar 2026 09:00:00 +0000'],
    ['of a local sender', 'From MAILER-DAEMON Mon Mar  2 09:00:00 2026'],
    ['of an empty sender', 'From  Mon Mar  2 09:00:00 2026'],
    ['with what old systems add', 'From ann Mon Mar  2 09:00:00 2026 remote from mx'],
    ['of an unknown sender', 'From ???@??? Mon Mar 02 09:00:00 2026'],
    ['without a date', 'From - '],
  ])('%s', (_, line) => {
    expect(isSeparator(line, true)).toBe(true)
  })

  test.each([
    ['prose', 'From next Monday the room is closed'],
    ['prose with a date', 'From Mon 2 March 2026 at 09:00 we teach there'],
    ['prose with a name', 'From Ann, who saw it on Mon Mar 2 2026 at 9'],
    ['a log line', 'From the server log: Mon Mar  2 09:00:00 2026 down'],
    ['a header', 'From: ann@x.ac.uk Mon Mar  2 09:00:00 2026'],
    ['an escaped one', '>From ann@x.ac.uk Mon Mar  2 09:00:00 2026'],
    ['one that is indented', ' From ann@x.ac.uk Mon Mar  2 09:00:00 2026'],
    ['one longer than a line of mail', `From ${'a'.repeat(1000)} Mon Mar  2 09:00:00 2026`],
  ])('is not %s', (_, line) => {
    expect(isSeparator(line, true)).toBe(false)
  })

  test('and has no date is one after a blank line only', async () => {
    expect(await split(`${from}A: 1\n\nwho?\nFrom -\nme\n\nFrom -\nA: 2\n`)).toEqual([
      'A: 1\n\nwho?\nFrom -\nme\n',
      'A: 2\n',
    ])
  })
})

describe('an mbox', () => {
  test.each<[string, string, (string | null)[]]>([
    ['of nothing', '', []],
    ['of blank lines', '\n\r\n\n', []],
    ['of one message', `${from}A: 1\n\nhello\n`, ['A: 1\n\nhello\n']],
    ['of a message that does not end its last line', `${from}A: 1\n\nhello`, ['A: 1\n\nhello']],
    ['that begins with blank lines', `\n\n${from}A: 1\n`, ['A: 1\n']],
    ['with Windows lines', `${from}A: 1\n\nx\n\n${from}A: 2\n`.replaceAll('\n', '\r\n'), ['A: 1\r\n\r\nx\r\n', 'A: 2\r\n']],
    ['without the blank line between', `${from}A: 1\n\nx\n${from}A: 2\n`, ['A: 1\n\nx\n', 'A: 2\n']],
    ['that ends in a separator', `${from}A: 1\n\nx\n\n${from.trim()}`, ['A: 1\n\nx\n', '']],
    ['of separators alone', `${from}${from}`, ['', '']],
    ['with something before its first separator', `A: 0\n\n${from}A: 1\n`, ['A: 0\n', 'A: 1\n']],
    ['with escaped lines', `${from}A: 1\n\n>From here\n>>From there\n> From me\nx >From\n`, ['A: 1\n\nFrom here\n>From there\n> From me\nx >From\n']],
    ['with blank lines that belong to the body', `${from}A: 1\n\nx\n\n\n\n${from}A: 2\n`, ['A: 1\n\nx\n\n\n', 'A: 2\n']],
    ['with a body that begins a line with From', `${from}A: 1\n\n\nFrom Monday on\n`, ['A: 1\n\n\nFrom Monday on\n']],
  ])('%s', async (_, text, messages) => {
    expect(await split(text)).toEqual(messages)
  }) // biome-ignore format: a table

  test('keeps bytes of any encoding as they are, beside an escaped line too', async () => {
    const bytes = Buffer.from([...Array(256).keys()].filter((byte) => byte !== 10 && byte !== 13))
    const message = Buffer.concat([Buffer.from('A: 1\n\n>From x\n'), bytes, Buffer.from('\n')])
    const [found] = await Array.fromAsync(
      messagesIn(pieces([Buffer.concat([Buffer.from(from), message])]), 'mbox'),
    )
    expect(found).toEqual(Buffer.concat([Buffer.from('A: 1\n\nFrom x\n'), bytes, Buffer.from('\n')]))
  })

  test('counts a message above the cap, does not keep it, and reads on', async () => {
    const large = Array.from({ length: 26 }, () => `${'x'.repeat((1 << 20) - 1)}\n`)
    expect(await split(`${from}A: 1\n\n`, ...large, `\n${from}A: 2\n`)).toEqual([null, 'A: 2\n'])
  })

  test('reads one line as long as the cap allows', async () => {
    const found = await split(from, ...Array(25).fill('x'.repeat(1 << 20)))
    expect(found.map((message) => message?.length)).toEqual([mostBytesInMessage])
  })
})

test('an .eml file is one message, whatever its body looks like', async () => {
  const text = `A: 1\n\nhe wrote\n\n${from}B: 2\n\n>From x\n`
  const found = await Array.fromAsync(messagesIn(pieces([text.slice(0, 9), text.slice(9)]), 'eml'))
  expect(found.map(String)).toEqual([text])
})

describe('any messages', () => {
  const line = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aF\r: >'), maxLength: 8 }),
    fc.constantFrom(
      '',
      'From ',
      'From -',
      'From Monday',
      '>From x',
      '>>From y',
      from.trim(),
      'x'.repeat(1100),
    ),
  )
  const body = fc.array(line, { maxLength: 6 }).map((lines) => `A: 1\n\n${lines.join('\n')}\n`)
  const escaped = (text: string): string => text.replace(/(^|\n)(>*From )/g, '$1>$2')

  test('that a careful writer puts into an mbox come out as they were, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (messages, places) => {
          const text = messages.map((message) => `${from}${escaped(message)}\n`).join('')
          const ends = [...new Set(places.map((place) => place % text.length))].sort((a, b) => a - b)
          const cut = [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end))
          expect(await split(...cut)).toEqual(messages)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('are the same byte by byte as in one piece, escaped or not', async () => {
    const text = fc
      .array(fc.oneof(line, fc.constant(from.trim())), { maxLength: 12 })
      .map((all) => all.join('\n'))
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        expect(await split(...written)).toEqual(await split(written))
      }),
      { numRuns: 200 },
    )
  })
})
