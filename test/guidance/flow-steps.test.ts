import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flow } from '../../data/contract.ts'
import { withLinks } from '../../site/flow/links.ts'
import { stepsOf } from '../../site/flow/steps.ts'
import { randomFlow } from './flows.ts'

const flowOf = (edges: readonly [string, string, string?][]): Flow => {
  const ids = [...new Set(edges.flatMap((edge) => edge.slice(0, 2) as string[]))]
  return {
    nodes: ids.map((id) => ({ id, text: `Do ${id}`, who: 'You' })),
    edges: edges.map(([from, to, label]) => ({ from, to, label: label ?? null })),
  }
}
const numbered = (flow: Flow): string[] =>
  stepsOf(flow).map(({ id, kind, ways }) =>
    [id, kind, ...ways.map(({ label, to }) => `${label}:${to}`)].join(' '),
  )

test('one answer is followed to its end before the next, and what both lead to comes after both', () => {
  const flow = flowOf([
    ['a', 'b', 'Yes'],
    ['a', 'd', 'No'],
    ['b', 'c'],
    ['c', 'e'],
    ['d', 'e'],
  ])
  expect(numbered(flow)).toEqual([
    'a question Yes:2 No:4',
    'b step null:3',
    'c step null:5',
    'd step null:5',
    'e end',
  ])
})

test('a way back leads to an earlier step', () => {
  expect(
    numbered(
      flowOf([
        ['a', 'b'],
        ['b', 'a', 'No'],
        ['b', 'c', 'Yes'],
      ]),
    ),
  ).toEqual(['a step null:2', 'b question No:1 Yes:3', 'c end'])
})

test('whatever the flow, each step stands once, and after all that lead to it if there are no circles', () => {
  fc.assert(
    fc.property(randomFlow(false), (flow) => {
      const steps = stepsOf(flow)
      expect(steps.map(({ number }) => number)).toEqual(flow.nodes.map((_, index) => index + 1))
      expect(new Set(steps.map(({ id }) => id)).size).toBe(flow.nodes.length)
      expect(steps[0]?.id).toBe(flow.nodes[0]?.id)
      for (const { number, ways } of steps) for (const { to } of ways) expect(to).toBeGreaterThan(number)
    }),
  )
})

test.each([
  [
    'Call 020 1, or e-mail a@b.example now',
    ['Call ', 'tel:0201', ', or e-mail ', 'mailto:a@b.example', ' now'],
  ],
  ['Look around', ['Look around']],
  ['020 1', ['tel:0201']],
])('in "%s" what can be called or written to is a link', (text, parts) => {
  const found = withLinks(text, { escalations_email: 'a@b.example', service_desk_phone: '020 1' })
  expect(found.map((part) => part.link ?? part.text)).toEqual(parts)
  expect(found.map((part) => part.text).join('')).toBe(text)
})

test('without a number nothing is called', () => {
  expect(withLinks('Call', { escalations_email: 'a@b.example', service_desk_phone: null })).toEqual([
    { text: 'Call', link: null },
  ])
})
