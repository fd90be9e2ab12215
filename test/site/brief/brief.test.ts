import { expect, test } from 'vitest'
import type { MeasureFile } from '../../../data/contract.ts'
import { type Brief, briefOf } from '../../../site/brief/brief.ts'
import { fitting } from '../../../site/brief/fit.ts'
import { boardRows } from '../../../site/promises.ts'
import { waitingFacts } from '../../../site/sentences/waits.ts'
import { asOf, firstNight, full, manifest } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
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
    'A change without effect: Clean-up tool on all desktops, 16 Feb 2026. No clear change. Keep it, change it, or stop?',
    'Due for review: No escalation changes teams before the next owner is named. Decided 29 May 2026, review on 30 Sept 2026. Did it work, and what next?',
    'Three people or fewer hold over half: Open escalations. 3 of 14 people hold 61 % of them. Who takes some over?',
    'Three people or fewer hold over half: Open tickets. 3 of 14 people hold 61 % of them. Who takes some over?',
  ])
  expect(brief.decided.map(({ title, when, verdict }) => plain(`${title}, ${when}: ${verdict}`))).toEqual([
    'Survey of the wireless network, decided 13 Nov 2026: Cannot be told',
    'No escalation changes teams before the next owner is named, decided 29 May 2026, review on 30 Sept 2026: No clear change',
  ])
  expect(brief.decided[0]?.expected).toBe('Fewer days without an owner')
  expect(brief.more).toEqual({ changed: 0, decisions: 0, decided: 0 })
})

test('on the first night there is nothing to bring to a meeting', () => {
  const { measures } = firstNight()
  const brief = briefOf(boardRows(manifest, byId(...measures)), byId(...measures), manifest)
  expect(brief).toEqual({
    changed: [],
    decisions: [],
    decided: [],
    more: { changed: 0, decisions: 0, decided: 0 },
  })
})

test('what one page has no room for is counted', () => {
  const rows = Array.from({ length: 20 }, (_, place) =>
    boardRow(`P${place}`, 'slipped', null, { verdict: 'a'.repeat(180) }),
  )
  const { changed: lines, decisions, more } = briefOf(rows, byId(), manifest)
  expect([lines.length, decisions.length]).toEqual([6, 5])
  expect(more).toEqual({ changed: 14, decisions: 15, decided: 0 })
})

test.each<[string, number[][], number[]]>([
  ['nothing', [[], []], [0, 0]],
  ['what fits', [[10, 10], [10]], [2, 1]],
  ['one line each', [Array(40).fill(90)], [21]],
  ['two lists share the page', [Array(40).fill(90), Array(40).fill(90)], [11, 10]],
  ['a list that ends leaves its room to the other', [[90], Array(40).fill(90)], [1, 20]],
  ['one that is too long is left out, and those after it', [[4_000, 10], [10]], [0, 1]],
])('of a page: %s', (_, lengths, taken) => {
  expect(fitting(lengths.map((list) => list.map((length) => 'a'.repeat(length))))).toEqual(taken)
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
