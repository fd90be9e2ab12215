import type { Database } from '../db/database.ts'

const withoutReplies = `
  select source
  from stg_records
  where message_id is not null and fault is null
  group by source
  having count(*) filter (actor_kind = 'staff') = 0
  order by source`

/** The sources whose messages were all written to them: no person's answer is among them. */
export async function mailboxesWithoutReplies(database: Database): Promise<string[]> {
  const rows = await database.all<{ source: string }>(withoutReplies)
  return rows.map(({ source }) => source)
}

/** What a reader should know of such a source. */
export const noReplies = (source: string): string =>
  `source "${source}": not one message was sent from it by a person, so nothing counts as answered: replies sent as a shared mailbox often stay in the sender's own Sent folder; export that folder too, or let the mailbox keep copies`
