import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentCss, accents, contrast } from '../../site/accent.ts'

const paper = { light: '#ffffff', dark: '#15171a' }

test('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#1d4f91', '#1d4f91')).toBe(1)
})

test('a colour that reads well on white is kept as it is', () => {
  expect(accents('#1d4f91').light).toBe('#1d4f91')
})

test('every colour becomes one that can be read in both schemes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const { light, dark } = accents(`#${value.toString(16).padStart(6, '0')}`)
      return contrast(light, paper.light) >= 4.5 && contrast(dark, paper.dark) >= 4.5
    }),
  )
})

test.each([null, 'blue', '#fff', '#12345g', 'red;}body{display:none'])(
  '"%s" gives the colour of the project',
  (given) => {
    expect(accents(given)).toEqual(accents(null))
    expect(accentCss(given)).toMatch(
      /^:root\{--accent-on-light:#[0-9a-f]{6};--accent-on-dark:#[0-9a-f]{6}\}$/,
    )
  },
)
