import { describe, expect, test } from 'vitest'
import type { StaffTime } from '../../../data/contract.ts'
import { type Device, isHandheld } from '../../../site/intake/device.ts'
import { clearDraft, type Drawer, drawerOf, keepDraft, readDraft } from '../../../site/intake/draft.ts'
import { nothingFilled } from '../../../site/intake/filling.ts'
import { placeAt, type Stage, stageFor } from '../../../site/intake/stage.ts'
import { acknowledgedRecently } from '../../../site/intake/times.ts'

class Memory {
  readonly kept = new Map<string, string>()
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value)
  }
  removeItem(key: string): void {
    this.kept.delete(key)
  }
}

describe('a draft', () => {
  const filled = { ...nothingFilled, tickets: 'INC1', no_ticket: true }

  test('is kept, read and cleared without a trace', () => {
    const memory = new Memory()
    const drawer = drawerOf(() => memory as unknown as Storage)
    keepDraft(drawer, filled)
    expect(readDraft(drawer)).toEqual(filled)
    clearDraft(drawer)
    expect(readDraft(drawer)).toBeNull()
    expect(memory.kept.size).toBe(0)
  })

  test('that is full, closed or missing throws nothing', () => {
    const full = Object.assign(new Memory(), {
      setItem: () => {
        throw new Error('full')
      },
    })
    const closed = (): Storage => {
      throw new Error('denied')
    }
    for (const drawer of [drawerOf(() => full as unknown as Storage), drawerOf(closed), null]) {
      expect(drawer).toBeNull()
      expect(() => keepDraft(drawer, filled)).not.toThrow()
      expect(readDraft(drawer)).toBeNull()
      expect(() => clearDraft(drawer)).not.toThrow()
    }
  })

  test('that fills up later is still typed into', () => {
    const memory = new Memory()
    const drawer = drawerOf(() => memory as unknown as Storage)
    memory.setItem = () => {
      throw new Error('full')
    }
    expect(() => keepDraft(drawer, filled)).not.toThrow()
  })

  test.each(['', 'no JSON', 'null', '[]', '7', '"text"'])('that was damaged to %j is none', (text) => {
    const memory = new Memory()
    memory.kept.set('escalation-draft', text)
    expect(readDraft(memory as Drawer)).toBeNull()
  })
})

describe('a draft file is not offered on', () => {
  test.each<[string, Device, boolean]>([
    ['an iPhone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148', maxTouchPoints: 5 }, true],
    ['an Android phone', { userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/150 Mobile Safari/537.36', maxTouchPoints: 5 }, true],
    ['an iPad that says it is a Mac', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 }, true],
    ['a phone that tells its kind alone', { userAgent: 'Mozilla/5.0', maxTouchPoints: 0, userAgentData: { mobile: true } }, true],
    ['a Mac', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 0 }, false],
    ['a Windows computer with a touch screen', { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', maxTouchPoints: 10, userAgentData: { mobile: false } }, false],
  ])('%s: %s', (_, device, is) => {
    expect(isHandheld(device)).toBe(is)
  }) // biome-ignore format: a table
})

describe('an address leads to', () => {
  test.each<[string, ReturnType<typeof placeAt>]>([
    ['', { stage: 'questions', field: null }],
    ['#', { stage: 'questions', field: null }],
    ['#review', { stage: 'review', field: null }],
    ['#end', { stage: 'end', field: null }],
    ['#needed_by_day', { stage: 'questions', field: 'needed_by_day' }],
    ['#content', null],
    ['#<script>', null],
  ])('%j', (hash, place) => {
    expect(placeAt(hash)).toEqual(place)
  })

  test.each<[Stage, boolean, boolean, Stage]>([
    ['questions', true, true, 'questions'],
    ['review', true, false, 'review'],
    ['review', false, true, 'questions'],
    ['end', true, true, 'end'],
    ['end', true, false, 'review'],
    ['end', false, true, 'questions'],
  ])('%s, with answers %s and taken %s: %s', (wanted, hasAnswers, isTaken, stage) => {
    expect(stageFor(wanted, hasAnswers, isTaken)).toBe(stage)
  })
})

describe('how soon requests were acknowledged', () => {
  const time: StaffTime = {
    measure: 'acknowledged',
    clock: 'elapsed',
    half_within_minutes: 1440,
    nine_in_ten_within_minutes: 7200,
  }
  const half = 'half of all escalations were acknowledged within 1 day'
  test.each<[string, StaffTime[], string | null]>([
    ['both, where it is not told when', [time], `H${half.slice(1)}, and nine in ten within 5 days.`],
    ['of a year', [{ ...time, from: '2025-11-21', to: '2026-11-20' }], `In the year to 20 November 2026, ${half}, and nine in ten within 5 days.`],
    ['of a leap year', [{ ...time, from: '2027-11-21', to: '2028-11-20' }], `In the year to 20 November 2028, ${half}, and nine in ten within 5 days.`],
    ['of less than a year', [{ ...time, from: '2026-09-01', to: '2026-11-20' }], `Between 1 September 2026 and 20 November 2026, ${half}, and nine in ten within 5 days.`],
    ['the half alone', [{ ...time, nine_in_ten_within_minutes: null }], `H${half.slice(1)}.`],
    ['neither', [{ ...time, half_within_minutes: null }], null],
    ['by working hours alone', [{ ...time, clock: 'business' }], null],
    ['of another promise', [{ ...time, measure: 'resolved' }], null],
    ['nothing', [], null],
  ])('%s', (_, told, words) => {
    expect(acknowledgedRecently(told)?.replaceAll('\u00a0', ' ') ?? null).toBe(words)
  }) // biome-ignore format: a table
})
