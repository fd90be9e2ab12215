import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Kind, kinds, Tokens } from './tokens.ts'
import { viewsOf } from './views.ts'

const tokens = new Tokens()
const word = tokens.next('requester', 'here', 'word')
const number = tokens.next('requester', 'here', 'phone')
const found = (bytes: Buffer): number => tokens.foundIn(viewsOf(bytes)).size
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

describe('a token is found', () => {
  const cases: [string, Buffer][] = [
    ['as it was written', Buffer.from(`a,${word},b`)],
    ['in small letters', Buffer.from(word.toLowerCase())],
    ['in capitals', Buffer.from(word.toUpperCase())],
    ['in UTF-16', utf16(`x ${word} y`)],
    ['in UTF-16 the other way round', utf16(`x ${word} y`).swap16()],
    ['in base64', Buffer.from(`data:${Buffer.from(`one ${word}`).toString('base64')}`)],
    ['in base64 after any number of bytes', Buffer.from(Buffer.from(`ab${word}cd`).toString('base64'))],
    ['in base64 of addresses, in lines', Buffer.from(Buffer.from(`${'x'.repeat(50)}${word}`).toString('base64url').replace(/.{20}/g, '$&\n'))],
    ['in percent signs', Buffer.from([...word].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''))],
    ['in entities', Buffer.from([...word].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join(''))],
    ['in numbered entities', Buffer.from([...word].map((letter) => `&#${letter.charCodeAt(0)};`).join(''))],
    ['in escapes of JSON', Buffer.from([...word].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(''))],
    ['in quoted-printable, broken over lines', Buffer.from(`=5${'A'}${word.slice(1, 5)}=\n${word.slice(5)}`)],
    ['in hexadecimal', Buffer.from(Buffer.from(`--${word}`).toString('hex'))],
    ['cut short', Buffer.from(word.slice(0, 8))],
    ['of digits that are parted', Buffer.from(`ring ${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`)],
  ] // biome-ignore format: a table
  test.each(cases)('%s', (_, bytes) => {
    expect(found(bytes)).toBeGreaterThan(0)
  })

  test('and nowhere else', () => {
    expect(found(Buffer.from('Zq, 90417, data:image/png;base64,iVBORw0KGgo='))).toBe(0)
    expect(found(gzipSync('nothing of it is here'))).toBe(0)
  })
})

test('a token that was cut short tells its kind', () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const short = new Tokens().next(kind, 'here', 'word').toLowerCase().slice(0, 7)
    expect([...tokens.foundIn([short]).values()]).toEqual([kind])
  }
})
