import { expect, test } from 'vitest'
import { distance, nearest } from '../../../data/shared/near.ts'

test.each([
  ['', '', 0],
  ['owner', 'owner', 0],
  ['owner', 'ownr', 1],
  ['owner', 'owners', 1],
  ['owner', 'owmer', 1],
  ['owner', 'onwer', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('from "%s" to "%s" it is %i steps', (from, to, steps) => {
  expect(distance(from, to)).toBe(steps)
  expect(distance(to, from)).toBe(steps)
})

const known = ['owner', 'opened_at', 'status', 'id']

test.each([
  ['ownr', 'owner'],
  ['Owner', 'owner'],
  ['opened at', 'opened_at'],
  ['stauts', 'status'],
  ['idd', 'id'],
  ['zebra', undefined],
  ['x', undefined],
])('"%s" was meant as %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant)
})
