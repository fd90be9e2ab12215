import { beforeAll, describe, expect, test } from 'vitest'
import { configOf, csv } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

const source = (name: string): string => `
- name: ${name}
  files: "${name}*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, category: category, subcategory: sub, requester: who, parent_id: parent, is_major: major }`

const first = Date.UTC(2025, 0, 6)
let count = 0
/** Tickets of a category: so many a day from one day to another, counted from Monday, 6 January 2025. */
const tickets = (category: string, aDay: number, from: number, to: number, more = ',false'): string[] =>
  Array.from({ length: Math.round((to - from) * aDay) }, (_, index) => {
    const at = first + (from + index / aDay) * 86_400_000 + 36_000_000
    return `T${String(count++).padStart(5, '0')},${new Date(at).toISOString()},${category},Any,p${count},${more}`
  })
const file = (rows: readonly string[], known: number) => ({
  content: csv('id,opened,category,sub,who,parent,major', ...rows),
  at: new Date(first + known * 86_400_000 + 3_600_000).toISOString(),
})
const night = (files: Record<string, ReturnType<typeof file>>): Promise<Night> =>
  goodNight({
    config: configOf(
      [...new Set(Object.keys(files).map((name) => name.replace(/^inbox\/|\.csv$/g, '')))]
        .map(source)
        .join(''),
    ),
    files,
  })
const standing = (of: Night) =>
  of.query(
    `select t.of, case when t.of = 'issue' then r.label else t.key end as name, t.direction, t.recent, t.before
    from fct_trends as t left join fct_recurring as r on r.group_id = t.key
    where t.trend in ('unusual', 'sustained') order by t.of, name`,
  )
const calls = (of: Night) =>
  of.query(
    `select distinct direction, called_on::varchar as called_on, ended_on::varchar as ended_on from fct_calls order by called_on`,
  )

describe('a category that has four times as many in the last three weeks', () => {
  let found: Night
  beforeAll(async () => {
    const rows = [
      ...tickets('Mail', 20, 0, 200),
      ...tickets('Print', 0.5, 0, 179),
      ...tickets('Print', 2, 179, 200),
    ]
    found = await night({ 'inbox/desk.csv': file(rows, 200) })
  })

  test('rises, as does its issue, and nothing else does', async () => {
    expect(await standing(found)).toEqual([
      { of: 'category', name: 'Print', direction: 'up', recent: 46, before: 42 },
      { of: 'issue', name: 'Print · Any', direction: 'up', recent: 46, before: 42 },
    ])
  })

  test('is called within them, and the call stands', async () => {
    expect(await calls(found)).toEqual([{ direction: 'up', called_on: '2025-07-10', ended_on: null }])
  })
})

test('the day that still runs is not looked at', async () => {
  const rows = [
    ...tickets('Mail', 2, 0, 200),
    ...tickets('Print', 0.5, 0, 200),
    ...tickets('Print', 60, 200, 200.5),
  ]
  expect(await standing(await night({ 'inbox/desk.csv': file(rows, 200.4) }))).toEqual([])
})

test('children of a major incident are not what rises', async () => {
  const parent = tickets('Print', 1, 195, 196, ',true')
  const id = parent[0]?.split(',')[0]
  const rows = [
    ...tickets('Mail', 2, 0, 200),
    ...tickets('Print', 0.5, 0, 200),
    ...parent,
    ...tickets('Print', 60, 196, 197, `${id},false`),
  ]
  expect(await standing(await night({ 'inbox/desk.csv': file(rows, 200) }))).toEqual([])
})

const steady = (category: string, from = 0, to = 200): string[] => tickets(category, 2, from, to)

test.each<[string, Record<string, ReturnType<typeof file>>]>([
  [
    'whose export is four weeks old',
    { 'inbox/a.csv': file(steady('Mail'), 200), 'inbox/b.csv': file(steady('Print', 0, 172), 172) },
  ],
  [
    'that has sent nothing for long',
    { 'inbox/a.csv': file(steady('Mail'), 200), 'inbox/b.csv': file(steady('Print', 0, 100), 100) },
  ],
  [
    'that began a month ago',
    { 'inbox/a.csv': file(steady('Mail'), 200), 'inbox/b.csv': file(steady('Print', 170), 200) },
  ],
  [
    'that began four months ago',
    { 'inbox/a.csv': file(steady('Mail'), 200), 'inbox/b.csv': file(steady('Print', 80), 200) },
  ],
])('of a source %s nothing rises or falls, nor of any other', async (_, files) => {
  const found = await night(files)
  expect([await standing(found), await calls(found)]).toEqual([[], []])
})

test('an issue is not called for a time at which it did not recur yet', async () => {
  const alone = tickets('Print', 2, 150, 170).map((row) => row.replace(/p\d+/, 'ann'))
  const rows = [...tickets('Mail', 30, 0, 260), ...alone, ...tickets('Print', 1, 230, 232)]
  const found = await night({ 'inbox/desk.csv': file(rows, 260) })
  const called = await found.query(
    "select called_on from fct_calls where of = 'issue' and called_on < '2025-08-20'",
  )
  expect(called).toEqual([])
  expect(
    await found.query(
      "select called_on from fct_calls where of = 'category' and key = 'Print' and called_on < '2025-08-20'",
    ),
  ).not.toEqual([])
})

test('of less than eight weeks nothing is told', async () => {
  const rows = [...tickets('Mail', 2, 0, 50), ...tickets('Print', 0.5, 0, 30), ...tickets('Print', 9, 30, 50)]
  const found = await night({ 'inbox/desk.csv': file(rows, 50) })
  expect(await found.query('select trend from fct_trends')).toEqual([])
  expect(await found.query('select distinct trend from fct_recurring')).toEqual([{ trend: 'too_few' }])
})
