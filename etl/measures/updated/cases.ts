import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const stretch = (item_id: string, from_at: string, to_at: string, is_heard: boolean): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  from_at,
  to_at,
  is_heard,
})
const silence = (item_id: string, own: GivenRow): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  is_silent_now: false,
  ...own,
})

const heard = { part: 'share', id: 'heard' } as const
const longest = { part: 'figure', id: 'longest_silence' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'a day on which the requester had heard nothing lately is told, as none of its minutes',
    given: {
      fct_all_items: [ticket('a')],
      fct_heard: [stretch('a', '2026-02-02T10:00:00Z', '2026-02-02T12:00:00Z', false)],
    },
    about: heard,
    expect: [{ day: '2026-02-02', hit: 0, weight: 120 }],
  },
  {
    name: 'each working minute lies on its own day, and a weekend has none',
    given: {
      fct_all_items: [ticket('a')],
      fct_heard: [stretch('a', '2026-02-06T16:00:00Z', '2026-02-09T10:00:00Z', true)],
    },
    about: heard,
    expect: [
      { day: '2026-02-06', hit: 60, weight: 60 },
      { day: '2026-02-09', hit: 60, weight: 60 },
    ],
  },
  {
    name: 'stretches of one day add up, heard and unheard',
    given: {
      fct_all_items: [ticket('a')],
      fct_heard: [
        stretch('a', '2026-02-02T10:00:00Z', '2026-02-02T11:00:00Z', false),
        stretch('a', '2026-02-02T11:00:00Z', '2026-02-02T14:00:00Z', true),
      ],
    },
    about: heard,
    expect: [{ hit: 180, weight: 240 }],
  },
  {
    name: 'a day begins at midnight in London, in summer too',
    given: {
      fct_all_items: [ticket('a')],
      fct_heard: [stretch('a', '2026-03-30T15:30:00Z', '2026-03-31T08:30:00Z', true)],
    },
    about: heard,
    expect: [
      { day: '2026-03-30', weight: 30 },
      { day: '2026-03-31', weight: 30 },
    ],
  },
  {
    name: 'a night tells of nothing',
    given: {
      fct_all_items: [ticket('a')],
      fct_heard: [stretch('a', '2026-02-02T17:00:00Z', '2026-02-03T09:00:00Z', false)],
    },
    about: heard,
    expect: [],
  },
  {
    name: 'silent now counts from the last message, or from receipt where there was none',
    given: {
      fct_all_items: [ticket('a'), ticket('b'), ticket('c')],
      fct_silences: [
        silence('a', { is_silent_now: true, last_message_at: '2026-02-11T09:00:00Z' }),
        silence('b', { is_silent_now: true }),
        silence('c', { last_message_at: '2026-03-30T09:00:00Z' }),
      ],
    },
    about: { part: 'now' },
    expect: [
      { item_id: 'a', id: 'silent', since_at: '2026-02-11 09:00:00+00' },
      { item_id: 'b', since_at: '2026-02-02 10:00:00+00' },
    ],
  },
  {
    name: 'the longest silence is that of the last 365 days, of each kind',
    given: {
      fct_all_items: [
        ticket('a'),
        ticket('b', { received_at: '2025-03-31T10:00:00Z' }),
        ticket('c', { received_at: '2025-04-01T10:00:00Z' }),
        escalation('d'),
      ],
      fct_silences: [
        silence('a', { longest_silence_minutes: 500 }),
        silence('b', { longest_silence_minutes: 9000 }),
        silence('c', { longest_silence_minutes: 700 }),
        silence('d', { item_kind: 'escalation', longest_silence_minutes: 30 }),
      ],
    },
    about: { ...longest, item_kind: 'ticket' },
    expect: [{ value: 700, n: 2, clock: 'elapsed', unit: 'minutes' }],
  },
  {
    name: 'what is left out was promised no word',
    given: {
      fct_all_items: [ticket('a', { is_left_out: true })],
      fct_heard: [stretch('a', '2026-02-02T10:00:00Z', '2026-02-02T12:00:00Z', false)],
      fct_silences: [silence('a', { is_silent_now: true, longest_silence_minutes: 500 })],
    },
    about: {},
    expect: [],
  },
]
