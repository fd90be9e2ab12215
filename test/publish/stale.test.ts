import { describe, expect, test } from 'vitest'
import type { LandedReceipt } from '../../etl/ingest/landed.ts'
import { knownUntil } from '../../etl/publish/manifest.ts'
import { staleSources } from '../../etl/publish/warnings.ts'
import { configOf, eventSource } from '../support/config.ts'
import { settingsOf } from '../support/memory.ts'

const receipt = (source: string, known_at: string): LandedReceipt => ({
  sha256: 'a'.repeat(64),
  source,
  format: 'table',
  encoding: 'utf-8',
  records: 1,
  reading: '',
  columns: [],
  unused: [],
  names: ['log.csv'],
  exported_at: known_at,
  known_at,
  export_times: [known_at],
})
const old = receipt('log', '2026-03-01T12:00:00.000Z')
const fresh = receipt('log', '2026-03-03T12:00:00.000Z')
const now = '2026-03-05T12:00:00.000Z'

describe('a source is stale', () => {
  const cases: [string, string, LandedReceipt[], string[], string[]][] = [
    ['not when it came tonight and no age is set', '', [old], ['log'], []],
    ['when it did not come tonight', '', [old], [], ['log']],
    ['when its newest export is older than it allows', '  max_age_days: 1.5', [old, fresh], ['log'], ['log']],
    [
      'not when its newest export is just as old as it allows',
      '  max_age_days: 2',
      [old, fresh],
      ['log'],
      [],
    ],
    ['not when it never came: that is said otherwise', '  max_age_days: 1', [], [], []],
  ]
  test.each(cases)('%s', async (_, line, landed, delivered, stale) => {
    const { sources } = await settingsOf(configOf(`${eventSource.trimEnd()}\n${line}`))
    const none = { refused: [], repeated: [], fresh: new Set(''), expired: new Set(''), warnings: [] }
    const ingested = { ...none, landed, delivered: new Set(delivered) }
    expect(staleSources(sources, ingested, now)).toEqual(stale)
  })
})

test('figures are known until the newest export, and never later than the as-of time', () => {
  expect(knownUntil(now, [old, fresh])).toBe(fresh.known_at)
  expect(knownUntil('2026-03-02T00:00:00.000Z', [old, fresh])).toBe('2026-03-02T00:00:00.000Z')
})
