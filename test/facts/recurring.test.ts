import { beforeAll, describe, expect, test } from 'vitest'
import { configOf, csv } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

const source = `
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, category: category, subcategory: sub, requester: who }
`
// category, then the day and the requester of each ticket
const groups: readonly [name: string, category: string, tickets: string[], isRecurring: boolean][] = [
  ['three tickets of two people within 28 days', 'A', ['01 ann', '15 bob', '29 ann'], true],
  ['two tickets', 'B', ['01 ann', '02 bob'], false],
  ['three tickets of one person', 'C', ['01 ann', '02 ann', '03 ann'], false],
  ['three tickets of nobody that is known', 'D', ['01 ', '02 ', '03 '], true],
  ['three tickets in 29 days', 'E', ['01 ann', '15 bob', '30 ann'], false],
]

describe('an issue', () => {
  let night: Night
  let labels: unknown[]
  beforeAll(async () => {
    const rows = groups.flatMap(([, category, tickets]) =>
      tickets.map((ticket, index) => {
        const [day, who] = ticket.split(' ')
        return `${category}${index},2026-03-${day}T09:00Z,${category},Wi-Fi,${who}`
      }),
    )
    const others = [
      'X1,2026-03-01T09:00Z,F,,ann',
      'X2,2026-03-01T09:00Z,F,,bob',
      'X3,2026-03-01T09:00Z,F,,ann',
    ]
    const early = 'A9,2025-01-01T09:00Z,A,Wi-Fi,cat'
    night = await goodNight({
      config: configOf(source),
      files: { 'inbox/tickets.csv': csv('id,opened,category,sub,who', ...rows, ...others, early) },
    })
    labels = (await night.query('select label from fct_recurring')).map(({ label }) => label)
  })

  test.each(groups.map(([name, category, , isRecurring]) => [name, isRecurring, category] as const))(
    'of %s is recurring: %s',
    (_, isRecurring, category) => {
      expect(labels.includes(`${category} · Wi-Fi`)).toBe(isRecurring)
    },
  )

  test('without a subcategory is none', () => {
    expect(labels).not.toContain('F')
    expect(labels).toHaveLength(groups.filter(([, , , isRecurring]) => isRecurring).length)
  })

  test('has all its tickets for members, and those of the window apart', async () => {
    expect(
      await night.query(
        "select tickets, requesters, tickets_in_window, first_seen::date::varchar as first_seen from fct_recurring where label like 'A%'",
      ),
    ).toEqual([{ tickets: 4, requesters: 3, tickets_in_window: 2, first_seen: '2025-01-01' }])
  })

  test('keeps its id from night to night, whatever else comes', async () => {
    const ids = 'select group_id from fct_recurring order by label'
    const other = await goodNight({
      config: configOf(source),
      files: { 'inbox/tickets.csv': csv('id,opened,category,sub,who', ...['01', '02', '03'].map((day, index) => `Z${index},2026-03-${day}T09:00Z,A,Wi-Fi,${index}`)) }, // biome-ignore format: one world
    })
    expect((await night.query(ids))[0]).toEqual((await other.query(ids))[0])
  })
})

test('an installation may ask for more people', async () => {
  const rows = [
    'A1,01,ann',
    'A2,02,bob',
    'A3,03,ann',
    'B1,01,ann',
    'B2,02,bob',
    'B3,03,cat',
    'C1,01,ann',
    'C2,02,bob',
    'C3,20,ann',
    'C4,31,cat',
  ]
  const night = await goodNight({
    config: `${configOf(source)}\nrecurring: { requesters: 3 }`,
    files: {
      'inbox/tickets.csv': csv(
        'id,opened,category,sub,who',
        ...rows.map((row) => {
          const [id = '', day, who] = row.split(',')
          return `${id},2026-03-${day}T09:00Z,${id[0]},Wi-Fi,${who}`
        }),
      ),
    },
  })
  expect(await night.query('select label from fct_recurring order by label')).toEqual([
    { label: 'B · Wi-Fi' },
  ])
})
