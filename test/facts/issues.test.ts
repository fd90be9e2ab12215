import { beforeAll, describe, expect, test } from 'vitest'
import { configOf, csv } from '../support/config.ts'
import { night as anotherNight, goodNight, type Night, put } from '../support/installation.ts'

const source = `
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, category: category, subcategory: sub, requester: who, service: service, subject: subject, place: place }
`
interface Given {
  readonly subject: string
  /** Days since 1 March. */
  readonly day?: number
  readonly who?: string
  readonly service?: string
  readonly category?: string
  readonly place?: string
}
let count = 0
const row = ({
  subject,
  day = 0,
  who = `p${count}`,
  service = 'Desk',
  category = 'Devices,Printer',
  place = '',
}: Given): string => {
  const opened = new Date(Date.UTC(2026, 2, 1 + day, 9, count)).toISOString()
  return `T${String(count++).padStart(4, '0')},${opened},${category},${who},${service},${place},"${subject}"`
}
/** So many tickets that say the same, a day apart, each of another person. */
const same = (times: number, given: Given): string[] =>
  Array.from({ length: times }, (_, index) => row({ ...given, day: (given.day ?? 0) + index }))

const night = (rows: readonly string[], more = ''): Promise<Night> =>
  goodNight({
    config: `${configOf(source)}\n${more}`,
    files: { 'inbox/tickets.csv': csv('id,opened,category,sub,who,service,place,subject', ...rows) },
  })
const issues = (of: Night) =>
  of.query('select group_id, label, tickets from fct_recurring order by first_seen, label')
const labels = async (of: Night): Promise<unknown[]> => (await issues(of)).map(({ label }) => label)

// five people use each of these words, so that they may be shown
const spoken = same(5, { subject: 'printer jam queue scanner monitor password okafor ecsmodule' })

describe('tickets that say the same', () => {
  let found: Night
  beforeAll(async () => {
    found = await night([
      ...spoken,
      ...same(6, { subject: 'Printer jam in room 2.14', day: 10 }),
      ...same(3, { subject: 'printer queue stuck', day: 20 }),
      ...same(2, { subject: 'scanner monitor', day: 20 }),
    ])
  })

  test('are one issue, whatever their numbers; two of them are none', async () => {
    expect((await issues(found)).map(({ tickets }) => tickets)).toEqual([5, 6, 3])
  })

  test('are called by their words once there are five of them, and by their category before', async () => {
    expect((await labels(found)).slice(1)).toEqual(['printer jam', 'an issue in Devices · Printer'])
  })

  test('are each in one issue at most', async () => {
    const twice = 'select ticket_id from fct_recurring_members group by ticket_id having count(*) > 1'
    expect(await found.query(twice)).toEqual([])
  })
})

describe('the name of an issue', () => {
  test('has no word that is not of the trade, however many use it', async () => {
    const found = await night([...spoken, ...same(8, { subject: 'okafor printer jam ecsmodule', day: 10 })])
    expect((await labels(found)).join(' ')).not.toMatch(/okafor|ecsmodule/)
  })

  test('has a word of the institution where the settings name it', async () => {
    const rows = [...spoken, ...same(8, { subject: 'okafor printer', day: 10 })]
    expect(await labels(await night(rows, 'recurring: { words: [Okafor] }'))).toContain('Okafor printer')
  })

  test('has no word that fewer than five people used, though it is of the trade', async () => {
    const alone = (who: string) =>
      Array.from({ length: 6 }, (_, day) => row({ subject: 'toner tray', day: 10 + day, who }))
    const found = await night([
      ...spoken,
      ...alone('ann'),
      row({ subject: 'tray toner', day: 12, who: 'bob' }),
    ])
    expect(await labels(found)).toContain('an issue in Devices · Printer')
    expect((await labels(found)).join(' ')).not.toMatch(/toner|tray/)
  })

  test('is a category, or none at all, where nobody is known to have said it', async () => {
    const nobody = (category: string) => same(8, { subject: 'printer jam', who: '', category })
    expect(await labels(await night(nobody('Devices,Printer')))).toEqual(['an issue in Devices · Printer'])
    expect(await labels(await night(nobody(',')))).toEqual(['an issue without a name'])
  })

  test('and its id stay as they are, whatever comes later', async () => {
    const before = await night([...spoken, ...same(6, { subject: 'printer jam', day: 10 })])
    const known = await issues(before)
    const later = [
      ...same(9, { subject: 'printer jam monitor', day: 25 }),
      ...same(9, { subject: 'password', day: 30 }),
    ]
    const content = csv('id,opened,category,sub,who,service,place,subject', ...later)
    await put(before.dir, { 'inbox/tickets-2.csv': { content, at: '2026-05-01T06:00:00Z' } })
    const next = await anotherNight(before.dir)
    expect(next.code).toBe(0)
    const named = (rows: typeof known) => rows.map(({ group_id, label }) => `${group_id} ${label}`)
    const after = await issues(next)
    expect(after.length).toBeGreaterThan(known.length)
    expect(named(after)).toEqual(expect.arrayContaining(named(known)))
  })
})

test('a service that is never to be grouped by text is grouped by its category', async () => {
  const rows = [
    ...spoken,
    ...same(6, { subject: 'printer jam', service: 'HR' }),
    ...same(6, { subject: 'printer jam', day: 10 }),
  ]
  const found = await night(rows, 'recurring: { never_group: [HR] }')
  const of = await found.query(`
    select t.service, left(m.group_id, 1) as kind, count(*)::integer as tickets
    from fct_recurring_members as m join fct_tickets as t on t.ticket_id = m.ticket_id group by all order by all`)
  expect(of).toEqual([
    { service: 'Desk', kind: 't', tickets: 11 },
    { service: 'HR', kind: 'c', tickets: 6 },
  ])
})

test('synonyms of the institution make one issue of two', async () => {
  const rows = [
    ...same(3, { subject: 'banner screen frozen' }),
    ...same(3, { subject: 'student records screen frozen', day: 5 }),
  ]
  const groups = async (more: string) => (await issues(await night(rows, more))).map(({ tickets }) => tickets)
  expect(await groups('recurring: { synonyms: [[banner, student records]] }')).toEqual([6])
})

test('the id is not the text in another form', async () => {
  const [issue] = await issues(await night(same(5, { subject: 'printer jam' })))
  expect(issue?.group_id).toMatch(/^t-[0-9a-f]{12}$/)
})

test('a place is no part of what tickets say, once a ticket has named it as its place', async () => {
  const texts = ['projector old northcote garden pavilion', 'microphone old northcote garden pavilion']
  const rows = (place: string) =>
    texts.flatMap((subject, index) => same(3, { subject, place, day: index * 5 }))
  const sizes = async (place: string) =>
    (await issues(await night(rows(place)))).map(({ tickets }) => tickets)
  expect([await sizes('Old Northcote Garden Pavilion'), await sizes('')]).toEqual([[3, 3], [6]])
})
