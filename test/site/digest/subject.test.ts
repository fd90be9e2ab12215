import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subjectOf } from '../../../site/digest/subject.ts'
import { manifest } from '../fixture.ts'

const real = { ...manifest, is_sample: false }
const lines = (many: number) => Array.from({ length: many }, () => ({ text: 'a' }))
const news = (slipped: number, rising: number, falling: number, ended: number) => ({
  slipped: lines(slipped),
  rising: lines(rising),
  falling: lines(falling),
  ended: lines(ended),
})

test.each([
  ['a night with everything', news(2, 1, 1, 3), 6, false, 'Escalations, Fri 20 Nov 2026: 2 slipped, 1 rising, 6 to decide, 1 falling'],
  ['one on which nothing is new', news(0, 0, 0, 0), 6, false, 'Escalations, Fri 20 Nov 2026: nothing new, 6 to decide'],
  ['a quiet one', news(0, 0, 0, 0), 0, false, 'Escalations, Fri 20 Nov 2026: nothing new, nothing to decide'],
  ['the first', null, 4, false, 'Escalations, Fri 20 Nov 2026: 4 to decide'],
  ['one on old data', news(1, 0, 0, 0), 1, true, 'Escalations, Fri 20 Nov 2026: figures in doubt, 1 slipped, 1 to decide'],
])('the subject of %s', (_, found, decisions, isDoubtful, subject) => {
  expect(subjectOf({ manifest: real, news: found, decisions, isDoubtful })).toBe(subject)
}) // biome-ignore format: a table

test('a sample says that it is one', () => {
  expect(subjectOf({ manifest, news: null, decisions: 0, isDoubtful: false })).toMatch(
    /^\[Sample\] Escalations/,
  )
})

const many = fc.nat(100_000)
test('whatever the night, it is one line of plain letters, and no longer than 78', () => {
  fc.assert(
    fc.property(
      many,
      many,
      many,
      many,
      many,
      fc.boolean(),
      fc.boolean(),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-01-01') }),
      (a, b, c, d, decisions, isDoubtful, is_sample, at) => {
        const told = {
          manifest: { ...manifest, is_sample, known_until: at.toISOString() },
          decisions,
          isDoubtful,
        }
        const subject = subjectOf({ ...told, news: news(a % 9, b % 9, c % 9, d % 9) })
        const large = subjectOf({
          ...told,
          news: {
            slipped: { length: a },
            rising: { length: b },
            falling: { length: c },
            ended: { length: d },
          } as never,
        })
        for (const one of [subject, large]) expect(one).toMatch(/^[ -~]{20,78}$/)
        if (isDoubtful) expect(large).toContain('figures in doubt')
      },
    ),
  )
})
