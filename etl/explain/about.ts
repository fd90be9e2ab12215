import { row, shown, wrapped } from '../inspect/text.ts'
import { labelOf } from './labels.ts'
import type { Story } from './story.ts'
import { beginning } from './words.ts'

type Fact = readonly [name: string, text: string | null]

const left = new Set(['withdrawn', 'duplicate'])

/** Whether it counts in shares, as the page's denominators have it. */
function counted({ item }: Story): string | null {
  if (item.item_kind === 'escalation' && left.has(item.outcome ?? ''))
    return `no, in no share: it was ${item.outcome === 'withdrawn' ? 'withdrawn' : 'a duplicate'}`
  if (item.item_kind === 'ticket' && item.status === 'cancelled')
    return 'no, in no share: it was cancelled, which counts as withdrawn'
  if (item.is_major_child)
    return `yes; the figures are given without it too, since ${shown(item.parent_id ?? '')} is a major incident`
  return null
}

/** The recurring issue that it is of, and whether that is called. */
function recurring({ item }: Story): string | null {
  if (item.issue === null) return null
  const called =
    item.issue_called_on === null
      ? ''
      : `, called ${item.issue_direction === 'up' ? 'rising' : 'falling'} since ${item.issue_called_on}`
  return `“${item.issue}”, an issue of ${item.issue_tickets} tickets${called}`
}

function facts(story: Story): Fact[] {
  const { item, time, attained } = story
  const word = (text: string | null): string | null =>
    text === null || text === 'unknown' ? null : shown(labelOf(text))
  const moment = (at: number | null): string | null => (at === null ? null : time.at(at))
  const path = [item.category, item.subcategory, item.category_item].filter((part) => part !== null)
  const level = attained.find(({ level: raised }) => raised !== null)?.level ?? null
  return [
    ['known until', `${time.at(item.known_until)} (${time.zone})`],
    ['status', `${labelOf(item.status)}${item.is_open ? '' : ', done'}`],
    ['kind', item.item_kind === 'ticket' ? item.kind : null],
    [item.item_kind === 'ticket' ? 'opened' : 'received', beginning(item, time)],
    ['logged', moment(item.logged_at)],
    ['resolved', moment(item.resolved_at)],
    ['closed', moment(item.closed_at)],
    ['closed by', word(item.closed_by)],
    ['owner', item.owner === null ? 'nobody' : shown(item.owner)],
    ['team', item.team === null ? null : shown(item.team)],
    ['priority', word(item.priority)],
    ['level', level === null ? null : `${shown(level)}, when it was raised`],
    ['service', word(item.service)],
    ['category', path.length === 0 ? null : shown(path.join(' · '), 200)],
    ['recurs as', recurring(story)],
    ['department', word(item.department)],
    ['place', word(item.place)],
    ['outcome', word(item.outcome)],
    ['reason', word(item.reason)],
    ['impact on', word(item.impact)],
    ['wanted', word(item.wanted)],
    ['needed by', item.needed_by],
    ['route', word(item.route)],
    ['repeats', item.repeat_of === null ? null : `${shown(item.repeat_of)}, which had been closed`],
    ['part of', item.parent_id === null ? null : shown(item.parent_id)],
    ['major incident', item.is_major ? 'yes' : null],
    ['problem', word(item.problem)],
    ['satisfaction', word(item.satisfaction)],
    ['counts', counted(story)],
  ]
}

/** What a ticket or an escalation is, as known when. */
export function aboutLines(story: Story): string[] {
  const { item } = story
  return [
    ...wrapped(shown(item.item_id, 90), `${item.item_kind === 'ticket' ? 'Ticket' : 'Escalation'} `),
    ...facts(story).flatMap(([name, text]) => (text === null ? [] : row(name, text))),
    ...item.flags.flatMap((flag) => row('flagged', labelOf(flag))),
  ]
}
