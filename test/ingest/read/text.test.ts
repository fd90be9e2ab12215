import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Encoding, readText } from '../../../etl/ingest/read/text.ts'
import { Refusal } from '../../../etl/ingest/refusal.ts'
import { folder } from '../../support/installation.ts'

const utf8 = (text: string): Buffer => Buffer.from(text)
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

async function read(bytes: Uint8Array, declared: Encoding | null = null) {
  const path = join(await folder(), 'export.csv')
  await writeFile(path, bytes)
  const text = readText(path, declared)
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
