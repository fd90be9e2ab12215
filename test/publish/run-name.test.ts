import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runNameOf, timeOfRun } from '../../etl/publish/run-name.ts'

const moment = fc.date({ min: new Date('1970-01-02'), max: new Date('2999-01-01'), noInvalidDate: true })

test('a run is named by when it began', () => {
  expect(runNameOf(new Date('2026-11-20T02:00:00.123Z'), null)).toBe('20261120T020000123Z')
})

test('names grow, whatever the clock does', () => {
  fc.assert(
    fc.property(moment, moment, (before, now) => {
      const first = runNameOf(before, null)
      const second = runNameOf(now, first)
      expect(second > first).toBe(true)
      if (now > before) expect(timeOfRun(second)).toEqual(now)
    }),
  )
})

test('a folder that somebody made is no run', () => {
  expect(['mine', '2026', '20261120T020000123Z.new', ''].map(timeOfRun)).toEqual([null, null, null, null])
})
