import { describe, expect, test } from 'vitest'
import { sparkOf } from '../../../site/charts/spark.ts'
import { there } from './given.ts'

const usual = { lower: 0.6, mean: 0.75, upper: 0.9 }
const bare = { limits: null, isShare: false }

describe('a small line', () => {
  test.each([[[]], [[1]], [[1, null]]])('is none for %j', (values) => {
    expect(sparkOf({ ...bare, values })).toBeNull()
  })

  test('breaks where a value is missing, and ends at the last there is', () => {
    const spark = there(sparkOf({ ...bare, values: [1, 2, null, 3, 4, null] }))
    expect(spark.lines).toHaveLength(2)
    expect(spark.lines[1]?.split(' ').at(-1)).toBe(`${spark.last.x},${spark.last.y}`)
  })

  test('has what is usual as a band around its mean, within the picture', () => {
    const { band, height } = there(sparkOf({ values: [0.7, 0.5], limits: usual, isShare: true }))
    expect(band?.mean).toBeCloseTo(there(band).top + there(band).height / 2, 0)
    expect(there(band).top + there(band).height).toBeLessThan(height)
  })

  test('reaches as far as it is asked to, and as far as its values need', () => {
    const ends = (range: readonly [number, number]) =>
      sparkOf({ ...bare, values: [0, 10], range })?.lines[0]?.split(' ')
    expect(ends([0, 10])).toEqual(ends([2, 8]))
    expect(ends([0, 10])).not.toEqual(ends([0, 20]))
  })
})
