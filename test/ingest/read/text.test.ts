import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Encoding } from '../../../data/shared/text.ts'
import { readText } from '../../../etl/ingest/read/text.ts'
import { Refusal } from '../../../etl/ingest/refusal.ts'
import { folder } from '../../support/installation.ts'

const utf8 = (text: string): Buffer => Buffer.from(text)
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

async function read(
  bytes: Uint8Array,
  declared: Encoding | null = null,
  name = 'export.csv',
  mostBytes?: number,
) {
  const path = join(await folder(), name)
  await writeFile(path, bytes)
  const text = readText(path, declared, mostBytes)
  const pieces = await Array.fromAsync(text.pieces)
  return { text: pieces.join(''), encoding: text.encoding(), pieces }
}

describe('a text', () => {
  const cases: [string, Uint8Array, Encoding | null, string, Encoding][] = [
    ['in UTF-8', utf8('Zoë, naïve 𝛼\n'), null, 'Zoë, naïve 𝛼\n', 'utf-8'],
    ['in UTF-8 with its mark', utf8('\uFEFFid,é\n'), null, 'id,é\n', 'utf-8'],
    ['in UTF-16, told by its mark', utf16('id,é𝛼\n'), null, 'id,é𝛼\n', 'utf-16le'],
    ['in UTF-16, though another was declared', utf16('id\n'), 'windows-1252', 'id\n', 'utf-16le'],
    ['in windows-1252, as declared', Buffer.from([0x5a, 0xeb, 0x80, 0x0a]), 'windows-1252', 'Zë€\n', 'windows-1252'],
    ['with lines ended as on Windows', utf8('a\r\nb\r\n'), null, 'a\nb\n', 'utf-8'],
    ['with lines ended as on an old Mac', utf8('a\rb\r'), null, 'a\nb\n', 'utf-8'],
    ['with a blank line between two returns', utf8('a\r\rb'), null, 'a\n\nb', 'utf-8'],
    ['of nothing', utf8(''), null, '', 'utf-8'],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, bytes, declared, text, encoding) => {
    expect(await read(bytes, declared)).toMatchObject({ text, encoding })
  })
})

describe('bytes that do not belong are refused, and never replaced', () => {
  const cases: [string, Uint8Array, Encoding | null][] = [
    ['windows-1252 that nobody declared', Buffer.from([0x5a, 0xeb, 0x0a]), null],
    ['a character cut off at the end', utf8('a é').subarray(0, 3), null],
    ['half a UTF-16 unit at the end', utf16('ab').subarray(0, 5), null],
    ['a lone surrogate in UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]), null],
    ['an overlong form', Buffer.from([0xc0, 0xaf]), null],
  ]
  test.each(cases)('%s', async (_, bytes, declared) => {
    const found = await read(bytes, declared).catch((error: unknown) => error)
    expect(found).toBeInstanceOf(Refusal)
    expect(found).toMatchObject({ reason: 'encoding' })
    expect((found as Refusal).message).toContain('encoding: windows-1252')
  })
})

async function refusal(...how: Parameters<typeof read>): Promise<Refusal> {
  const found = await read(...how).catch((error: unknown) => error)
  expect(found).toBeInstanceOf(Refusal)
  return found as Refusal
}

describe('what is no text is told by its first bytes, and what to do with it', () => {
  const cases: [string, Uint8Array, string][] = [
    ['a workbook or a zip', Buffer.from('PK\x03\x04rest'), 'name it .xlsx, or unpack it'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'save it as .xlsx without a password'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'it is a PDF'],
    ['gzip that is not named so', gzipSync('id\n1\n'), 'name it .csv.gz'],
    ['UTF-16 with the high byte first', Buffer.from('feff00690064', 'hex'), 'export it again as UTF-8'],
    ['a byte of nought', Buffer.from('id\n\0'), 'binary'],
    ['noughts here and there', Buffer.from(`id\n${'a\0b\n'.repeat(50)}`), 'binary'],
    ['a byte of nought at the end of the first MiB', Buffer.from(`${'x'.repeat((1 << 20) - 1)}\0`), 'binary'],
  ]
  test.each(cases)('%s', async (_, bytes, words) => {
    const found = await refusal(bytes)
    expect(found.reason).toBe('encoding')
    expect(found.message).toContain(words)
  })
})

describe('a byte that is no UTF-8 is named, with its line', () => {
  const sound = 'id,é\n'
  const lines = (count: number): Buffer => utf8(sound.repeat(count))
  const cases: [string, Uint8Array, string][] = [
    ['in the first line', Buffer.from([0x69, 0x92]), 'line 1 holds the byte 0x92'],
    ['in line 501', Buffer.concat([lines(500), Buffer.from('Ann\x92s\n', 'latin1'), lines(9)]), 'line 501 holds the byte 0x92'],
    ['far down', Buffer.concat([lines(400_000), Buffer.from([0x61, 0xe9, 0x0a])]), 'line 400001 holds the byte 0xe9'],
    ['cut off at the end', Buffer.concat([lines(2), utf8('é').subarray(0, 1)]), 'line 3 holds the byte 0xc3'],
    ['at the start of a line', Buffer.concat([lines(1), Buffer.from([0x80, 0x0a])]), 'line 2 holds the byte 0x80'],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, bytes, words) => {
    expect((await refusal(bytes)).message).toContain(words)
    expect((await refusal(gzipSync(bytes), null, 'export.csv.gz')).message).toContain(words)
  })
})

describe('a file named .gz is unpacked on the way', () => {
  const packed = (text: string | Uint8Array): Buffer => gzipSync(text)
  const gz = (bytes: Uint8Array, mostBytes?: number) => read(bytes, null, 'Export.CSV.GZ', mostBytes)

  test('whole, with its encoding and its line ends', async () => {
    expect(await gz(packed(utf16('id,é\r\n1,𝛼\r\n')))).toMatchObject({
      text: 'id,é\n1,𝛼\n',
      encoding: 'utf-16le',
    })
  })

  test('all its members', async () => {
    expect((await gz(Buffer.concat(['id', '\n1', '', '\n2\n'].map((text) => packed(text))))).text).toBe(
      'id\n1\n2\n',
    )
  })

  test('in pieces', async () => {
    const { pieces } = await gz(packed(Buffer.alloc(5 << 20, 'id,1\n')))
    expect(pieces.length).toBeGreaterThanOrEqual(5)
    expect(pieces.join('').length).toBe(5 << 20)
  })

  test('up to what it may unpack to, and no further', async () => {
    const bytes = packed(Buffer.alloc(3 << 20, 'id,1\n'))
    expect((await gz(bytes, 3 << 20)).text.length).toBe(3 << 20)
    const found = await refusal(bytes, null, 'export.csv.gz', 2 << 20)
    expect(found).toMatchObject({ reason: 'too_large' })
    expect(found.message).toContain('more than 2 MiB')
  })

  const whole = packed('id\n1\n')
  const badSum = Buffer.from(whole)
  badSum.writeUInt32LE(1, badSum.length - 8)
  const cases: [string, Uint8Array, string, string][] = [
    ['that is cut off', whole.subarray(0, -3), 'unreadable', 'cut off'],
    ['that is damaged', badSum, 'unreadable', 'damaged'],
    ['that is followed by other bytes', Buffer.concat([whole, utf8('xyz')]), 'unreadable', 'followed by'],
    ['that is followed by noughts and other bytes', Buffer.concat([whole, utf8('\0\0xyz')]), 'unreadable', 'followed by'],
    ['whose last member is cut off', Buffer.concat([whole, whole.subarray(0, 12)]), 'unreadable', 'cut off'],
    ['that is not packed', utf8('id\n1\n'), 'unreadable', 'name it without .gz'],
    ['of nothing', utf8(''), 'empty', 'export it again'],
    ['that holds a zip', packed('PK\x03\x04'), 'encoding', 'unpack it'],
  ] // biome-ignore format: a table
  test.each(cases)('and one %s is refused', async (_, bytes, reason, words) => {
    const found = await refusal(bytes, null, 'export.csv.gz')
    expect(found.message).toContain(words)
    expect(found.reason).toBe(reason)
  })
})

describe('across the border of two chunks', () => {
  const chunk = 1 << 20
  const at = (offset: number, text: string): Buffer => utf8(`${'x'.repeat(chunk - offset)}${text}y`)

  test.each([1, 2, 3, 4])('a character of four bytes that begins %i before it is whole', async (offset) => {
    const { text, pieces } = await read(at(offset, '𝛼'))
    expect(pieces.length).toBeGreaterThan(1)
    expect(text).toBe(`${'x'.repeat(chunk - offset)}𝛼y`)
  })

  test.each([1, 2])('a Windows line end that begins %i before it is one line end', async (offset) => {
    expect((await read(at(offset, '\r\n'))).text).toBe(`${'x'.repeat(chunk - offset)}\ny`)
  })

  test('a bad byte after it is refused', async () => {
    const bytes = Buffer.concat([Buffer.alloc(chunk, 'x'), Buffer.from([0xff])])
    await expect(read(bytes)).rejects.toMatchObject({ reason: 'encoding' })
  })
})

test('any text comes back from both Unicode encodings, its line ends unified', async () => {
  const words = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => text.replaceAll('\0', '').replace(/^\uFEFF+/, ''))
  await fc.assert(
    fc.asyncProperty(words, fc.constantFrom(utf8, utf16), async (text, encode) => {
      const unified = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
      expect((await read(encode(text))).text).toBe(unified)
    }),
    { numRuns: 60 },
  )
})
