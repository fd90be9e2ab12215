import { describe, expect, test } from 'vitest'
import { boardRows } from '../../../site/promises.ts'
import { opening } from '../../../site/sentences/board.ts'
import { notices } from '../../../site/sentences/freshness.ts'
import { receiptsSentence } from '../../../site/sentences/receipts.ts'
import { boundsOnly, whyNoHeadline } from '../../../site/sentences/telling.ts'
import { type Fixture, firstNight, full, troubled } from '../fixture.ts'
import { figure } from '../fixture-make.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const byId = ({ measures }: Fixture) => new Map(measures.map((measure) => [measure.id, measure]))
const nothingYet = 'There is nothing to tell yet: no complete period holds enough items.'

describe('the opening sentence', () => {
  test('says the last month, the one before, and what stands now', () => {
    const fixture = full()
    expect(plain(opening(byId(fixture), fixture.manifest))).toBe(
      'In October 2026, 89 % of 38 escalations were acknowledged within 1 business day; in September 2026 it was 72 % of 43 escalations. Now 7 escalations wait to be acknowledged, 18 of 225 open tickets have no owner and 6 issues recur.',
    )
  })

  test('says how many of the issues rise, where any does', () => {
    const fixture = full()
    const measures = byId(fixture)
    const recurring = measures.get('recurring')
    if (recurring === undefined) throw new Error('no recurring issues')
    const saying = (rising: number): string => {
      const figures = [figure('rising', 'ticket', 'items', rising)]
      return plain(
        opening(new Map([...measures, ['recurring', { ...recurring, figures }]]), fixture.manifest),
      )
    }
    expect(saying(2)).toMatch(/ 6 issues recur, 2 of them rising\.$/)
    expect(saying(0)).toMatch(/ 6 issues recur\.$/)
  })

  test('leaves out what cannot be told', () => {
    const fixture = troubled()
    expect(opening(byId(fixture), fixture.manifest)).not.toContain('recur')
  })

  test('says on the first night that there is nothing yet', () => {
    const fixture = firstNight()
    expect(opening(byId(fixture), fixture.manifest)).toBe(nothingYet)
    expect(opening(new Map(), fixture.manifest)).toBe(nothingYet)
  })
})

describe('the board', () => {
  test('stands told promises first, then those that nobody measures, each in its order', () => {
    const fixture = full()
    expect(boardRows(fixture.manifest, byId(fixture)).map(({ id, isMeasured }) => [id, isMeasured])).toEqual([
      ['acknowledged', true],
      ['owner-load', true],
      ['recurring', true],
      ['investigated', false],
      ['owned', false],
      ['satisfaction', false],
    ])
  })

  test('sets a share of a period against the period before it', () => {
    const fixture = full()
    const [row] = boardRows(fixture.manifest, byId(fixture))
    expect(plain(row?.now?.note ?? '')).toBe(
      'acknowledged within 1 business day; of 38 escalations, October 2026',
    )
    expect(plain(`${row?.before?.words}, ${row?.before?.note}`)).toBe('72 %, September 2026')
  })

  test('sets what is open now against the end of the last whole week', () => {
    const fixture = full()
    const row = boardRows(fixture.manifest, byId(fixture)).find(({ id }) => id === 'owner-load')
    expect(plain(row?.before?.note ?? '')).toBe('end of week of 9 Nov 2026')
  })

  test('never shows 0 % or 100 % for what cannot be told, but why', () => {
    const fixture = troubled()
    const row = boardRows(fixture.manifest, byId(fixture)).find(({ id }) => id === 'recurring')
    expect(row?.now).toBeNull()
    expect(row?.why).toBe(
      'This cannot be told from the sources. The source “incidents” would need subcategory.',
    )
  })
})

describe('what stands before the figures', () => {
  test('a sample is called one, a fresh installation is not', () => {
    expect(notices(full().manifest, true).map(({ kind }) => kind)).toEqual(['sample'])
  })

  test('each stale source says since when, then the warnings', () => {
    const said = notices(troubled().manifest, true)
    expect(said.map(({ kind }) => kind)).toEqual(['sample', 'stale', 'warning'])
    expect(plain(said[1]?.text ?? '')).toContain('nothing newer than Fri 20 Nov 2026, 16:56 was delivered')
  })

  test('warnings are for leaders, stale sources for everyone', () => {
    expect(notices(troubled().manifest, false).map(({ kind }) => kind)).toEqual(['sample', 'stale'])
  })

  test('a source that was never read says so', () => {
    expect(notices(firstNight().manifest, true)[0]?.text).toBe(
      'Nothing of the source “incidents” has been read yet. Figures that need it are missing.',
    )
  })
})

test.each([
  ['no file', firstNight(), 'No file was read.'],
  [
    'one file',
    full(),
    '231,919 records in 1 file were read and 231,900 kept; 7 were set aside because they could not be understood.',
  ],
  [
    'one refused',
    troubled(),
    '231,919 records in 1 file were read and 231,900 kept; 7 were set aside because they could not be understood. 1 file could not be read at all.',
  ],
])('the receipts of %s', (_, { run }, sentence) => {
  expect(plain(receiptsSentence(run))).toBe(sentence)
})

test('a measure says what it cannot tell, or tells within bounds only', () => {
  const [first, load] = troubled().measures
  if (first === undefined || load === undefined) throw new Error('two measures')
  expect(boundsOnly(first)).toBeNull()
  expect(boundsOnly(load)).toBe('Known within bounds only.')
  expect(whyNoHeadline({ ...first, headline: null })).toBe(nothingYet)
})
