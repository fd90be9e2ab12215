/** Flows made at random: a step or a question, its answers, and texts of every length. */
import fc from 'fast-check'
import type { Flow } from '../../data/contract.ts'

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('the', 'ticket', 'we', 'Service Desk', 'acknowledgement', 'a', 'WWW'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'its-escalations@department.university.example',
      'W'.repeat(40),
      '緊急',
      '👩‍🏫',
    ),
  },
)
const text = fc
  .array(word, { minLength: 1, maxLength: 26 })
  .map((words) => words.join(' ').slice(0, 160).trim() || 'x')
const label = fc.oneof(
  fc.constantFrom('Yes', 'No', 'Not yet'),
  fc.constantFrom('By the end of the term', 'acknowledgement-of-hours'),
)
const who = fc.constantFrom('You', 'IT Services', 'The head of the department or a deputy')

type Pair = readonly [number, number]

const pairs = (count: number, hasCircles: boolean): fc.Arbitrary<Pair[]> =>
  fc
    .tuple(
      ...Array.from({ length: count - 1 }, (_, index) =>
        fc.integer({ min: 0, max: index }).map((from): Pair => [from, index + 1]),
      ),
    )
    .chain((tree) =>
      fc
        .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count })
        .map((more): Pair[] => [...tree, ...more.filter(([a, b]) => (hasCircles ? a !== b : a < b))]),
    )

/** A flow of 2 to 30 nodes that all hang from the first. */
export const randomFlow = (hasCircles: boolean): fc.Arbitrary<Flow> =>
  fc.integer({ min: 2, max: 30 }).chain((count) =>
    fc
      .record({
        texts: fc.array(text, { minLength: count, maxLength: count }),
        doers: fc.array(who, { minLength: count, maxLength: count }),
        labels: fc.array(label, { minLength: 2 * count, maxLength: 2 * count }),
        ways: pairs(count, hasCircles),
      })
      .map(({ texts, doers, labels, ways }): Flow => {
        const unique = [...new Map(ways.map((pair) => [pair.join(), pair])).values()]
        return {
          nodes: texts.map((words, index) => ({ id: `n${index}`, text: words, who: doers[index] ?? 'You' })),
          edges: unique.map(([from, to], index) => ({
            from: `n${from}`,
            to: `n${to}`,
            label: unique.filter(([other]) => other === from).length > 1 ? (labels[index] ?? 'Yes') : null,
          })),
        }
      }),
  )
