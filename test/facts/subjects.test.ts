import { describe, expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, installation, night, put, type World } from '../support/installation.ts'

const config = configOf(`
- name: first
  files: "first*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, updated_at: updated, subject: what }
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, order: order, status: status, subject: what }
`)
const monday = '2026-03-02T18:00:00Z'
const tuesday = '2026-03-03T18:00:00Z'
const items = (at: string, ...rows: readonly string[]) => ({
  content: csv('id,opened,updated,what', ...rows),
  at,
})
const log = (at: string, ...rows: readonly string[]) => ({
  content: csv('id,at,order,status,what', ...rows),
  at,
})

const opened = 'T1,2026-03-02T09:00'
const cases: readonly [name: string, files: NonNullable<World['files']>, subject: string | null, words?: string[]][] = [
  ['as it is told', { 'inbox/first.csv': items(monday, `${opened},,No Sound`) }, 'no sound'],
  ['none, where none is told', { 'inbox/first.csv': items(monday, `${opened},,`) }, null],
  ['what it was before someone updated it', { 'inbox/first-1.csv': items(monday, `${opened},2026-03-02T09:00,no sound`), 'inbox/first-2.csv': items(tuesday, `${opened},2026-03-03T09:00,no picture`) }, 'no sound'],
  ['what it was before it alone was changed', { 'inbox/first-1.csv': items(monday, `${opened},,no sound`), 'inbox/first-2.csv': items(tuesday, `${opened},,no picture`) }, 'no sound'],
  ['what it was since it was told at all', { 'inbox/first-1.csv': items(monday, `${opened},,`), 'inbox/first-2.csv': items(tuesday, `${opened},,no sound`) }, 'no sound'],
  ['what the first event says', { 'inbox/log.csv': log(monday, `${opened},1,new,`, 'T1,2026-03-02T11:00,3,resolved,no picture', 'T1,2026-03-02T10:00,2,waiting,no sound') }, 'no sound'],
  ['what the first of two events of one time says', { 'inbox/log.csv': log(monday, `${opened},2,waiting,no picture`, `${opened},1,new,no sound`) }, 'no sound'],
  ['what a log said of it before it was exported anew', { 'inbox/log-1.csv': log(monday, `${opened},1,new,no sound`), 'inbox/log-2.csv': log(tuesday, `${opened},1,new,no picture`, 'T1,2026-03-03T10:00,2,resolved,no picture') }, 'no sound'],
  ['what a log said of it before all that was changed', { 'inbox/log-1.csv': log(monday, `${opened},1,new,no sound`), 'inbox/log-2.csv': log(tuesday, `${opened},1,new,no picture`) }, 'no sound'],
  ['what a log of days said of it before it was exported anew', { 'inbox/log-1.csv': log(monday, 'T1,2026-03-02,1,new,no sound'), 'inbox/log-2.csv': log(tuesday, 'T1,2026-03-02,1,new,no picture', 'T1,2026-03-02T10:00,2,resolved,no picture') }, 'no sound'],
  ['what the first-named source says, though later', { 'inbox/log.csv': log(monday, `${opened},1,new,no picture`), 'inbox/first.csv': items(tuesday, `${opened},,no sound`) }, 'no sound'],
  ['what the other source says, where the first says nothing', { 'inbox/log.csv': log(monday, `${opened},1,new,no sound`), 'inbox/first.csv': items(tuesday, `${opened},,`) }, 'no sound'],
  ['nothing of a record that was set aside', { 'inbox/first.csv': items(monday, 'T1,yesterday,,no picture', `${opened},,no sound`) }, 'no sound'],
  ['nothing that was said later than the figures', { 'inbox/log.csv': log(tuesday, `${opened},1,new,`, 'T1,2026-03-03T10:00,2,resolved,no sound') }, null, ['--as-of', monday]],
  ['what a list says that was exported later than the figures', { 'inbox/first.csv': items(tuesday, `${opened},,no sound`) }, 'no sound', ['--as-of', monday]],
] // biome-ignore format: a table

describe('of a ticket is told, of what it was about', () => {
  test.each(cases)('%s', async (_, files, subject, words = []) => {
    const { query } = await goodNight({ config, files }, words)
    expect(await query("select subject from stg_descriptions where item_kind = 'ticket'")).toEqual([
      { subject },
    ])
  })
})

test('nothing is told where no source has a column for it', async () => {
  const files = { 'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', `${opened},1,new,,,,`) }
  const { query } = await goodNight({ config: configOf(eventSource), files })
  expect(await query('select subject from stg_descriptions')).toEqual([{ subject: null }])
})

test('what a ticket was about stays the same from night to night, whatever is edited', async () => {
  const told = 'select item_id, subject from stg_descriptions order by item_id'
  const dir = await installation({
    config,
    files: { 'inbox/first-1.csv': items(monday, `${opened},,no sound`) },
  })
  const before = await (await night(dir)).query(told)
  await put(dir, {
    'inbox/first-2.csv': items(tuesday, `${opened},,no picture`, 'T2,2026-03-03T09:00,,slow'),
    'inbox/log.csv': log(tuesday, `${opened},1,new,no light`),
  })
  expect(await (await night(dir)).query(told)).toEqual([...before, { item_id: 'T2', subject: 'slow' }])
})
