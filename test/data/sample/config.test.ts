import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { closures, terms } from '../../../data/sample/generator/academic-year.ts'
import { deeds } from '../../../data/sample/generator/contact.ts'
import { contactLogHeader } from '../../../data/sample/generator/contact-log.ts'
import { words } from '../../../data/sample/generator/escalation.ts'
import { escalationLogHeader } from '../../../data/sample/generator/escalation-log.ts'
import { incidentLogHeader } from '../../../data/sample/generator/incident-log.ts'
import { isoDayOf, localDayOf } from '../../../data/sample/generator/london.ts'
import { people, SHARED, SYSTEM, spellings } from '../../../data/sample/generator/people.ts'
import { stories } from '../../../data/sample/generator/stories.ts'
import { contactsOf, escalationsOf, sample, ticketsOf } from './sample.ts'

const root = join(import.meta.dirname, '../../../data/sample')
const config = parse(readFileSync(join(root, 'config.yaml'), 'utf8'))
const changes = parse(readFileSync(join(root, 'changes.yaml'), 'utf8'))
const [incidents, contacts, log] = ['incidents', 'contact-log', 'escalation-log'].map((name) =>
  config.sources.find((source: { name: string }) => source.name === name),
)
const lines = contactsOf(sample)
const keys = (values: object) => Object.keys(values).sort()

describe('the sample configuration', () => {
  test('maps every status in the incident log', () => {
    const ends = new Set(ticketsOf(sample).map(({ status }) => status))
    const all = new Set([
      ...ends,
      'Awaiting User Info',
      'Awaiting Vendor',
      'Awaiting Problem',
      'Awaiting Evidence',
    ])
    expect(keys(incidents.values.status)).toEqual([...all].sort())
  })

  test.each(['status', 'outcome', 'reason', 'impact', 'route'] as const)(
    'maps every word for the %s in the log kept by hand',
    (column) => {
      const used = new Set(
        escalationsOf(sample)
          .map((row) => row[column])
          .filter((word) => word !== ''),
      )
      expect(keys(log.values[column])).toEqual([...words[column]].sort())
      expect([...used].sort()).toEqual(keys(log.values[column]))
    },
  )

  test.each([
    ['What', 'event', deeds],
    ['Status then', 'status', words.status],
  ] as const)('maps every word under %s in the contact log', (header, column, known) => {
    const used = new Set(lines.map((line) => line[header]))
    expect(keys(contacts.values[column])).toEqual([...known].sort())
    expect([...used].sort()).toEqual(keys(contacts.values[column]))
  })

  test('believes the contact log before the list, which knows no history', () => {
    const order = config.sources.map(({ name }: { name: string }) => name)
    expect(order.indexOf('contact-log')).toBeLessThan(order.indexOf('escalation-log'))
    expect(contacts.values.status).toEqual(log.values.status)
  })

  test.each([
    ['list', log, escalationLogHeader, 'Notes'],
    ['contact log', contacts, contactLogHeader, 'Remark'],
  ])('names every column of the %s but the last', (_, source, header, last) => {
    const named = Object.values<string | { column: string }>(source.columns)
    const headers = named.map((one) => (typeof one === 'string' ? one : one.column))
    expect(header.filter((one) => !headers.includes(one))).toEqual([last])
    expect(headers.filter((one) => !header.includes(one))).toEqual([])
  })

  test('names only columns that the incident log has', () => {
    expect(
      Object.values<string>(incidents.columns).every((header) => incidentLogHeader.includes(header)),
    ).toBe(true)
  })

  test('knows everyone by every way their name is written', () => {
    const expected = people.map(({ name, login, team, from, to }) => ({
      name,
      aliases: [login, ...spellings(name).slice(1)],
      team,
      ...(from === null ? {} : { from: isoDayOf(localDayOf(from)) }),
      ...(to === null ? {} : { to: isoDayOf(localDayOf(to)) }),
    }))
    const shared = [SHARED, SYSTEM].map((name) => ({ name, shared: true }))
    expect(config.people).toEqual([...expected, ...shared])
    const written = config.people.flatMap((one: { name: string; aliases?: string[] }) => [
      one.name,
      ...(one.aliases ?? []),
    ])
    expect(new Set(written).size).toBe(written.length)
  })

  test('has the terms and closures that the tickets follow', () => {
    expect(config.terms).toEqual(terms)
    expect(
      config.calendar.closures.map(({ from, to }: { from: string; to: string }) => ({ from, to })),
    ).toEqual(closures)
  })

  test('lists the changes of the stories on their days', () => {
    const days = changes.changes.map((one: { date: string; affects: object }) => [one.date, one.affects])
    const { print_fix, outage, no_effect } = stories
    const affects = ({ category, subcategory }: { category: string; subcategory: string }) => ({
      category,
      subcategory,
    })
    expect(days).toEqual([
      [print_fix.changed_on, affects(print_fix)],
      [outage.day, affects(outage)],
      [no_effect.changed_on, affects(no_effect)],
    ])
  })
})
