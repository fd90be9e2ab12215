import type { Settings } from '../config/settings.ts'
import type { Item } from './item.ts'
import { LocalTime } from './local-time.ts'
import type { Investigated, Owned, Silence, Story, StoryEvent } from './story.ts'
import type { Warehouse } from './warehouse.ts'

/** Reads all that the warehouse has of one item. */
export async function readStory(
  warehouse: Warehouse,
  settings: Settings,
  item_kind: string,
  item_id: string,
): Promise<Story> {
  const whose = { item_kind, item_id }
  const all = <T extends object>(query: string) => warehouse.rows<T>(query, whose)
  const [item] = await all<Item>('item')
  if (!item) throw new Error(`${item_kind} ${item_id} is named and not described`)
  const events = await all<StoryEvent>('events')
  const times = [item.received_at, item.known_until, ...events.map(({ occurred_at }) => occurred_at)]
  const span = { from_at: Math.min(...times), to_at: Math.max(...times) }
  const traces = await all<Story['traces'][number]>('traces')
  const named = traces.flatMap((trace) => [trace.trace_id, trace.item_id])
  const ids = { ids: [...new Set([item_id, ...named])] }
  return {
    time: new LocalTime(settings.institution.timezone),
    calendar: settings.calendar,
    settings,
    item,
    events,
    owners: await all('owners'),
    open: await all('open_time'),
    waits: await all('waits'),
    hours: await warehouse.rows('hours', span),
    investigated: (await all<Investigated>('investigated'))[0] ?? null,
    owned: (await all<Owned>('owned'))[0] ?? null,
    heard: await all('heard'),
    silence: (await all<Silence>('silence'))[0] ?? null,
    attained: await all('attainment'),
    escalations: await all('escalations'),
    tickets: await all('tickets'),
    traces,
    corrections: await warehouse.rows('corrections', ids),
    records: await warehouse.rows('records', ids),
  }
}
