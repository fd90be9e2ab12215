import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ThreadMessage, threadsAsOf, threadsOf } from '../../etl/facts/threads.ts'

const message = (
  message_id: string,
  at: number | null,
  parents: string[] = [],
  conversation_id: string | null = null,
): ThreadMessage => ({ message_id, at, parents, conversation_id })

const cases: [name: string, messages: ThreadMessage[], expected: string[]][] = [
  ['a message that refers to nothing is a thread of its own', [message('a', 1), message('b', 2)], ['M-a', 'M-b']],
  ['an answer is of the thread of what it answers', [message('a', 1), message('b', 2, ['a'])], ['M-a', 'M-a']],
  ['an answer that comes first in the file', [message('b', 2, ['a']), message('a', 1)], ['M-a', 'M-a']],
  ['answers to one message that is missing', [message('b', 2, ['a']), message('c', 3, ['a'])], ['M-b', 'M-b']],
  ['one conversation', [message('a', 1, [], 'x'), message('b', 2, [], 'x'), message('c', 3, [], 'y')], ['M-a', 'M-a', 'M-c']],
  ['a conversation and a message of the same id are not the same', [message('x', 1), message('b', 2, [], 'x')], ['M-x', 'M-b']],
  ['two threads and a message that refers to both', [message('a', 1), message('b', 2), message('c', 3, ['a', 'b'])], ['M-a', 'M-a', 'M-a']],
  ['a message that refers to itself', [message('a', 1, ['a'])], ['M-a']],
  ['two that refer to each other', [message('a', 2, ['b']), message('b', 1, ['a'])], ['M-b', 'M-b']],
  ['two at the same time: named after the lesser id', [message('b', 1, ['a']), message('a', 1)], ['M-a', 'M-a']],
  ['one without a time names a thread only where none has one', [message('a', null), message('b', 2, ['a']), message('c', null)], ['M-b', 'M-b', 'M-c']],
  ['the same message twice, with other parents each time', [message('a', 1), message('b', 2), message('c', 3, ['a']), message('c', 3, ['b'])], ['M-a', 'M-a', 'M-a']],
] // biome-ignore format: a table

describe('which messages are one thread', () => {
  test.each(cases)('%s', (_, messages, expected) => {
    const threads = threadsOf(messages)
    const ids = [...new Set(messages.map(({ message_id }) => message_id))]
    expect(ids.map((id) => threads.get(id))).toEqual(expected)
  })

  test('a thread is named by sixteen letters of its first message', () => {
    expect(threadsOf([message('0123456789abcdef', 1)]).get('0123456789abcdef')).toBe('M-0123456789abcdef')
  })
})

const letters = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const messages = fc.array(
  fc.record({
    message_id: letters,
    parents: fc.array(letters, { maxLength: 2 }),
    conversation_id: fc.option(fc.constantFrom('x', 'y'), { freq: 3 }),
    at: fc.option(fc.nat(5), { freq: 4 }),
  }),
  { maxLength: 12 },
)

test('any order of the same messages gives the same threads', () => {
  const shuffled = messages.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(Object.fromEntries(threadsOf(other))).toEqual(Object.fromEntries(threadsOf(list)))
    }),
  )
})

/** Threads by walking: from a message to whatever it is bound to, until nothing new is found. */
function walked(list: readonly ThreadMessage[], from: string): string[] {
  const found = new Set([`m${from}`])
  let before = 0
  while (found.size > before) {
    before = found.size
    for (const { message_id, parents, conversation_id } of list) {
      const bound = [message_id, ...parents].map((id) => `m${id}`)
      if (conversation_id !== null) bound.push(`c${conversation_id}`)
      if (bound.some((name) => found.has(name))) for (const name of bound) found.add(name)
    }
  }
  const present = new Set(list.map(({ message_id }) => message_id))
  return [...present].filter((id) => found.has(`m${id}`)).sort()
}

test('threads are what can be walked to from a message', () => {
  fc.assert(
    fc.property(messages, (list) => {
      const threads = threadsOf(list)
      for (const id of threads.keys()) {
        const together = [...threads]
          .filter(([, thread]) => thread === threads.get(id))
          .map(([other]) => other)
        expect(together.sort()).toEqual(walked(list, id))
      }
    }),
  )
})

test('as of a time, later messages join nothing that was apart', () => {
  fc.assert(
    fc.property(messages, fc.nat(5), (list, asOf) => {
      const written = list.filter(({ at }) => at === null || at <= asOf)
      expect(Object.fromEntries(threadsAsOf(list, asOf))).toMatchObject(
        Object.fromEntries(threadsOf(written)),
      )
    }),
  )
})

test.each([
  ['a chain', (n: number) => (n === 0 ? [] : [`m${n - 1}`])],
  ['a chain read from its end', (n: number) => [`m${n + 1}`]],
  ['a star', () => ['m0']],
] as const)('%s of 100,000 messages is one thread, in no time', (_, parentsOf) => {
  const many = Array.from({ length: 100_000 }, (_, n) => message(`m${n}`, n, [...parentsOf(n)]))
  const began = performance.now()
  const threads = threadsOf(many)
  expect(new Set(threads.values())).toEqual(new Set(['M-m0']))
  expect(performance.now() - began).toBeLessThan(5_000)
})
