import { describe, expect, test } from 'vitest'
import { configOf, csv, itemSource } from '../support/config.ts'
import { installation, night } from '../support/installation.ts'

const source = (line = ''): string =>
  configOf(`
- name: log
  files: "log*.csv"
  format: servicenow-log
${line}`)

const log = (...dates: readonly string[]): string =>
  csv('number,sys_updated_at,incident_state', ...dates.map((date, index) => `INC${index},${date},New`))

interface Case {
  readonly name: string
  readonly line?: string
  readonly dates: readonly string[]
  /** The first ticket's opening, where the file is read. */
  readonly opened?: string
  /** What the refusal says, where it is not. */
  readonly says?: string
}

const cases: Case[] = [
  { name: 'that all fit both ways are refused, with the line to add', dates: ['2025-04-03 09:00:00', '3/4/2025 09:00', '05/06/2025 10:00'], says: '(as in record 2), and nothing says which: write day_first: true or day_first: false at source "log"' },
  { name: 'of a single record are refused too', dates: ['03/04/2025 09:00'], says: 'day_first: true or day_first: false' },
  { name: 'are read with the day first where the source says so', line: '  day_first: true', dates: ['03/04/2025 09:00'], opened: '2025-04-03 08:00:00+00' },
  { name: 'are read with the month first where the source says so', line: '  day_first: false', dates: ['03/04/2025 09:00'], opened: '2025-03-04 09:00:00+00' },
  { name: 'are read as the format usually writes them where one shows that it does', dates: ['03/04/2025 09:00', '13/04/2025 09:00'], opened: '2025-04-03 08:00:00+00' },
  { name: 'that show the other order than is usual are refused, with the line to add', dates: ['04/03/2025 09:00', '04/13/2025 09:00'], says: 'its dates have the month first, and this format usually has the other order: write day_first: false at source "log"' },
  { name: 'with the year first are never in doubt', dates: ['2025-04-03 09:00:00'], opened: '2025-04-03 08:00:00+00' },
  { name: 'in a format that the source gives by column are never in doubt', line: '  columns: { at: { column: sys_updated_at, format: "%m/%d/%Y %H:%M" } }', dates: ['03/04/2025 09:00'], opened: '2025-03-04 09:00:00+00' },
] // biome-ignore format: a table

describe('dates', () => {
  test.each(cases)('$name', async ({ line, dates, opened, says }) => {
    const found = await night(
      await installation({ config: source(line), files: { 'inbox/log.csv': log(...dates) } }),
    )
    if (says) {
      expect(found.code).toBe(1)
      expect(found.log).toContain(says)
      expect(found.log).not.toMatch(/\d\/\d/)
      return
    }
    expect(found.log).toContain('published')
    const [ticket] = await found.query('select opened_at from fct_tickets order by ticket_id limit 1')
    expect(ticket).toEqual({ opened_at: opened })
  })

  test('of which some fit one way only and some the other are read as is usual, and those that do not fit set aside', async () => {
    const found = await night(
      await installation({ config: source(), files: { 'inbox/log.csv': log('13/04/2025 09:00', '04/13/2025 09:00') } }),
    ) // biome-ignore format: one world
    expect(found.code).toBe(0)
    expect((await found.run()).files).toMatchObject([{ kept: 1, quarantined: { bad_date: 1 } }])
  })
})

describe('a required source', () => {
  const config = configOf(`${itemSource.trimEnd()}\n  required: true`)
  const header = 'id,opened,updated,resolved,status,owner,team'

  test('of which not one record can be kept publishes nothing, and says why', async () => {
    const files = { 'inbox/tickets.csv': csv(header, 'T1,yesterday,,,new,,', 'T2,today,,,new,,') }
    const found = await night(await installation({ config, files }))
    expect(found.code).toBe(1)
    expect(found.log).toContain('tickets.csv: 2 records, set aside as bad_date')
    expect(found.log).toContain('mend its date format')
  })

  test('of which one record can be kept publishes it', async () => {
    const files = { 'inbox/tickets.csv': csv(header, 'T1,yesterday,,,new,,', 'T2,2026-03-02T09:00,,,new,,') }
    expect((await night(await installation({ config, files }))).code).toBe(0)
  })
})
