import { describe, expect, test } from 'vitest'
import type { PreviousFile } from '../../../data/contract.ts'
import { alertsOf } from '../../../site/digest/alerts.ts'
import { digestOf } from '../../../site/digest/digest.ts'
import { newsOf } from '../../../site/digest/news.ts'
import { boardRows } from '../../../site/promises.ts'
import { plain } from '../plain.ts'
import { call, releaseBefore, slipped, whole } from './known.ts'

const newsAfter = (previous: PreviousFile) => {
  const { manifest, measures } = whole(previous)
  const news = newsOf(boardRows(manifest, measures), measures, previous)
  return Object.values(news)
    .flat()
    .map(({ text }) => plain(text))
}
const wifi = [...(whole().measures.get('recurring')?.breakdowns ?? [])].find(({ id }) => id === 'groups')
  ?.rows[0]
const wifiKey = wifi?.key ?? ''

const fell =
  'Kept up to date: 24 %. October 2026: below the usual range of 42 % to 55 %. Chance alone seldom does that: it has slipped.'
const rose =
  '“Network: Wi-Fi drop-out” has been rising since 4 Oct 2026: 42 tickets in 28 days, after 60 in the 84 before.'
const both = { charts: [slipped('updated')], calls: [call(wifiKey, 'Network: Wi-Fi drop-out')] }

describe('what is new', () => {
  test.each<[string, PreviousFile, string[]]>([
    ['is all that is called, where nothing was before', releaseBefore(), [fell, rose]],
    ['is nothing, where the same was called before', releaseBefore(both), []],
    ['is what was not called before', releaseBefore({ calls: both.calls }), [fell]],
    ['is an issue that rises and was falling', releaseBefore({ ...both, calls: [call(wifiKey, 'Wi-Fi', 'down')] }), [rose, '“Wi-Fi” is no longer called falling.']],
    ['is not what showed no more than a sign before', releaseBefore({ ...both, charts: [{ ...slipped('updated'), slipped: null }] }), [fell]],
    ['is a promise that has slipped no longer', releaseBefore({ ...both, charts: [...both.charts, slipped('owned')] }), ['A designated owner throughout is no longer called slipped: 70 %. October 2026 lies within the usual range, 65 % to 74 %: nothing can be read into it alone.']],
    ['is an issue that has stopped, though it is no more in the release', releaseBefore({ ...both, calls: [...both.calls, call('t-gone', 'Lost key')] }), ['“Lost key” is no longer called rising.']],
  ])('%s', (_, previous, lines) => {
    expect(newsAfter(previous)).toEqual(lines)
  }) // biome-ignore format: a table
})

test.each<[string, PreviousFile | null, number]>([
  ['no release before', null, 0],
  ['nothing called before', releaseBefore(), 2],
  ['the same called before', releaseBefore(both), 0],
  ['more called before', releaseBefore({ charts: [slipped('owned'), slipped('updated')] }), 1],
])('with %s, as many are newly called as the list says', (_, previous, called) => {
  const known = whole(previous)
  const listed = digestOf(known)
    .parts.filter(({ title, isList }) => isList && title?.startsWith('New since'))
    .flatMap(({ lines }) => lines)
    .filter(({ text }) => !text.includes('no longer called'))
  expect([alertsOf(known).called, listed.length]).toEqual([called, called])
  expect(Object.keys(alertsOf(known))).toEqual(['run', 'as_of', 'called'])
})

const calledAgain = (told: PreviousFile['told']): number =>
  alertsOf(whole({ ...releaseBefore(), told })).called

test.each<[string, PreviousFile['told'], number]>([
  ['is not newly called', both, 0],
  ['and was called less is newly called by what is more', { ...both, charts: [] }, 1],
  ['and fell is newly called where it rises', { ...both, calls: [call(wifiKey, 'Wi-Fi', 'down')] }, 1],
  ['and called nothing is newly called as before', { charts: [], calls: [] }, 2],
])('what was told by a night as of the same time %s', (_, told, called) => {
  expect(calledAgain(told)).toBe(called)
})

test('a share of too few items is not sent', () => {
  const known = whole()
  const updated = known.measures.get('updated')
  if (updated === undefined) throw new Error('no such measure')
  const few = {
    ...updated,
    series: updated.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({ ...point, n: 3 })),
    })),
  }
  const measures = new Map([...known.measures, ['updated', few]])
  const { slipped: lines } = newsOf(boardRows(known.manifest, measures), measures, releaseBefore())
  expect(lines.map(({ text }) => text)).toEqual([
    'Kept up to date has slipped, by a figure of too few items to be sent.',
  ])
})
