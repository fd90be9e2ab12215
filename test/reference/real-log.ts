import { readFileSync } from 'node:fs'
import type { Calendar } from './calendar.ts'
import type { Facts } from './facts.ts'
import type { StateRow, Status, Target, World } from './world.ts'

const statusesByState: Readonly<Record<string, Status>> = {
  New: 'new',
  Active: 'in_progress',
  'Awaiting User Info': 'waiting',
  'Awaiting Evidence': 'waiting',
  'Awaiting Vendor': 'waiting',
  'Awaiting Problem': 'waiting',
  Resolved: 'resolved',
  Closed: 'closed',
}

const unsaid = {
  event: '',
  service: '',
  requester: '',
  parent: '',
  isMajor: false,
  satisfaction: '',
  isFlagged: false,
  ticket: '',
  outcome: '',
  reason: '',
  route: '',
} as const

/** `d/m/yyyy HH:MM` as `yyyy-mm-ddTHH:MM`. */
function wallTimeOf(text: string): string {
  const [date = '', time = ''] = text.split(' ')
  const [day = '', month = '', year = ''] = date.split('/')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}`
}

/** The rows of an incident log as it is exported (no cell of it is quoted), in its order; a row of a state that has no meaning is none. */
export function readRealLog(path: string): StateRow[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/)
  const places = new Map(header.split(',').map((name, place) => [name, place]))
  return lines.flatMap((line): StateRow[] => {
    const cells = line.split(',')
    const cell = (name: string): string => cells[places.get(name) ?? -1]?.replace(/^\?$/, '') ?? ''
    const status = statusesByState[cell('incident_state')]
    if (!status) return []
    const row = {
      id: cell('number'),
      at: wallTimeOf(cell('sys_updated_at')),
      began: wallTimeOf(cell('opened_at')),
      order: Number(cell('sys_mod_count')),
      status,
      owner: cell('assigned_to'),
      team: cell('assignment_group'),
      actor: cell('sys_updated_by'),
      priority: cell('priority'),
    }
    return [{ ...unsaid, ...row }]
  })
}

const office = ['09:00-17:00']
const calendar: Calendar = {
  hours: [office, office, office, office, office, [], []],
  closed: [],
  otherHours: {},
}

const elapsed = (minutes: number) => ({ kind: 'elapsed', minutes }) as const
const always = { calendar: 'main', from: '2016-01-01' } as const
const targets: readonly Target[] = [
  { ...always, level: '1 - Critical', measure: 'response', words: '15 min', duration: elapsed(15), isPaused: false },
  { ...always, level: '1 - Critical', measure: 'resolution', words: '4 hours', duration: elapsed(240), isPaused: false },
  { ...always, level: '2 - High', measure: 'resolution', words: '1 business day', duration: { kind: 'business_days', days: 1 }, isPaused: true },
] // biome-ignore format: a table

/** The settings that the world is read by, as an installation's. */
export const realLogConfig = `
institution:
  name: A company
  department: IT
  timezone: Europe/London
  contact: { escalations_email: escalations@example.org }
sources:
  - { name: log, files: "*.csv", format: servicenow-log, timezone: Europe/London }
calendar:
  hours: { mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00" }
within: { acknowledged: 1 business day, investigated: 3 business days, resolved: 10 business days }
reopened_within_days: 14
escalated_within_days: 28
targets:
  - { level: "1 - Critical", measure: response, target: "15 min", clock: elapsed, from: 2016-01-01, source: a page }
  - { level: "1 - Critical", measure: resolution, target: "4 hours", clock: elapsed, from: 2016-01-01, source: a page }
  - { level: "2 - High", measure: resolution, target: "1 business day", pauses: true, from: 2016-01-01, source: a page }
`

/** A log as a world as of a time, of an export of `exportedAt`; both in milliseconds. */
export function realWorld(log: readonly StateRow[], asOf: number, exportedAt: number): World {
  return {
    seed: 0,
    asOf,
    exportedAt: { log: exportedAt, desk: exportedAt, forms: exportedAt },
    log,
    desk: [],
    forms: [],
    hasFlag: false,
    people: [],
    targets,
    calendars: { main: calendar, teaching: calendar },
    within: { acknowledged: 1, investigated: 3, resolved: 10 },
    terms: [],
    reopenedWithinDays: 14,
    escalatedWithinDays: 28,
  }
}

/** A few items that tell until when all of a kind are known, and whether there are any of a major incident. */
export function fewOf({ tickets, escalations, smallTeams }: Facts): Facts {
  const few = <T extends Facts['tickets'][number] | Facts['escalations'][number]>(all: readonly T[]): T[] => {
    const newest = all.reduce<T | undefined>((a, b) => (a && a.knownUntil >= b.knownUntil ? a : b), undefined)
    return [newest, all.find(({ isMajorChild }) => isMajorChild)].filter((one) => one !== undefined)
  }
  return { tickets: few(tickets), escalations: few(escalations), smallTeams }
}
