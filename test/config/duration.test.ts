import { expect, test } from 'vitest'
import { parseDuration } from '../../etl/config/duration.ts'

test.each([
  ['15 min', { kind: 'elapsed', minutes: 15 }],
  ['1 minute', { kind: 'elapsed', minutes: 1 }],
  ['4 hours', { kind: 'elapsed', minutes: 240 }],
  ['4 h', { kind: 'elapsed', minutes: 240 }],
  ['2h', { kind: 'elapsed', minutes: 120 }],
  ['1.5 hours', { kind: 'elapsed', minutes: 90 }],
  ['2 days', { kind: 'elapsed', minutes: 2880 }],
  ['1 week', { kind: 'elapsed', minutes: 10_080 }],
  ['2 business hours', { kind: 'business', minutes: 120 }],
  ['30 business minutes', { kind: 'business', minutes: 30 }],
  ['1 business day', { kind: 'business_days', days: 1 }],
  ['10 working days', { kind: 'business_days', days: 10 }],
  ['  3 Business Days ', { kind: 'business_days', days: 3 }],
])('reads "%s"', (text, duration) => {
  expect(parseDuration(text)).toEqual(duration)
})

test.each([
  '',
  '4',
  'hours',
  '0 min',
  '-1 hours',
  '1,5 hours',
  '1.5 business days',
  '1 business week',
  '2 months',
])('does not read "%s", and says how to write it', (text) => {
  expect(() => parseDuration(text)).toThrow(`"${text}" is no duration. Write it as "15 min"`)
})
