import { nearest } from '../../data/shared/near.ts'
import { shown } from '../inspect/text.ts'
import { NothingToTell, type Warehouse } from './warehouse.ts'

export interface Found {
  readonly item_kind: 'ticket' | 'escalation'
  readonly item_id: string
  /** The id by which it was asked for; that of a trace, or its own. */
  readonly said: string
}

const mostSuggested = 3

/** What was most likely meant, where an id is near or ends with what was asked for. */
async function suggested(warehouse: Warehouse, word: string): Promise<string> {
  const rows = await warehouse.rows<{ id: string }>('near', { word })
  const near = rows
    .map(({ id }) => id)
    .filter((id) => id.toLowerCase().endsWith(word.toLowerCase()) || nearest(word, [id]) !== undefined)
    .slice(0, mostSuggested)
    .map((id) => shown(id))
  return near.length === 0 ? '' : ` Did you mean ${near.join(', or ')}?`
}

/**
 * The items that a word means: nearly always one; a ticket and an escalation of the same id are two. Throws
 * `NothingToTell` where there is none.
 */
export async function find(warehouse: Warehouse, word: string): Promise<Found[]> {
  const found = await warehouse.rows<Found>('find', { word })
  if (found.length > 0) return found
  throw new NothingToTell(
    `there is no ticket and no escalation ${shown(word)} in these facts.${await suggested(warehouse, word)}`,
  )
}
