import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aloneFrom, merged } from '../../etl/publish/owners/merged.ts'

const holder = (owner: string, tickets: number, escalations = 0) => ({ owner, tickets, escalations })
const names = (all: readonly { owner: string }[]): string => all.map(({ owner }) => owner).join('')

test.each([
  ['nobody', [], '', ''],
  ['all hold much', [holder('a', 5), holder('b', 2, 3)], 'ab', ''],
  ['two hold little', [holder('a', 9), holder('b', 4), holder('c', 1)], 'a', 'bc'],
  ['one holds little, and whoever holds least of the rest joins', [holder('a', 9), holder('b', 6), holder('c', 1)], 'a', 'cb'],
  ['only one holds anything, and little', [holder('a', 1)], '', 'a'],
])('where %s', (_, holders, alone, others) => {
  const parted = merged(holders)
  expect([names(parted.alone), names(parted.others)]).toEqual([alone, others])
}) // biome-ignore format: a table

const anyHolders = fc.array(fc.record({ owner: fc.uuid(), tickets: fc.nat(12), escalations: fc.nat(12) }), {
  maxLength: 12,
})

test('nobody is lost, nobody with little stands alone, and nobody is told by being left out', () => {
  fc.assert(
    fc.property(anyHolders, (holders) => {
      const { alone, others } = merged(holders)
      expect([...alone, ...others].map(({ owner }) => owner).sort()).toEqual(
        holders.map(({ owner }) => owner).sort(),
      )
      for (const { tickets, escalations } of alone)
        expect(tickets + escalations).toBeGreaterThanOrEqual(aloneFrom)
      if (alone.length > 0) expect(others.length).not.toBe(1)
    }),
  )
})
