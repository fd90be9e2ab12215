import { expect, test } from 'vitest'
import { ConfigError } from '../../etl/config/errors.ts'
import { loadSettings } from '../../etl/config/load.ts'
import { changed, extended, installation, plainConfig } from './installation.ts'

async function refusal(config: string | Uint8Array): Promise<string> {
  const dir = await installation({ 'config.yaml': config })
  const error = await loadSettings(dir).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ConfigError)
  return (error as ConfigError).message
}

const settingsOf = async (config: string) => loadSettings(await installation({ 'config.yaml': config }))

test('a missing file says how to begin', async () => {
  await expect(loadSettings(await installation())).rejects.toThrow(/config\.yaml: .*npm run init -- /)
})

test.each([
  ['nothing in it', '', /config\.yaml: empty\./],
  ['only comments in it', '# soon\n', /config\.yaml: empty\./],
  ['a list instead of settings', '- a\n- b\n', /not a list of settings/],
  ['one word instead of settings', 'hello\n', /not a list of settings/],
  [
    'a tab at the start of a line',
    changed('  name: University', '\tname: University'),
    /^config\.yaml:2: a tab/,
  ],
  ['a setting that stands twice', extended('calendar: {}'), /^config\.yaml:25: the same setting/],
  ['an open quote', changed('"Ref"', '"Ref'), /^config\.yaml:\d+: a quote, bracket or comma is missing/],
  ['a pattern in double quotes', extended('x: "\\d"'), /^config\.yaml:25: .*single quotes/],
  ['an unknown reference', extended('people: *staff'), /config\.yaml.*staff/],
])('refuses a file with %s', async (_, config, message) => {
  expect(await refusal(config)).toMatch(message)
})

test('refuses a file that is not UTF-8', async () => {
  expect(await refusal(Buffer.from('institution: \xe9', 'latin1'))).toBe(
    'config.yaml: not UTF-8. Save it as UTF-8',
  )
})

test.each([
  [
    'an unknown format',
    changed('servicenow-log', 'servicenow-lag'),
    'config.yaml:10: sources[0].format: unknown format "servicenow-lag". Did you mean "servicenow-log"? Built in: "glpi", "jira", "mailbox", "servicenow-log", "servicenow", "table"',
  ],
  [
    'an unknown setting near a known one',
    changed('files: "incident*.csv"', 'files: "incident*.csv"\n    timezon: Europe/London'),
    'config.yaml:10: sources[0].timezon: unknown setting "timezon". Did you mean "timezone"?',
  ],
  [
    'an unknown setting near nothing',
    extended('zebra: 1'),
    /^config\.yaml:25: zebra: unknown setting "zebra"\. Known here: config_version, institution, /,
  ],
  [
    'an unknown canonical column',
    changed('id: "Ref"', 'id: "Ref"\n      ownr: "Who"'),
    'config.yaml:18: sources[1].columns.ownr: unknown setting "ownr". Did you mean "owner"?',
  ],
  [
    'a missing setting',
    changed('  name: University of Somewhere\n', ''),
    'institution.name: missing. Write a text',
  ],
  [
    'a number where a text belongs',
    changed('University of Somewhere', '12'),
    'must be a text, found a number. Put it in quotes: "12"',
  ],
  [
    'a text where a number belongs',
    extended('releases_kept: many'),
    'config.yaml:25: releases_kept: must be a number, found a text',
  ],
  [
    'a number that is too small',
    extended('recurring: { at_least: 1 }'),
    'recurring.at_least: 1 is too small: at least 2',
  ],
  [
    'a night that begins at no time of day',
    extended('nightly_at: "24:00"'),
    'config.yaml:25: nightly_at: "24:00" cannot be read: write a time of day as "03:00"',
  ],
  [
    'a night that begins at an hour without minutes',
    extended('nightly_at: "3"'),
    'write a time of day as "03:00"',
  ],
  [
    'a synonym of nothing',
    extended('recurring: { synonyms: [[VPN]] }'),
    'recurring.synonyms[0]: has too few entries: write at least 2',
  ],
  [
    'a word that is not of the list',
    changed('entity: escalation', 'entity: escalations'),
    '"escalations" is not one of "ticket", "escalation", "message". Did you mean "escalation"?',
  ],
  [
    'a day that does not exist',
    extended('terms:\n  - { year: 2025/26, name: A, from: 2025-09-22, to: 2025-02-30 }'),
    'config.yaml:26: terms[0].to: "2025-02-30" cannot be read: write a day',
  ],
  ['an address that is none', changed('escalations@example.ac.uk', 'escalations'), 'write an e-mail address'],
  [
    'no source',
    changed(
      plainConfig.slice(plainConfig.indexOf('sources:'), plainConfig.indexOf('calendar:')),
      'sources: []\n',
    ),
    'sources: empty',
  ],
])('names line, setting and remedy of %s', async (_, config, message) => {
  expect(await refusal(config)).toMatch(message)
})

test('names every fault of a file at once, from top to bottom', async () => {
  const config = changed('servicenow-log', 'servicenow-lag')
    .replace('timezone: Europe/London', 'timezone: London')
    .replace('bank_holidays: GB-ENG', 'bank_holidays: GB-EMG')
    .concat('releases_kept: many\nrecuring: {}\n')
  const lines = (await refusal(config)).split('\n').map((line) => line.slice(0, line.indexOf(' ')))
  expect(lines).toEqual([
    'config.yaml:4:',
    'config.yaml:10:',
    'config.yaml:24:',
    'config.yaml:25:',
    'config.yaml:26:',
  ])
})

test('the defaults are those of the specification', async () => {
  const settings = await settingsOf(plainConfig)
  expect(settings).toMatchObject({
    config_version: 1,
    within: {
      acknowledged: { words: '1 business day', duration: { kind: 'business_days', days: 1 } },
      investigated: { words: '3 business days', duration: { kind: 'business_days', days: 3 } },
      resolved: { words: '10 business days', duration: { kind: 'business_days', days: 10 } },
    },
    owner_within: { duration: { kind: 'business_days', days: 1 } },
    reopened_within_days: 14,
    escalated_within_days: 28,
    improvement_weeks: 12,
    releases_kept: 30,
    nightly_at: '03:00',
    recurring: { window_days: 28, at_least: 3, requesters: 2, never_group: [], words: [], synonyms: [] },
    audiences: {
      staff: { suppress_below: 5 },
      leadership: { owners: 'hidden' },
      operations: { owners: 'named' },
    },
    retention: { landed_days: 1095, quarantine_days: 90 },
  })
  expect(settings.institution.ticket_number.example).toBe('INC0123456')
})

test('a setting left empty is as if it were not there', async () => {
  const settings = await settingsOf(extended('people:\nterms:\nupdate_cadence:\nretention:\n'))
  expect(settings.people).toEqual([])
  expect(settings.retention.landed_days).toBe(1095)
})

test('a target in business time is on the business clock', async () => {
  const settings = await settingsOf(
    extended('targets:\n  - { level: P2, measure: resolution, target: "1 business day" }'),
  )
  expect(settings.targets[0]?.clock).toBe('business')
})

test('settings cannot be changed afterwards', async () => {
  const settings = await settingsOf(plainConfig)
  expect(() => Object.assign(settings.sources[0]?.reading ?? {}, { nulls: [] })).toThrow(TypeError)
  expect(() => Object.assign(settings.institution, { name: 'x' })).toThrow(TypeError)
})

test('the sample installation is right', async () => {
  const settings = await loadSettings('data/sample')
  expect(settings.sources.map(({ name }) => name)).toEqual(['incidents', 'contact-log', 'escalation-log'])
})
