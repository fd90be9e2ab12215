import { describe, expect, test } from 'vitest'
import { asKnown, late, nextUpdate, notices, stateOf } from '../../../site/sentences/freshness.ts'
import { firstNight, full, troubled } from '../fixture.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

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
  ['it is newer than the installation asks', { max_age_days: 2 }, 'Up to date: it may be at most 2 days old'],
  ['it may be a day old', { max_age_days: 1 }, 'Up to date: it may be at most 1 day old'],
  ['no age is set', {}, 'As delivered: no age is set from which it is out of date'],
  ['it is too old', { is_stale: true, max_age_days: 2 }, 'Out of date'],
  ['it is missing, and no age is set', { is_stale: true }, 'Out of date'],
  ['it was never read', { known_until: null }, 'Nothing delivered'],
])('the state of a source: %s', (_, more, words) => {
  const source = {
    name: 'log',
    entity: 'escalation',
    known_until: '2026-11-20T17:00:00.000Z',
    is_stale: false,
    max_age_days: null,
  } as const
  expect(stateOf({ ...source, ...more })).toBe(words)
})

test('every page says as known when, and when the next update is due', () => {
  const { manifest } = full()
  expect(plain(asKnown(manifest.known_until, manifest))).toBe('As known on Fri 20 Nov 2026, 17:00')
  expect(plain(nextUpdate(manifest))).toBe('Next update due Sun 22 Nov 2026, 03:00.')
  expect(plain(late(manifest))).toBe(
    'An update was due Sun 22 Nov 2026, 03:00 and has not come: the nightly job may have stopped. These figures are as known on Fri 20 Nov 2026, 17:00.',
  )
})
