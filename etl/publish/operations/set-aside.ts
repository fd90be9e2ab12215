import type { SetAsideFile } from '../../../data/contract.ts'
import type { Database, Row } from '../../db/database.ts'

type Group = SetAsideFile['groups'][number]

/** Records listed a file and reason: a wrong date format may set aside a whole export. */
export const mostListed = 200

/** What was set aside tonight, by file and reason, without what the records hold. */
export async function setAsideFileOf(database: Database): Promise<SetAsideFile> {
  const rows = await database.rowsOf<Omit<Group, 'records'> & { listed: Group['records'] } & Row>(
    new URL('set_aside.sql', import.meta.url),
    { most_listed: mostListed },
  )
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    groups: rows.map(({ file, source, reason, count, listed }) => ({
      file,
      source,
      reason,
      count,
      records: listed,
    })),
  }
}
