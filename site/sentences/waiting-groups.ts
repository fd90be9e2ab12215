/** What stands over the groups of a list. */
import type { Group } from '../operations/groups.ts'

export type GroupWords = Readonly<Record<Group, { title: string; lead: string | null }>>

export const escalationGroups: GroupWords = {
  recent: { title: 'Due, or overdue by less than a week', lead: null },
  old: {
    title: 'Overdue by a week or more',
    lead: 'Ask of each whether it is still wanted: then take it up again, or close it.',
  },
  complete: { title: 'All else', lead: null },
}

export const ticketGroups: GroupWords = {
  ...escalationGroups,
  recent: { title: 'Overdue by less than a week', lead: null },
}
