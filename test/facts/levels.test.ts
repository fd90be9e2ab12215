import { beforeAll, describe, expect, test } from 'vitest'
import { attained, priorityItems, prioritySource, targets } from '../support/attainment.ts'
import { configOf, csv } from '../support/config.ts'
import { correct } from '../support/corrections.ts'
import { goodNight, type Night } from '../support/installation.ts'

const header = 'id,opened,updated,acknowledged,resolved,status,priority'
const at = (day: string) => `2026-03-${day}T18:00:00Z`
const items = (day: string, ...rows: string[]) => ({ content: csv(header, ...rows), at: at(day) })

describe('from exports of tickets as they stand', () => {
  const config = configOf(`${priorityItems}${prioritySource}`, targets)
  const first = items(
    '02',
    'lowered,2026-03-02T09:00,2026-03-02T09:00,,,new,P1',
    'unsaid,2026-03-02T09:00,2026-03-02T09:00,,,new,',
    'corrected,2026-03-02T09:00,2026-03-02T09:00,,,new,P2',
    'twice,2026-03-02T09:00,2026-03-02T09:00,,,new,P2',
  )
  const second = items(
    '03',
    'lowered,2026-03-02T09:00,2026-03-03T09:00,,,new,P4',
    'unsaid,2026-03-02T09:00,2026-03-03T09:00,,,new,P3',
    'corrected,2026-03-02T09:00,2026-03-02T09:00,,,new,P2',
    'twice,2026-03-02T09:00,2026-03-02T09:00,,,new,P2',
  )
  const log = {
    content: csv(
      'id,at,order,status,priority,actor,opened',
      'twice,2026-03-02T08:00,1,new,P1,,2026-03-02T08:00',
      'logged,2026-03-02T08:00,1,new,P1,,',
      'logged,2026-03-05T08:00,2,new,P2,,',
    ),
    at: at('06'),
  }
  let night: Night
  const levels = async () =>
    Object.fromEntries(
      [...(await attained(night)).values()].map(({ ticket_id, level }) => [ticket_id, level]),
    )
  beforeAll(async () => {
    const files = { 'inbox/tickets1.csv': first, 'inbox/tickets2.csv': second, 'inbox/log.csv': log }
    night = await goodNight({ config, files })
  })

  test('the first that states a priority tells, of the first-named source', async () => {
    expect(await levels()).toEqual({
      lowered: 'P1',
      unsaid: 'P3',
      corrected: 'P2',
      twice: 'P2',
      logged: 'P1',
    })
  })

  test('what someone corrected it to stands instead', async () => {
    await correct(night, [['corrected', 'priority', 'P1']])
    expect(await levels()).toEqual({
      lowered: 'P1',
      unsaid: 'P3',
      corrected: 'P1',
      twice: 'P2',
      logged: 'P1',
    })
  })
})

test('a priority that is stated later than the as-of time is not known yet', async () => {
  const content = csv(
    'id,at,order,status,priority,actor,opened',
    'T1,2026-03-02T08:00,1,new,,,',
    'T1,2026-03-05T08:00,2,new,P2,,',
  )
  const night = await goodNight(
    { config: configOf(prioritySource, targets), files: { 'inbox/log.csv': { content, at: at('06') } } },
    ['--as-of', '2026-03-04T12:00:00Z'],
  )
  expect((await attained(night)).get('T1 resolution')).toMatchObject({ level: null, state: 'no_target' })
})

// cells: opened, updated, acknowledged, resolved, status; all of priority P1 (a response in 15 minutes, 4 hours in all)
const seen: [name: string, row: string, response: string, resolution: string][] = [
  ['first seen under way, too late for sure or not: nobody knows', '09:00,11:00,,,in_progress', 'unknown', 'open_breached'],
  ['first seen under way, and in time for sure', '09:00,09:10,,,in_progress', 'met', 'open_breached'],
  ['first seen when it was done', '09:00,15:00,,,resolved', 'unknown', 'unknown'],
  ['first seen when it was done, and it says when', '09:00,15:00,,14:00,resolved', 'breached', 'breached'],
  ['first seen under way, and it says when it was acknowledged', '09:00,11:00,09:30,,in_progress', 'breached', 'open_breached'],
  ['acknowledged on that day, and nobody knows when: its latest end counts', '09:00,11:00,2026-03-02,,in_progress', 'breached', 'open_breached'],
] // biome-ignore format: a table

describe('a ticket that is', () => {
  let found: Awaited<ReturnType<typeof attained>>
  beforeAll(async () => {
    const rows = seen.map(
      ([, row], index) => `T${index},${row.replaceAll(/\b\d\d:\d\d/g, '2026-03-02T$&')},P1`,
    )
    const files = { 'inbox/tickets.csv': items('02', ...rows) }
    found = await attained(await goodNight({ config: configOf(priorityItems, targets), files }))
  })

  test.each(seen.map((one, index) => [one[0], index] as const))('%s', (_, index) => {
    const said = ['response', 'resolution'].map((measure) => found.get(`T${index} ${measure}`)?.state)
    expect(said).toEqual(seen[index]?.slice(2))
  })
})
