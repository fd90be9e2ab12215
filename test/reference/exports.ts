import { configOf, csv } from '../support/config.ts'
import type { Export, World as Installation } from '../support/installation.ts'
import { bankHolidays, type Calendar } from './calendar.ts'
import { instantOf } from './clock.ts'
import type { FormRow, Person, SourceName, StateRow, Target, Term, World } from './world.ts'

const stateColumns = [
  ...['id', 'at', 'order', 'event', 'status', 'owner', 'team', 'actor', 'began', 'priority', 'service'],
  ...['requester', 'parent', 'isMajor', 'satisfaction', 'isFlagged', 'ticket', 'outcome', 'reason', 'route'],
] as const
const formColumns = [
  'id',
  'ticket',
  'received',
  'acknowledged',
  'resolved',
  'updated',
  'status',
  'owner',
  'route',
] as const

const table = (columns: readonly string[], rows: readonly object[]): string =>
  csv(
    columns.join(','),
    ...rows.map((row) =>
      columns.map((column) => `"${(row as Record<string, unknown>)[column] ?? ''}"`).join(','),
    ),
  )

const both = '["%Y-%m-%dT%H:%M", "%Y-%m-%d"]'
const changes = `id: id, at: at, order: order, event: event, status: status, owner: owner, team: team, actor: actor,
    priority: priority, service: service, requester: requester, satisfaction: satisfaction, parent_id: parent`

const sources = `
- name: desk
  files: "desk*.csv"
  format: table
  entity: escalation
  grain: event
  timezone: Europe/London
  columns: { ${changes},
    received_at: began, ticket_id: ticket, outcome: outcome, reason: reason, route: route }
- name: forms
  files: "forms*.csv"
  format: table
  entity: escalation
  grain: item
  timezone: Europe/London
  columns: { id: id, ticket_id: ticket, status: status, owner: owner, route: route, updated_at: updated,
    received_at: { column: received, format: ${both} }, acknowledged_at: { column: acknowledged, format: ${both} },
    resolved_at: { column: resolved, format: ${both} } }
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  timezone: Europe/London
  columns: { ${changes},
    opened_at: began, is_major: isMajor }
`
const flag = '  escalated_when: { isFlagged: "^true$" }\n'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const quoted = (words: readonly string[]): string => `[${words.map((word) => `"${word}"`).join(', ')}]`

function calendarText({ hours, closed, otherHours }: Calendar, indent: string): string {
  const week = weekdays.flatMap((day, index) =>
    hours[index]?.length ? [`${day}: ${quoted(hours[index])}`] : [],
  )
  const closures = closed.filter((day) => !bankHolidays.includes(day))
  const other = Object.entries(otherHours).map(([date, told]) => `{ date: ${date}, hours: ${quoted(told)} }`)
  return [
    `hours: { ${week.join(', ')} }`,
    'bank_holidays: GB-ENG',
    `closures: [${closures.map((day) => `{ from: ${day}, to: ${day}, note: closed }`).join(', ')}]`,
    `other_hours: [${other.join(', ')}]`,
  ]
    .map((line) => `${indent}${line}`)
    .join('\n')
}

const personText = ({ name, aliases, team, to, is }: Person): string =>
  `  - { name: ${name}, aliases: ${quoted(aliases)}${team ? `, team: ${team}` : ''}${to ? `, to: ${to}` : ''}${is === 'person' ? '' : `, ${is}: true`} }`

function targetText({ level, measure, words, duration, calendar, isPaused, from }: Target): string {
  const clock = duration.kind === 'elapsed' ? 'elapsed' : 'business'
  const named = calendar === 'main' ? '' : `, calendar: ${calendar}`
  return `  - { level: ${level}, measure: ${measure}, target: "${words}", clock: ${clock}${named}, pauses: ${isPaused}, from: ${from}, source: a page }`
}

const termText = ({ year, name, from, to }: Term): string =>
  `  - { year: ${year}, name: ${name}, from: ${from}, to: ${to} }`

/** The config.yaml of a world. */
export function configText(world: World): string {
  const { people, targets, calendars, within, terms } = world
  const fixed = Object.entries(within).map(
    ([measure, days]) => `${measure}: ${days} business day${days === 1 ? '' : 's'}`,
  )
  const plain = configOf(world.hasFlag ? sources + flag : sources, '')
  return [
    plain.slice(0, plain.indexOf('calendar:')),
    `calendar:\n${calendarText(calendars.main, '  ')}`,
    `calendars:\n  teaching:\n${calendarText(calendars.teaching, '    ')}`,
    `people:\n${people.map(personText).join('\n')}`,
    `targets:\n${targets.map(targetText).join('\n')}`,
    `within: { ${fixed.join(', ')} }`,
    `reopened_within_days: ${world.reopenedWithinDays}`,
    `escalated_within_days: ${world.escalatedWithinDays}`,
    ...(terms.length > 0 ? [`terms:\n${terms.map(termText).join('\n')}`] : []),
    '',
  ].join('\n')
}

/** A log in two exports: what it held half-way, and all of it. */
function twice(name: SourceName, rows: readonly StateRow[], exportedAt: number): [string, Export][] {
  const middle = exportedAt - 20 * 86_400_000
  const exported = (at: number): [string, Export][] => {
    const held = rows.filter((row) => instantOf(row.at) <= at)
    return held.length === 0 && at !== exportedAt
      ? []
      : [[`inbox/${name}-${at}.csv`, { content: table(stateColumns, held), at: new Date(at).toISOString() }]]
  }
  return [...exported(middle), ...exported(exportedAt)]
}

const formsExport = (rows: readonly FormRow[], exportedAt: number): [string, Export] => [
  'inbox/forms.csv',
  { content: table(formColumns, rows), at: new Date(exportedAt).toISOString() },
]

/** The world as an installation: its settings and its exports. */
export const installationOf = (world: World): Installation => ({
  config: configText(world),
  files: Object.fromEntries([
    ...twice('log', world.log, world.exportedAt.log),
    ...twice('desk', world.desk, world.exportedAt.desk),
    formsExport(world.forms, world.exportedAt.forms),
  ]),
})
