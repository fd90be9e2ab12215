import { expect, test } from 'vitest'
import { loadSettings } from '../../etl/config/load.ts'
import { changed, extended, installation } from './installation.ts'

const refusal = async (config: string): Promise<string> =>
  loadSettings(await installation({ 'config.yaml': config })).then(
    () => 'it was accepted',
    (error: Error) => error.message,
  )
const calendar = (text: string): string =>
  changed('  hours: { mon: "09:00-17:00", tue: "09:00-17:00" }', text)
const institution = (line: string): string => changed('  department: IT', `  department: IT\n  ${line}`)

test.each([
  [
    'an unknown time zone',
    changed('Europe/London', 'Europe/Lodnon'),
    'institution.timezone: unknown time zone "Europe/Lodnon". Did you mean "Europe/London"?',
  ],
  ['a time zone by its city', changed('Europe/London', 'London'), 'Did you mean "Europe/London"?'],
  ['a time zone as a bare offset', changed('Europe/London', '"+01:00"'), 'unknown time zone "+01:00"'],
  [
    'a ticket pattern that is broken',
    institution("ticket_number: { pattern: 'INC(', example: INC1 }"),
    'ticket_number.pattern: Invalid regular expression',
  ],
  [
    'a ticket pattern that looks ahead',
    institution("ticket_number: { pattern: 'INC(?=\\d)\\d+', example: INC1 }"),
    'ticket_number.pattern: looks ahead or behind, names or refers back',
  ],
  [
    'a ticket pattern with a name in it',
    institution("ticket_number: { pattern: '(?<n>INC)\\d+', example: INC1 }"),
    'ticket_number.pattern: looks ahead or behind, names or refers back',
  ],
  [
    'a ticket pattern that refers back',
    institution("ticket_number: { pattern: '(INC)\\1\\d+', example: INCINC1 }"),
    'ticket_number.pattern: looks ahead or behind',
  ],
  [
    'an example that does not fit',
    institution("ticket_number: { pattern: 'INC\\d{7}', example: REQ1234567 }"),
    'ticket_number.example: "REQ1234567" does not fit the pattern',
  ],
  [
    'a number with a colon in it',
    institution("ticket_number: { pattern: 'SR:\\d{6}', example: 'SR:012345' }"),
    'a number with ":" in it cannot stand in the list',
  ],
  [
    'a number with two dashes in it',
    institution("ticket_number: { pattern: 'IT--\\d{4}', example: IT--1234 }"),
    'a number with "--" in it',
  ],
  [
    'an example that fits in part',
    institution("ticket_number: { pattern: 'INC\\d{3}', example: INC1234 }"),
    '"INC1234" does not fit the pattern',
  ],
  [
    'a pattern that fits nothing at all',
    institution("ticket_number: { pattern: 'x*', example: x }"),
    'fits an empty text',
  ],
  [
    'a word boundary in double quotes',
    institution('ticket_number: { pattern: "\\bINC", example: INC }'),
    'single quotes',
  ],
  [
    'a pale accent',
    institution('accent: "#ffdd00"'),
    /accent: #ffdd00 is too pale to read on white: contrast 1\.3, .*"#[0-9a-f]{6}"/,
  ],
  [
    'an accent that YAML takes for a comment',
    institution('accent: #1d4f91'),
    'config.yaml:4: institution.accent: without quotes, # begins a comment',
  ],
  ['an accent that is a word', institution('accent: blue'), 'write a colour as "#1d4f91"'],
])('refuses %s', async (_, config, message) => {
  expect(await refusal(config)).toMatch(message)
})

test.each([
  ['a calendar with no open hour', calendar('  hours: {}'), 'calendar.hours: the calendar has no open hour'],
  [
    'hours that run backwards',
    calendar('  hours: { mon: "17:00-09:00" }'),
    'calendar.hours.mon: "17:00-09:00" closes before it opens',
  ],
  ['hours that end as they begin', calendar('  hours: { mon: "09:00-09:00" }'), 'closes before it opens'],
  [
    'hours that overlap',
    calendar('  hours: { mon: ["09:00-13:00", "12:00-17:00"] }'),
    'calendar.hours.mon: 09:00-13:00 and 12:00-17:00 overlap',
  ],
  ['hours that are no times', calendar('  hours: { mon: "9-5" }'), 'write opening hours as "09:00-17:00"'],
  [
    'a day of the week that is none',
    calendar('  hours: { mo: "09:00-17:00" }'),
    'calendar.hours.mo: unknown setting "mo". Did you mean "mon"?',
  ],
  [
    'other hours that run backwards',
    extended('  other_hours: [{ date: 2026-12-23, hours: "12:00-09:00" }]'),
    'calendar.other_hours[0].hours: "12:00-09:00" closes',
  ],
  [
    'other hours for one day twice',
    extended(
      '  other_hours:\n    - { date: 2026-12-23, hours: "09:00-12:00" }\n    - { date: 2026-12-23, hours: "13:00-14:00" }',
    ),
    'config.yaml:27: calendar.other_hours[1].date: 2026-12-23 stands here a second time',
  ],
  [
    'a day that is closed and has other hours',
    extended(
      '  closures:\n    - { from: 2026-12-20, to: 2026-12-31 }\n  other_hours:\n    - { date: 2026-12-23, hours: "09:00-12:00" }',
    ),
    'config.yaml:28: calendar.other_hours[0].date: 2026-12-23 is also closed by closures[0] on line 26. Keep one of the two',
  ],
  [
    'a closure that ends before it begins',
    extended('  closures: [{ from: 2027-01-01, to: 2026-12-24 }]'),
    'calendar.closures[0]: from 2027-01-01 is later than to 2026-12-24',
  ],
  [
    'an unknown region',
    changed('GB-ENG', 'GB-EMG'),
    'calendar.bank_holidays: unknown region "GB-EMG". Did you mean "GB-ENG"?',
  ],
  ['an unknown country', changed('GB-ENG', 'ZZ'), 'unknown region "ZZ"'],
  ['a country by its common name', changed('GB-ENG', 'UK-ENG'), 'Did you mean "GB-ENG"?'],
  [
    'a second calendar that is never open',
    extended('calendars: { teaching: { hours: {} } }'),
    'calendars.teaching.hours: the calendar has no open hour',
  ],
  [
    'a second calendar by the name of the first',
    extended('calendars: { main: { hours: { mon: "09:00-17:00" } } }'),
    'calendars.main: this is the name of calendar:',
  ],
  [
    'a term that ends before it begins',
    extended('terms: [{ year: 2025/26, name: A, from: 2025-12-12, to: 2025-09-22 }]'),
    'terms[0]: from 2025-12-12 is later',
  ],
])('refuses %s', async (_, config, message) => {
  expect(await refusal(config)).toContain(message)
})

const targets = (...texts: string[]): string =>
  extended(`targets:${texts.map((text) => `\n  - { level: P1, measure: response, ${text} }`).join('')}`)
const target = (text: string): string => targets(text)

test.each([
  [
    'a duration that is none',
    target('target: soon'),
    'config.yaml:26: targets[0].target: "soon" is no duration. Write it as "15 min"',
  ],
  [
    'a calendar that does not exist',
    target('target: 1 business day, calendar: teachin'),
    'targets[0].calendar: there is no calendar "teachin"',
  ],
  [
    'business time on the elapsed clock',
    target('target: 1 business day, clock: elapsed'),
    'targets[0].clock: "1 business day" counts business time',
  ],
  [
    'a calendar that nothing uses',
    target('target: 15 min, calendar: main'),
    'an elapsed target has no calendar',
  ],
  [
    'a week on the business clock',
    target('target: 1 week, clock: business'),
    'targets[0].target: "1 week" cannot be counted in open time. Write whole days or hours: "5 business days"',
  ],
  [
    'a part of a day on the business clock',
    target('target: 1.5 days, clock: business'),
    'targets[0].target: "1.5 days" cannot be counted in open time',
  ],
  [
    'two targets of one level from one day on',
    targets('from: 2026-01-01, target: 15 min', 'from: 2026-01-01, target: 30 min'),
    'config.yaml:27: targets[1]: contradicts targets[0] on line 26: both are the response target of P1 from 2026-01-01. Keep one of the two',
  ],
  [
    'two targets of one level without a day',
    targets('target: 2 days', 'target: 2 days, clock: business'),
    'targets[1]: contradicts targets[0] on line 26: both are the response target of P1 without from:',
  ],
  [
    'words for one level twice',
    extended('levels:\n  - { level: P1, affects: a class }\n  - { level: P1, affects: a department }'),
    'config.yaml:27: levels[1].level: P1 has its words in levels[0] on line 26 already. Keep one of the two',
  ],
  ['a level without words', extended('levels: [{ level: P1 }]'), 'levels[0].affects: missing. Write a text'],
  [
    'a level whose words are blank',
    extended('levels: [{ level: P1, affects: " " }]'),
    'levels[0].affects: empty',
  ],
  ['a level without a name', extended('levels: [{ affects: a class }]'), 'levels[0].level: missing'],
  [
    'two aims of one measure from one day on',
    extended(
      'aims:\n  - { measure: owned, share: 0.9, set_by: me }\n  - { measure: owned, share: 0.8, set_by: me }',
    ),
    'config.yaml:27: aims[1]: contradicts aims[0] on line 26: both are the aim of owned without from:',
  ],
  [
    'an aim within no duration',
    extended('aims: [{ measure: owned, share: 0.9, within: soon, set_by: me }]'),
    'aims[0].within: "soon" is no duration',
  ],
  [
    'an aim above one',
    extended('aims: [{ measure: owned, share: 90, set_by: me }]'),
    'aims[0].share: 90 is too large: at most 1',
  ],
  [
    'a fixed time that is none',
    extended('within: { resolved: ten days }'),
    'within.resolved: "ten days" is no duration',
  ],
  ['an unreadable owner_within', extended('owner_within: a day'), 'owner_within: "a day" is no duration'],
  ['an unreadable cadence', extended('update_cadence: weekly'), 'update_cadence: "weekly" is no duration'],
  [
    'named owners for leadership without an assessment',
    extended('audiences: { leadership: { owners: named } }'),
    'audiences.leadership.owners: named needs a data protection assessment',
  ],
  [
    'coded owners for leadership without an assessment',
    extended('audiences: { leadership: { owners: coded } }'),
    'coded needs a data protection assessment',
  ],
  [
    'someone who left before they came',
    extended('people: [{ name: A, from: 2026-01-01, to: 2025-01-01 }]'),
    'people[0]: from 2026-01-01 is later',
  ],
  [
    'one alias for two people',
    extended('people: [{ name: Ann, aliases: [al] }, { name: Alan, aliases: [AL] }]'),
    'people[1]: "al" is also a name of Ann',
  ],
])('refuses %s', async (_, config, message) => {
  expect(await refusal(config)).toContain(message)
})

test.each([
  ['hours that touch', calendar('  hours: { mon: ["09:00-12:00", "12:00-17:00"] }')],
  ['a desk that never closes', calendar('  hours: { mon: "00:00-24:00" }')],
  [
    'named owners with an assessment',
    extended(
      'audiences: { leadership: { owners: named, dpia: { reference: D1, date: 2026-01-01, workers_consulted: true } } }',
    ),
  ],
  [
    'an alias passed on to a successor',
    extended(
      'people: [{ name: Ann, aliases: [desk], to: 2025-12-31 }, { name: Bo, aliases: [desk], from: 2026-01-01 }]',
    ),
  ],
  ['a dark accent', institution('accent: "#1d4f91"')],
  [
    'other hours beside a closure',
    extended(
      '  closures: [{ from: 2026-12-24, to: 2026-12-31 }]\n  other_hours: [{ date: 2026-12-23, hours: "09:00-12:00" }]',
    ),
  ],
  ['a target that changes', targets('from: 2026-01-01, target: 15 min', 'from: 2026-06-01, target: 30 min')],
  ['a target said twice', targets('target: 60 min', 'target: 1 hour')],
  [
    'a level that no target names',
    `${targets('target: 15 min')}levels: [{ level: P9, affects: nobody yet }]\n`,
  ],
  ['whole days on the business clock', target('target: 2 days, clock: business')],
  ['a week on the elapsed clock', target('target: 1 week')],
  [
    'a target by another calendar',
    `${target('target: 1 business day, calendar: teaching')}calendars: { teaching: { hours: { mon: "08:00-20:00" } } }\n`,
  ],
])('accepts %s', async (_, config) => {
  expect(await refusal(config)).toBe('it was accepted')
})
