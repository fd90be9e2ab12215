import { describe, expect, test } from 'vitest'
import type { MeasureFile } from '../../../data/contract.ts'
import { type Brief, briefOf } from '../../../site/brief/brief.ts'
import { allDecided, decidedText } from '../../../site/brief/decided.ts'
import { departmentRows } from '../../../site/brief/department.ts'
import { decidedBeside } from '../../../site/brief/department-fit.ts'
import { fitting, roomBeside } from '../../../site/brief/fit.ts'
import { boardRows } from '../../../site/promises.ts'
import { waitingFacts } from '../../../site/sentences/waits.ts'
import { asOf, firstNight, full, manifest } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { crowded } from '../fixture-crowded.ts'
import { figure } from '../fixture-make.ts'
import { plain } from '../plain.ts'
import { boardRow } from '../rows.ts'

const byId = (...measures: MeasureFile[]): Map<string, MeasureFile> =>
  new Map(measures.map((measure) => [measure.id, measure]))
const decisionsOf = ({ decisions }: Brief): (string | null)[] =>
  decisions.map(({ rule, subject, text }) => plain(`${rule}: ${subject}. ${text}`))

test('the brief of a whole release', () => {
  const { measures } = full()
  const brief = briefOf(boardRows(manifest, byId(...measures)), byId(...measures), manifest)
  expect(brief.changed.map(plain)).toEqual([
    'Kept up to date: 24 %. October 2026: below the usual range of 42 % to 55 %. Chance alone seldom does that: it has slipped.',
    'Effort: 9 %. October 2026: below the usual range of 12 % to 17 %. Chance alone seldom does that: it is better than usual.',
    '“Network: Wi-Fi drop-out” has been rising since 4 Oct 2026: 42 tickets in 28 days, after 60 in the 84 before.',
  ])
  expect(decisionsOf(brief)).toEqual([
    'A promise slipped: Kept up to date. Who finds out why, and by when?',
    'Rising for two windows, and no problem record: “Network: Wi-Fi drop-out”. 42 tickets in 28 days, after 60 in the 84 before. Who opens a problem record?',
    'A change without clear effect: Clean-up tool on all desktops, 16 Feb 2026. No clear change. Keep it, change it, or stop?',
    'Due for review: No escalation changes teams before the next owner is named. Decided 29 May 2026, review on 30 Sept 2026. Did it work, and what next?',
    'Three people or fewer hold over half: Open escalations. 3 of 14 people hold 61 % of them. Who takes some over?',
    'Three people or fewer hold over half: Open tickets. 3 of 14 people hold 61 % of them. Who takes some over?',
  ])
  expect(brief.decided.map(({ title, when, verdict }) => plain(`${title}, ${when}: ${verdict}`))).toEqual([
    'No escalation changes teams before the next owner is named, decided 29 May 2026, review on 30 Sept 2026: No clear change',
    'Survey of the wireless network, decided 13 Nov 2026: Cannot be told',
  ])
  expect(brief.decided[0]?.expected).toBe('Fewer days without an owner')
  expect(brief.more).toEqual({ changed: 0, decisions: 0, decided: 0 })
})

test('on the first night there is nothing to bring to a meeting, as nothing can be judged', () => {
  const { measures } = firstNight()
  const brief = briefOf(boardRows(manifest, byId(...measures)), byId(...measures), manifest)
  expect(brief).toMatchObject({
    changed: [],
    unchanged: 'Nothing can be judged yet.',
    steady: null,
    decisions: [],
    decided: [],
    more: { changed: 0, decisions: 0, decided: 0 },
  })
})

test('where something can be judged and is as usual, that is said', () => {
  const { unchanged, steady } = briefOf([boardRow('A', 'steady'), boardRow('B', 'early')], byId(), manifest)
  expect([unchanged, steady]).toEqual(['Nothing that can be judged is unusual.', 'Within what is usual: A.'])
})

test('two promises of one measure are told once', () => {
  const twice = [
    boardRow('A', 'slipped', undefined, { verdict: 'It has slipped.' }),
    boardRow('A', 'slipped', undefined, { id: 'again', verdict: 'It has slipped.' }),
  ]
  const { changed, decisions } = briefOf(twice, byId(), manifest)
  expect([changed.length, decisions.length]).toEqual([1, 1])
})

describe('what one page has no room for', () => {
  const slipping = Array.from({ length: 20 }, (_, place) =>
    boardRow(`P${place}`, 'slipped', null, { verdict: 'a'.repeat(180) }),
  )

  test('is counted, and is never what needs a decision while there is anything else', () => {
    const { changed, decisions, more } = briefOf(slipping, byId(), manifest)
    expect(decisions).toHaveLength(20)
    expect(changed.length).toBeLessThan(20)
    expect(more).toEqual({ changed: 20 - changed.length, decisions: 0, decided: 0 })
  })

  test('is never a review that is due while there is any other decision', () => {
    const { manifest: whole, measures } = crowded()
    const brief = briefOf(boardRows(whole, byId(...measures)), byId(...measures), whole)
    expect(brief.more.decisions).toBeGreaterThan(0)
    expect(brief.decisions.every(({ isDue }) => isDue)).toBe(true)
  })

  test('what is due stands first among what was decided, and is marked', () => {
    const { measures } = full()
    expect(allDecided(byId(...measures), manifest).map(({ isDue }) => isDue)).toEqual([true, false])
    expect(allDecided(byId(...measures), manifest).map(decidedText)[0]).toContain(', due for review)')
  })
})

const letters = (lengths: number[][]): string[][] =>
  lengths.map((list) => list.map((length) => 'a'.repeat(length)))

test.each<[string, number[][], number[]]>([
  ['nothing', [[], []], [0, 0]],
  ['what fits', [[10, 10], [10]], [2, 1]],
  ['one line each', [Array(40).fill(90)], [21]],
  ['the first list comes first', [Array(40).fill(90), [10]], [21, 0]],
  ['the others share what it leaves', [[90], Array(40).fill(90), Array(40).fill(90)], [1, 10, 10]],
  ['one that is too long is left out, and those after it', [[4_000, 10], [10]], [0, 1]],
])('of 26 lines: %s', (_, lengths, taken) => {
  expect(fitting(letters(lengths), 26)).toEqual(taken)
})

test('a long statement and long small print leave fewer lines', () => {
  const room = (large: number, small: number) =>
    roomBeside({ large: ['a'.repeat(large)], small: ['a'.repeat(small)] }, 40)
  expect([room(65, 105), room(64, 106)].map((lines) => room(64, 105) - lines)).toEqual([
    expect.closeTo(1.3, 6),
    expect.closeTo(0.9, 6),
  ])
})

test('the page of a department has room for fewer decisions the longer its table is', () => {
  const { manifest: whole, measures } = crowded()
  const rows = departmentRows('library', byId(...measures), whole)
  const of = (some: typeof rows) =>
    decidedBeside({ label: 'Library', statement: 'a', rows: some }, byId(...measures), whole)
  expect(of(rows).decided.length).toBeLessThan(of([]).decided.length)
  expect(of([]).decided.length + of([]).more).toBe(14)
})

test('what waits is said of one and of several', () => {
  const waiting = (value: number | null) =>
    waitingFacts(
      byId({ ...acknowledged(asOf), figures: [figure('waiting_now', 'escalation', 'items', value)] }),
    )
  expect([waiting(1), waiting(7)].map(([fact]) => fact?.words)).toEqual([
    'waits to be acknowledged',
    'wait to be acknowledged',
  ])
  expect(waiting(null)).toEqual([])
})
