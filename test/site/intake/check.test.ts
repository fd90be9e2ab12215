import { describe, expect, test } from 'vitest'
import { type Asking, check, needsOwnWords } from '../../../site/intake/check.ts'
import type { Fault } from '../../../site/intake/fault.ts'
import { type Filling, fillingOf, nothingFilled } from '../../../site/intake/filling.ts'

const asking: Asking = {
  shape: { pattern: '\\b(INC|REQ)\\d{6,}\\b', example: 'INC0123456' },
  today: '2026-11-20',
}
const good: Filling = {
  ...nothingFilled,
  tickets: 'inc 0123456',
  impact: 'teaching',
  needed_by_day: '30',
  needed_by_month: '11',
  needed_by_year: '2026',
}
const faultsOf = (filling: Filling, asked: readonly string[] = []): readonly Fault[] => {
  const found = check(filling, asking, new Set(asked))
  return 'faults' in found ? found.faults : []
}

test('three answers are enough', () => {
  expect(check(good, asking, new Set())).toEqual({
    answers: {
      filling: good,
      request: {
        tickets: ['INC0123456'],
        reason: null,
        impact: 'teaching',
        wanted: null,
        needed_by: '2026-11-30',
        has_happened_before: null,
        reported_as: null,
      },
    },
  })
})

test('nothing at all is asked for in the order of the form', () => {
  expect(faultsOf(nothingFilled)).toEqual([
    { field: 'tickets', message: 'Enter the ticket number, or choose “I don’t have one”.', question: null },
    { field: 'impact', message: 'Choose what it is stopping.', question: null },
    { field: 'needed_by_day', message: 'Enter the day by which you need it.', question: null },
  ])
})

describe('what is wrong is said where it is', () => {
  test.each<[string, Partial<Filling>, string, string]>([
    ['no ticket and no word how it was reported', { tickets: '', no_ticket: true, impact_words: 'No sound' }, 'reported', 'Say how and when you reported it, for example “by phone on Monday”, or write “not reported yet”.'],
    ['no ticket and no word what is wrong', { tickets: '', no_ticket: true, reported: 'by phone', impact_words: ' ' }, 'impact_words', 'Say what is wrong and what it is stopping you doing: there is no ticket that says it.'],
    ['something else, untold', { impact: 'other' }, 'impact_words', 'Say in a few words what it is stopping you doing.'],
    ['a past day', { needed_by_year: '2025' }, 'needed_by_day', 'The day by which you need it must be today or later.'],
    ['words too long', { impact_words: 'x'.repeat(5001) }, 'impact_words', 'Shorten this: it has 5,001 characters, and 5,000 fit.'],
    ['a line too long', { contact: '😀'.repeat(301) }, 'contact', 'Shorten this: it has 301 characters, and 300 fit.'],
  ])('%s', (_, told, field, message) => {
    expect(faultsOf({ ...good, ...told })).toEqual([{ field, message, question: null }])
  }) // biome-ignore format: a table

  test.each<[string, Partial<Filling>]>([
    ['5,000 characters', { impact_words: 'x'.repeat(5000) }],
    ['300 emoji', { contact: '😀'.repeat(300) }],
    ['a signature with a script', { tried: 'Regards\n-- \n<script>alert(1)</script>' }],
    [
      'no ticket, with what is wrong and how it was reported, and no place',
      { tickets: '', no_ticket: true, reported: 'not reported yet', impact_words: 'No sound' },
    ],
    ['asap', { needed_by_day: 'asap', needed_by_month: '', needed_by_year: '' }],
    [
      'a pasted subject with a date in it',
      { tickets: 'RE: INC0123456 - projector in B12, since 12 May 2026' },
    ],
    ['a number after all, though none was said', { no_ticket: true }],
  ])('%s is fine', (_, told) => {
    expect(faultsOf({ ...good, ...told })).toEqual([])
  })
})

describe('what only looks wrong is asked about once', () => {
  test.each<[string, Partial<Filling>, Fault]>([
    ['a number in the wrong shape', { tickets: 'inc 12' }, { field: 'tickets', message: 'INC 12 is too short: a number looks like INC0123456.', question: 'Use “INC 12” as it is' }],
    ['several', { tickets: 'INC12, 3456' }, { field: 'tickets', message: '“INC12” and “3456” do not look like ticket numbers: a number looks like INC0123456.', question: 'Use “INC12” and “3456” as they are' }],
    ['a day far ahead', { needed_by_year: '28' }, { field: 'needed_by_year', message: 'Thursday 30 November 2028 is more than a year away. Is the year right?', question: 'Keep Thursday 30 November 2028' }],
  ])('%s', (_, told, fault) => {
    const filling = { ...good, ...told }
    expect(faultsOf(filling)).toEqual([fault])
    expect(faultsOf(filling, [fault.question ?? ''])).toEqual([])
    expect(faultsOf({ ...filling, tickets: 'INC7' }, [fault.question ?? ''])).toHaveLength(1)
  }) // biome-ignore format: a table

  test('and then sent as it is', () => {
    const found = check(
      { ...good, tickets: 'INC0123456, inc 12' },
      asking,
      new Set(['Use “INC 12” as it is']),
    )
    expect(found).toMatchObject({ answers: { request: { tickets: ['INC0123456', 'INC 12'] } } })
  })

  test('but not where there is no ticket', () => {
    const found = check(
      {
        ...good,
        tickets: 'INC12',
        no_ticket: true,
        reported: 'by phone',
        place: 'Room 2.41',
        impact_words: 'x',
      },
      asking,
      new Set(),
    )
    expect(found).toMatchObject({ answers: { request: { tickets: [], reported_as: 'Room 2.41; by phone' } } })
  })
})

describe('a letter where a digit should be is put right with one click', () => {
  test.each<[string, string, Partial<Fault>]>([
    ['one', 'incO123456', { message: '“INCO123456” has a letter where a digit should be. Did you mean INC0123456?', question: 'Use “INCO123456” as it is', meant: { words: 'Yes, use INC0123456', value: 'INC0123456' } }],
    ['one beside a good one', 'INC0123456 and INCO123457', { meant: { words: 'Yes, use INC0123457', value: 'INC0123456, INC0123457' } }],
    ['two', 'INCO123456, INCO123457', { message: '“INCO123456” and “INCO123457” have letters where digits should be. Did you mean INC0123456 and INC0123457?' }],
    ['one beside another fault, which is asked about next', 'INCO123456, INC12', { question: 'Use “INCO123456” and “INC12” as they are', meant: { words: 'Yes, use INC0123456', value: 'INC0123456, INC12' } }],
  ])('%s', (_, tickets, told) => {
    const [found, ...others] = faultsOf({ ...good, tickets })
    expect(found).toMatchObject(told)
    expect(others).toEqual([])
    const next = faultsOf({ ...good, tickets: found?.meant?.value ?? '' })
    expect(next.map(({ meant }) => meant)).toEqual(tickets.includes('INC12') && tickets.endsWith('12') ? [undefined] : [])
  }) // biome-ignore format: a table
})

test.each<[string, Partial<Filling>, boolean]>([
  ['with a ticket', {}, false],
  ['where none of the answers fits', { impact: 'other' }, true],
  ['without a ticket', { tickets: '', no_ticket: true }, true],
  ['with a ticket after all', { no_ticket: true }, false],
])('own words are asked for %s: %#', (_, told, is) => {
  expect(needsOwnWords({ ...good, ...told }, asking.shape)).toBe(is)
})

describe('a filling is taken from whatever was kept', () => {
  test.each<[string, Record<string, unknown>, Partial<Filling>]>([
    ['nothing', {}, {}],
    [
      'fields',
      { tickets: 'INC1', no_ticket: true, impact: 'other' },
      { tickets: 'INC1', no_ticket: true, impact: 'other' },
    ],
    ['a form’s own words', { no_ticket: 'on' }, { no_ticket: true }],
    ['other fields and other things', { colour: 'red', tickets: 7, recurring: 'yes', __proto__: null }, {}],
    ['answers that are not offered', { impact: 'football', reason: 'fix', wanted: 'fix' }, { wanted: 'fix' }],
  ])('%s', (_, given, told) => {
    expect(fillingOf(given)).toEqual({ ...nothingFilled, ...told })
  })
})
