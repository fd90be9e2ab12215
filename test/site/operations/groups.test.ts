import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupOf, groupSizes, groups, inGroups } from '../../../site/operations/groups.ts'

const lack = (overdue_minutes: number) => ({ is_overdue: overdue_minutes > 0, overdue_minutes })
const week = 7 * 1440

test.each([
  ['nothing is missing', [], 'complete'],
  ['something is missing and not due yet', [0], 'recent'],
  ['overdue by a minute less than a week', [week - 1], 'recent'],
  ['overdue by a week', [week], 'old'],
  ['the worst is overdue by months, the rest by days', [10 * week, 1440], 'old'],
])('%s', (_, minutes, group) => expect(groupOf({ lacks: minutes.map(lack) })).toBe(group))

test('a list in its groups holds every item once, and each group keeps the order of the list', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 3 * week }), { maxLength: 2 })
  fc.assert(
    fc.property(fc.array(minutes, { maxLength: 40 }), (all) => {
      const items = all.map((some, at) => ({ at, lacks: some.toSorted((a, b) => b - a).map(lack) }))
      const told = inGroups(items)
      const places = told.map((item) => groups.indexOf(groupOf(item)) * 100 + item.at)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(new Set(told)).toEqual(new Set(items))
      expect(Object.values(groupSizes(items)).reduce((sum, size) => sum + size, 0)).toBe(items.length)
    }),
  )
})
