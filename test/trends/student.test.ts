import { expect, test } from 'vitest'
import { studentBeyond } from '../../etl/trends/student.ts'

test.each([
  [0, 7, 1],
  [1, 1, 0.5],
  [2, 1, 0.2951672],
  [3, 2, 0.095466],
  [3, 3, 0.0576689],
  [-2.5, 8, 0.036942],
  [5.9, 11, 0.000103117],
])('%d or farther from 0, of %d degrees of freedom', (t, freedom, chance) => {
  expect(studentBeyond(t, freedom)).toBeCloseTo(chance, 6)
})

test('however far, it is a chance', () => {
  expect(studentBeyond(1e9, 30)).toBeGreaterThanOrEqual(0)
  expect(studentBeyond(9.9, 11) / 8.173277e-7).toBeCloseTo(1, 3)
})
