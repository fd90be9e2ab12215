import { describe, expect, test } from 'vitest'
import { keyOf, sorted } from '../../../site/tables/sort.ts'

describe('sorting', () => {
  test.each([
    [['2', '10', '1'], 'ascending', [2, 0, 1]],
    [['2', '10', '1'], 'descending', [1, 0, 2]],
    [['-0.5', '0', '0.25'], 'ascending', [0, 1, 2]],
    [['b', 'A', 'c'], 'ascending', [1, 0, 2]],
    [['Room 10', 'Room 9'], 'ascending', [1, 0]],
    [['2026-01-05', '2025-12-29'], 'ascending', [1, 0]],
    [[null, '1', null, '0'], 'ascending', [3, 1, 0, 2]],
    [[null, '1', null, '0'], 'descending', [1, 3, 0, 2]],
    [['1', '1', '0'], 'ascending', [2, 0, 1]],
    [['1', '1', '0'], 'descending', [0, 1, 2]],
  ] as const)('%j %s: places %j', (keys, way, places) => {
    expect(sorted(keys, way)).toEqual(places)
  })

  test.each([
    ['0.25', '25 %', '0.25'],
    [undefined, '1,234', '1234'],
    [undefined, ' Printing ', 'Printing'],
    [undefined, '–', null],
    [undefined, '', null],
    ['', 'Not recorded', null],
    ['0', '0', '0'],
  ])('a cell with the value %j that says %j is sorted by %j', (value, words, key) => {
    expect(keyOf(value, words)).toBe(key)
  })
})
