import { expect, test } from 'vitest'
import { contrastOnWhite, darkened } from '../../etl/config/colour.ts'

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#1d4f91', 8.14],
])('%s has a contrast of %f on white', (colour, contrast) => {
  expect(contrastOnWhite(colour)).toBeCloseTo(contrast, 1)
})

test.each(['#ffffff', '#ffdd00', '#00ffff'])('%s is darkened until it can be read', (colour) => {
  expect(contrastOnWhite(darkened(colour, 4.5))).toBeGreaterThanOrEqual(4.5)
})
