import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { quoted, row, shown, visible, wrapped } from '../../etl/inspect/text.ts'

const anything = fc.string({ unit: 'binary' })

test('no cell can drive a terminal', () => {
  expect(visible('\u001b[2Jred\r\nnew\u202e\u0007')).toBe('\\u{1b}[2Jred\\r\\nnew\\u{202e}\\u{7}')
  fc.assert(
    fc.property(anything, (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    }),
  )
})

test('a long cell is cut', () => expect(shown('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`))

test('a text in quotes is the same text to YAML, and shows nothing that cannot be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parse(`a: ${quoted(text)}`)).toEqual({ a: text })
    }),
  )
  expect(quoted('a"b\u001b\u202ec')).toBe('"a\\"b\\u001b\\u202ec"')
})

describe('words are broken into lines', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 60 })

  test('of at most 100 characters, and none is lost', () => {
    fc.assert(
      fc.property(words, (list) => {
        const lines = wrapped(list.join(' '))
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
        expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(list)
      }),
    )
  })

  test('that hang below the first', () => {
    const [first, second] = row('owner', 'word '.repeat(40))
    expect(first).toMatch(/^ {2}owner {12}word/)
    expect(second).toMatch(/^ {19}word/)
  })
})
