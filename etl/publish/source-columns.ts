import type { Settings } from '../config/settings.ts'
import type { Ingested } from '../ingest/ingest.ts'
import type { MeasureContext } from './measure-file.ts'

/** The canonical columns that each source has brought of tickets and of escalations. */
export const columnsOf = (
  { sources }: Pick<Settings, 'sources'>,
  { landed }: Pick<Ingested, 'landed'>,
): MeasureContext['sources'] =>
  sources.flatMap(({ name, entity, mail, escalatedWhen }) => {
    const files = landed.filter(({ source }) => source === name)
    const columns = ['id', ...new Set(files.flatMap((file) => file.columns))]
    if (files.length === 0) return []
    if (entity === 'message') {
      const told = columns.filter((column) => column !== 'owner' || mail?.isAnswererOwner)
      const ofMail = [...told, 'received_at', 'acknowledged_at', 'event', 'route']
      return [{ name, item_kind: 'escalation' as const, columns: ofMail }]
    }
    const flagged = [...columns, 'ticket_id']
    return [
      { name, item_kind: entity, columns },
      // a flag on its tickets tells of escalations, too
      ...(escalatedWhen ? [{ name, item_kind: 'escalation' as const, columns: flagged }] : []),
    ]
  })
