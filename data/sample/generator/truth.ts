import { isOver } from './escalation.ts'
import { isoOf, localDayOf } from './london.ts'
import { clockChanges, stories } from './stories.ts'
import type { Story } from './story.ts'
import { isDone, lastRow, type Ticket } from './ticket.ts'
import { monthTable } from './truth-months.ts'
import { effortTable, storyTable } from './truth-stories.ts'
import { dayTable, escalationTable, groupOf, type Table, ticketTable } from './truth-tables.ts'

/** What the generator knows of its own sample, at the as-of time. Times are ISO in UTC, days are London's. */
export interface Truth {
  seed: number
  timezone: 'Europe/London'
  /** The newest time stamp of any file. */
  as_of: string
  files: readonly { name: string; records: number; items: number; exported_at: string }[]
  counts: {
    tickets: number
    escalations: number
    ticket_rows: number
    open_tickets: number
    open_escalations: number
  }
  /** Service, category, subcategory; `group` in the tickets is an index into these. */
  groups: readonly (readonly [string, string, string])[]
  /** Owner and team as the log shows them now; those of `orphans` have left. */
  tickets: Table
  /** `acknowledged_basis` is resolution where the log has no acknowledgement but an end. */
  escalations: Table
  /** What each measure should find of an escalation's story, and of a ticket's. */
  escalation_stories: Table
  ticket_efforts: Table
  /** Per month and promise, how many of how many. */
  escalation_months: Table
  /** Per local day without gaps: open_at_end = open before + opened + reopened - departed. */
  ticket_days: Table
  clock_changes: readonly { wall: string; instant: string; flag: string; ticket: string }[]
  stories: typeof stories & { orphaned_tickets: string[]; orphaned_escalations: string[] }
}

/** Writes down what is so, from the generator's own tickets and escalations. */
export function truthOf(seed: number, tickets: readonly Ticket[], told: readonly Story[]): Truth {
  const escalations = told.map(({ escalation }) => escalation)
  const contacts = told.flatMap((story) => story.contacts)
  const contactsKnown = Math.max(...contacts.map(({ at }) => at))
  const groups = [...new Set(tickets.map(groupOf))].sort()
  const ticketRows = tickets.reduce((sum, { rows }) => sum + rows.length, 0)
  const ticketsKnown = Math.max(...tickets.map(({ rows }) => lastRow(rows).at))
  const escalationsKnown = Math.max(...escalations.map(({ updatedAt }) => updatedAt))
  const indexes = new Map(groups.map((group, i) => [group, i]))
  return {
    seed,
    timezone: 'Europe/London',
    as_of: isoOf(Math.max(ticketsKnown, escalationsKnown, contactsKnown)),
    files: [
      { name: incidentFile, records: ticketRows, items: tickets.length, exported_at: isoOf(ticketsKnown) },
      {
        name: contactFile,
        records: contacts.length,
        items: escalations.length,
        exported_at: isoOf(contactsKnown),
      },
      {
        name: escalationFile,
        records: escalations.length,
        items: escalations.length,
        exported_at: isoOf(escalationsKnown),
      },
    ],
    counts: {
      tickets: tickets.length,
      escalations: escalations.length,
      ticket_rows: ticketRows,
      open_tickets: tickets.filter(({ rows }) => !isDone(lastRow(rows).state)).length,
      open_escalations: escalations.filter(({ status }) => !isOver(status)).length,
    },
    groups: groups.map((group) => group.split('\t') as unknown as readonly [string, string, string]),
    tickets: ticketTable(tickets, indexes),
    escalations: escalationTable(escalations),
    escalation_stories: storyTable(told),
    ticket_efforts: effortTable(tickets),
    escalation_months: monthTable(told),
    ticket_days: dayTable(tickets, localDayOf(ticketsKnown)),
    clock_changes: clockChanges.map(({ wall, instant, flag }) => ({
      wall,
      instant: instant.replace('Z', ':00Z'),
      flag,
      ticket: tickets.find(({ openedAt }) => isoOf(openedAt) === instant.replace('Z', ':00Z'))?.number ?? '',
    })),
    stories: {
      ...stories,
      orphaned_tickets: tickets.filter(({ isOrphan }) => isOrphan).map(({ number }) => number),
      orphaned_escalations: escalations.filter(({ isOrphan }) => isOrphan).map(({ ref }) => ref),
    },
  }
}

const exportDay = stories.asOf.slice(0, 10)
export const incidentFile = `incident-log-${exportDay}.csv`
export const contactFile = `escalations/contact-log-${exportDay}.csv`
export const escalationFile = `escalations/escalation-log-${exportDay}.csv`
