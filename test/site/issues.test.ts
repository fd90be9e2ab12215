import { expect, test } from 'vitest'
import { issuePages, issuePath, mostIssuePages, weeksOf } from '../../site/issues.ts'
import { asOf } from './fixture.ts'
import { recurring } from './fixture-load.ts'

const measure = recurring(asOf)

test('issues with weeks have a page, in the order of the release', () => {
  expect(issuePages(measure).map(({ key }) => key)).toEqual(['t-0', 't-1', 't-2', 't-3', 't-4'])
  expect(weeksOf(measure, 't-0')?.points).toHaveLength(110)
})

test.each([
  ['t-0', '/recurring/t-0/'],
  ['t-6', null],
  ['unheard of', null],
])('the page of %s is %s', (key, path) => {
  expect(issuePath(measure, key)).toBe(path)
})

test('however many issues there are, so many have a page', () => {
  const [first] = measure.series
  const groups = measure.breakdowns.map((breakdown) => ({
    ...breakdown,
    rows: Array.from({ length: 200 }, (_, place) => ({
      key: `i-${place}`,
      label: 'x',
      n: 1,
      values: {},
      counts: {},
    })),
  }))
  const series =
    first === undefined ? [] : Array.from({ length: 200 }, (_, place) => ({ ...first, of: `i-${place}` }))
  const many = { ...measure, breakdowns: groups, series }
  expect(issuePages(many)).toHaveLength(mostIssuePages)
  expect([issuePath(many, 'i-59'), issuePath(many, 'i-60')]).toEqual(['/recurring/i-59/', null])
})
