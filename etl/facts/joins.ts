import type { Bindings, Database } from '../db/database.ts'
import { joinTraces, type Trace } from './traces.ts'

const compared = `
  select source, source_rank::integer as rank, item_id, epoch_ms(received_at)::double as received, is_message, states_status,
    list_transform(tickets, lambda ticket: ticket.ticket_id) as tickets, quotes,
    list_transform(done, lambda stretch: {began: epoch_ms(stretch.began)::double, ended: epoch_ms(stretch.ended)::double}) as done,
    list_transform(chased, lambda chaser: {moment: epoch_ms(chaser.moment)::double, position: chaser.position}) as chased
  from stg_traces
  where not is_alone`

/** What `stg_joins` is made from. Reads `stg_traces`. */
export async function joinBindings(database: Database): Promise<Bindings> {
  return { joins: JSON.stringify(joinTraces(await database.all<Trace>(compared))) }
}
