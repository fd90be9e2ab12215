import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapped } from '../../../site/digest/text.ts'

test.each([
  ['nothing', '', ['']],
  ['a short line', 'A line.', ['A line.']],
  ['what stands together', `${'a '.repeat(35)}24\u00a0%`, [`${'a '.repeat(35).trim()}`, '24 %']],
  ['a word that is too long', 'a'.repeat(150), ['a'.repeat(72), 'a'.repeat(72), 'a'.repeat(6)]],
  ['letters of two units', '😀'.repeat(80), ['😀'.repeat(72), '😀'.repeat(8)]],
  ['breaks in a name', 'a\r\nb\u2028c\td', ['a b c d']],
  ['what is no letter', 'a\u0000b\u001bc', ['a\uFFFDb\uFFFDc']],
])('wraps %s', (_, text, lines) => {
  expect(wrapped(text)).toEqual(lines)
})

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(' ', '\u00a0', '\n', 'a', '-', '😀'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
  maxLength: 200,
})

test('no line is longer than 72 letters or blank within, and no letter is lost', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(['', ''], ['- ', '  ']), (text, [first = '', next = '']) => {
      const lines = wrapped(text, first, next)
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(72)
      const bare = (some: string): string => some.replaceAll(/\s/g, '')
      const told = lines.map((line, at) => line.slice((at === 0 ? first : next).length)).join('')
      expect(bare(told)).toBe(bare(text.toWellFormed()).replaceAll(/\p{Cc}/gu, '\uFFFD'))
    }),
  )
})
