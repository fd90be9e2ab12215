import { readdirSync, statSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { UsageError } from '../etl/config/errors.ts'
import { loadSettings } from '../etl/config/load.ts'
import { Database } from '../etl/db/database.ts'
import { ownerless } from '../etl/explain/figures/owned.ts'
import { readStory } from '../etl/explain/read-story.ts'
import { common, minutesOf } from '../etl/explain/spans.ts'
import { openWarehouse } from '../etl/explain/warehouse.ts'
import { readExplainOptions } from '../etl/explain.ts'
import { type Explained, explained, sectionOf } from './explain/told.ts'
import { configOf, csv, escalationSource } from './support/config.ts'
import { folder, goodNight, installation, type Night } from './support/installation.ts'
import { monthConfig, monthOfExports } from './support/month.ts'

const sources = `
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, order: order, status: status, owner: owner, team: team, actor: actor, event: event, priority: priority }
- name: board
  files: "board*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, updated_at: updated, resolved_at: resolved, status: status, owner: owner }
${escalationSource}
- name: second
  files: "second*.csv"
  format: table
  entity: escalation
  grain: item
  columns: { id: ref, ticket_id: ticket, received_at: received, status: status }
- name: desk
  files: "desk*.csv"
  format: table
  entity: escalation
  grain: event
  columns: { id: ref, at: at, event: event, status: status, owner: owner, actor: actor, outcome: outcome }
`
const config = configOf(
  sources,
  `  closures: [{ from: 2026-04-07, to: 2026-04-07, note: Flood }]
people: [{ name: Ann Lee, aliases: [ann] }, { name: Bot, system: true }]
update_cadence: "1 business day"
targets:
  - { level: P2, measure: response, target: "2 hours", source: "the page" }
  - { level: P2, measure: resolution, target: "1 business day", pauses: true, source: "the page" }`,
)
// 3 and 6 April 2026 are Good Friday and Easter Monday
const log = csv(
  'id,at,order,status,owner,team,actor,event,priority',
  'INC0001234,2026-04-02T16:00,1,new,,,,,P2',
  'INC0001234,2026-04-08T10:00,2,in_progress,ann,Network,ann,,P2',
  'INC0001234,soon,3,in_progress,ann,Network,ann,,P2',
  'INC0001234,2026-04-08T11:00,4,in_progress,,Network,ann,,P2',
  'INC0001234,2026-04-08T12:00,5,waiting,Bob,Network,bob,updated,P2',
  'INC0001234,2026-04-09T10:00,6,resolved,Bob,Network,bob,,P2',
  'INC0001235,2026-04-20T09:00,1,new,,,,,',
  'INC0001236,2026-04-20T09:00,1,new,,,,,P2',
  'INC0001236,2026-04-20T09:30,2,cancelled,,,,,P2',
  'INC0001237,2026-04-20T09:00,1,new,"\u001b[31mAnn\u202e",,,,',
)
const board = csv(
  'id,opened,updated,resolved,status,owner',
  'B1,2026-04-20,2026-04-22T10:00,2026-04-22T10:00,resolved,Bob',
  'B2,2026-04-20T09:00,2026-04-22T10:00,,in_progress,Bob',
)
const desk = csv(
  'ref,at,event,status,owner,actor,outcome',
  'D1,2026-04-20T18:00,,new,,,',
  'D1,2026-04-20T18:01,auto_acknowledged,new,,Bot,',
  'D1,2026-04-21T10:00,acknowledged,new,Cy Tan,Cy Tan,',
  'D1,2026-04-21T11:00,noted,new,Cy Tan,Cy Tan,',
  'D1,2026-04-22T12:00,updated,waiting,,Cy Tan,',
  'D2,2026-04-20T18:00,,new,,,',
  'D2,2026-04-20T19:00,,cancelled,,Cy Tan,duplicate',
)
const files = {
  'inbox/desk.csv': { content: desk, at: '2026-04-28T11:00:00Z' },
  'inbox/log.csv': { content: log, at: '2026-04-28T11:00:00Z' },
  'inbox/board.csv': { content: board, at: '2026-04-28T11:00:00Z' },
  'inbox/escalations.csv': { content: csv('ref,ticket,received,acknowledged,status,owner', 'E1,INC0001234,2026-04-08T15:00,,in_progress,Ann Lee'), at: '2026-04-28T11:00:00Z' },
  'inbox/second.csv': { content: csv('ref,ticket,received,status', 'S9,INC0001234,2026-04-09T09:00,in_progress'), at: '2026-04-28T11:00:00Z' },
} // biome-ignore format: files

const told = new Map<string, Explained>()
let dir: string
beforeAll(async () => {
  dir = (await goodNight({ config, files })).dir
  for (const item of [
    'inc0001234',
    'INC0001235',
    'INC0001236',
    'INC0001237',
    'B1',
    'B2',
    'E1',
    's9',
    'D1',
    'D2',
  ])
    told.set(item, await explained(dir, item))
})
const of = (item: string): Explained => told.get(item) ?? { code: -1, text: '', lines: [] }

describe('a ticket', () => {
  test('is told whole, by its id in any case', () => {
    expect([of('inc0001234').code, of('inc0001234').lines.slice(0, 9)]).toEqual([
      0,
      [
        'Ticket INC0001234',
        '  known until      Tue 28 Apr 2026 12:00 (Europe/London)',
        '  status           resolved, done',
        '  kind             incident',
        '  opened           Thu 2 Apr 2026 16:00',
        '  resolved         Thu 9 Apr 2026 10:00',
        '  owner            Bob',
        '  team             Network',
        '  priority         P2',
      ],
    ])
  })

  test('tells every event with its file and record, in order', () => {
    expect(sectionOf(of('inc0001234'), 'What happened')).toEqual([
      'Thu 2 Apr 2026 16:00 opened, by the requester · log: log.csv record 1',
      'Wed 8 Apr 2026 10:00 status in progress, by staff · log: log.csv record 2',
      'Wed 8 Apr 2026 10:00 owner Ann Lee, by staff · log: log.csv record 2',
      'Wed 8 Apr 2026 10:00 team Network, by staff · log: log.csv record 2',
      'Wed 8 Apr 2026 11:00 owner nobody, by staff · log: log.csv record 4',
      'Wed 8 Apr 2026 12:00 a message that the requester can see, by staff · log: log.csv record 5',
      'Wed 8 Apr 2026 12:00 status waiting, by staff · log: log.csv record 5',
      'Wed 8 Apr 2026 12:00 owner Bob, by staff · log: log.csv record 5',
      'Thu 9 Apr 2026 10:00 resolved, by staff · log: log.csv record 6',
    ])
  })

  test('tells the escalations that name it', () => {
    expect(sectionOf(of('inc0001234'), 'Belongs together')).toEqual([
      'escalation E1, received Wed 8 Apr 2026 15:00, in progress',
    ])
  })
})

const figures: [figure: string, item: string, heading: string, lines: string[]][] = [
  ['acknowledged, over a weekend, two holidays and a closure', 'inc0001234', 'Acknowledged', [
    'Acknowledged on Wed 8 Apr 2026 10:00: its status left “new” (log.csv record 2).',
    'from Thu 2 Apr 2026 16:00, when it was opened',
    'to Wed 8 Apr 2026 10:00, when it was acknowledged',
    'elapsed 5 d 18 h (8,280 min)',
    'in service hours 2 h (120 min): Thu 2 Apr 2026 16:00 to 17:00; Wed 8 Apr 2026 09:00 to 10:00',
    'days left out Fri 3 Apr 2026, Mon 6 Apr 2026 (bank holiday); Sat 4 Apr 2026 to Sun 5 Apr 2026 (weekend); Tue 7 Apr 2026 (Flood)',
  ]],
  ['not acknowledged yet', 'INC0001235', 'Acknowledged', [
    'Not acknowledged yet: no explicit word, no reply of a person, and its status is still “new”.',
    'from Mon 20 Apr 2026 09:00, when it was opened',
    'to Tue 28 Apr 2026 12:00, up to when it is known; it still waits',
    'elapsed 8 d 3 h (11,700 min)',
    'in service hours 51 h (3,060 min): Mon 20 Apr 2026 to Mon 27 Apr 2026, 6 days 09:00 to 17:00; Tue 28 Apr 2026 09:00 to 12:00',
    'days left out Sat 25 Apr 2026 to Sun 26 Apr 2026 (weekend)',
  ]],
  ['acknowledged by a bound', 'B2', 'Acknowledged', [
    'Acknowledged at some time from Mon 20 Apr 2026 09:00 to Wed 22 Apr 2026 10:00: its status left',
    '“new” (board.csv record 2).',
    'from Mon 20 Apr 2026 09:00, when it was opened',
    'to Wed 22 Apr 2026 10:00, when it was acknowledged',
    'left out its minutes enter no median: this is only known to have been by then; in shares it counts by its latest time',
  ]],
  ['owned, with a gap', 'inc0001234', 'Owned', [
    'It was not owned all the time.',
    'counts from Wed 8 Apr 2026 10:00, when it was acknowledged, while it was not done',
    'owner Ann Lee: Wed 8 Apr 2026 10:00 to Wed 8 Apr 2026 11:00',
    'owner Bob: Wed 8 Apr 2026 12:00 and still',
    'nobody Wed 8 Apr 2026 11:00 to 12:00',
    'without an owner 1 h, of those 1 h in service hours',
  ]],
  ['owned, of one that was under way when it was first seen', 'B2', 'Owned', [
    'Cannot be told: it was under way when it was first seen, so who owned it before is not known.',
    'owner Bob: Wed 22 Apr 2026 10:00 and still',
  ]],
  ['resolved, on a date without a time', 'B1', 'Resolved', [
    'Resolved on Wed 22 Apr 2026 10:00, and not reopened since (board.csv record 1).',
    'from Mon 20 Apr 2026 (the day alone is known), when it was opened',
    'to Wed 22 Apr 2026 10:00, when it was resolved',
    'left out its minutes enter no median: when it began is known by its day alone; in shares it counts by its latest time',
  ]],
  ['cancelled', 'INC0001236', 'Resolved', ['Cancelled, not resolved.']],
  ['targets, of which one stands still', 'inc0001234', 'Service levels', [
    'Response: missed: done after it was due.',
    'level P2, as it was when raised',
    'target 2 hours, by the clock',
    'due Thu 2 Apr 2026 18:00',
    'done Wed 8 Apr 2026 10:00',
    'Resolution: met.',
    'level P2, as it was when raised',
    'target 1 business day, in service hours (calendar main); it stands still while the ticket waits',
    'stood still Wed 8 Apr 2026 12:00 to Thu 9 Apr 2026 10:00',
    'due Thu 9 Apr 2026 14:00',
    'done Thu 9 Apr 2026 10:00',
  ]],
  ['targets, of a ticket without a level', 'INC0001235', 'Service levels', [
    'Response: no target: no source says which level it is of.',
    'Resolution: no target: no source says which level it is of.',
  ]],
  ['acknowledged outside service hours, after an automatic reply', 'D1', 'Acknowledged', [
    'Acknowledged on Tue 21 Apr 2026 10:00: its source says so itself (desk.csv record 3).',
    'from Mon 20 Apr 2026 18:00, when it was received',
    'to Tue 21 Apr 2026 10:00, when it was acknowledged',
    'elapsed 16 h (960 min)',
    'in service hours 1 h (60 min): Tue 21 Apr 2026 09:00 to 10:00',
    'automatic 1 automatic reply does not count',
  ]],
  ['investigated, by a note', 'D1', 'Investigated', [
    'Investigated on Tue 21 Apr 2026 11:00: a note (desk.csv record 4).',
    'from Mon 20 Apr 2026 18:00, when it was received',
    'to Tue 21 Apr 2026 11:00, when someone first acted on it, beyond acknowledging it',
    'elapsed 17 h (1,020 min)',
    'in service hours 2 h (120 min): Tue 21 Apr 2026 09:00 to 11:00',
  ]],
  ['not owned now', 'D1', 'Owned', [
    'It was not owned all the time, and nobody owns it now.',
    'counts from Tue 21 Apr 2026 10:00, when it was acknowledged, while it was not done',
    'owner Cy Tan: Tue 21 Apr 2026 10:00 to Wed 22 Apr 2026 12:00',
    'nobody Wed 22 Apr 2026 12:00 to Tue 28 Apr 2026 12:00',
    'without an owner 6 d, of those 32 h in service hours',
  ]],
  ['silent now', 'D1', 'Updated', [
    'The requester had 1 message from a person, the last on Wed 22 Apr 2026 12:00. It is silent now.',
    'to be heard from every 1 business day',
    'had not heard Mon 20 Apr 2026 18:00 to Wed 22 Apr 2026 12:00, Thu 23 Apr 2026 12:00 to Tue 28 Apr 2026 12:00',
    'longest silence 6 d',
    'silence now 6 d, up to Tue 28 Apr 2026 12:00',
  ]],
  ['done before it had to have an owner', 'D2', 'Owned', [
'It counts as owned: there was no time in which it had to have an owner.',
    'counts from Mon 20 Apr 2026 19:00, when it was acknowledged, while it was not done',
  ]],
  ['updated, by a message', 'inc0001234', 'Updated', [
    'The requester had 1 message from a person, the last on Wed 8 Apr 2026 12:00.',
    'to be heard from every 1 business day',
    'had not heard Thu 2 Apr 2026 16:00 to Wed 8 Apr 2026 12:00',
    'longest silence 5 d 20 h',
  ]],
  ['records, with the one that was set aside', 'inc0001234', 'Records', [
    'log.csv: 5 records, 5 kept',
    'log.csv record 3: set aside, a date that cannot be read so (bad_date, in at)',
  ]],
] // biome-ignore format: a table
test.each(figures)('it is told how a figure came about: %s', (_, item, heading, lines) => {
  expect(sectionOf(of(item), heading)).toEqual(lines)
})

describe('what is left out of the figures says so', () => {
  test.each([
    ['INC0001236', 'counts           no, in no share: it was cancelled, which counts as withdrawn'],
    ['D2', 'counts           no, in no share: it was a duplicate'],
    ['B1', 'flagged          a date without a time'],
    ['B2', 'flagged          under way when first seen: when that began is not known'],
  ])('%s', (item, line) => {
    expect(of(item).lines.map((one) => one.trim())).toContain(line)
  })
})

describe('an escalation', () => {
  test('tells its traces and tickets', () => {
    expect(sectionOf(of('E1'), 'Belongs together')).toEqual([
      'trace E1 in escalations, received Wed 8 Apr 2026 15:00',
      'trace S9 in second, received Thu 9 Apr 2026 09:00',
      'ticket INC0001234, opened Thu 2 Apr 2026 16:00, resolved',
    ])
  })

  test('is found by the id of a trace', () => {
    expect(of('s9').lines.slice(0, 2)).toEqual(['S9 is a trace of E1', 'Escalation E1'])
  })
})

test('no line is wider than a terminal of 100 columns', () => {
  const wide = [...told.values()].flatMap(({ lines }) => lines.filter((line) => line.length > 100))
  expect([told.size, wide]).toEqual([10, []])
})

test('no cell can drive the terminal', () => {
  expect(of('INC0001237').text).toContain('owner            \\u{1b}[31mAnn\\u{202e}')
})

describe('the parts that are shown add up to the figures', () => {
  const compared = { acknowledge: 0, owned: 0 }
  let month: Night
  beforeAll(async () => {
    const logs = Object.entries(monthOfExports(3, 20)).filter(([name]) => name.includes('log-'))
    month = await goodNight({ config: monthConfig, files: Object.fromEntries(logs) })
  })

  test('of every item of some days of exports', async () => {
    const settings = await loadSettings(month.dir)
    const items = await month.query<{ item_kind: string; item_id: string }>(
      'select item_kind, item_id from fct_items',
    )
    const warehouse = await openWarehouse(month.dir)
    for (const { item_kind, item_id } of items) {
      const story = await readStory(warehouse, settings, item_kind, item_id)
      const { item, owned, hours } = story
      if (item.acknowledge_business_minutes !== null && item.acknowledged_at !== null) {
        const shown = common([{ from_at: item.received_at, to_at: item.acknowledged_at }], hours)
        expect([item_id, minutesOf(shown)]).toEqual([item_id, expect.closeTo(item.acknowledge_business_minutes, 3)]) // biome-ignore format: a pair
        compared.acknowledge += 1
      }
      if (owned?.unowned_minutes == null) continue
      expect([item_id, minutesOf(ownerless(story))]).toEqual([item_id, expect.closeTo(owned.unowned_minutes, 3)]) // biome-ignore format: a pair
      compared.owned += 1
    }
    await warehouse.close()
    expect(Math.min(compared.acknowledge, compared.owned)).toBeGreaterThan(3)
  })
})

describe('the exit code', () => {
  test('of an id that nobody has is 1, and near ones are named', async () => {
    expect(await explained(dir, 'INC0001334')).toMatchObject({
      code: 1,
      text: expect.stringMatching(
        /^there is no ticket and no escalation INC0001334 .* Did you mean INC0001234, or /,
      ),
    })
  })

  test('of the end of a number is 1, and the whole is named', async () => {
    expect((await explained(dir, '1235')).text).toContain('Did you mean INC0001235?')
  })

  test('of an id that is like none is 1, and none is named', async () => {
    expect(await explained(dir, 'something else')).toMatchObject({
      code: 1,
      text: expect.not.stringContaining('Did you mean'),
    })
  })

  test('before the first night is 1, and says what to do', async () => {
    expect(await explained(await installation({ config, files }), 'E1')).toMatchObject({
      code: 1,
      text: expect.stringContaining('npm run nightly -- --data'),
    })
  })

  test('where another version wrote the facts is 1', async () => {
    const old = await folder()
    await cp(dir, old, { recursive: true })
    const warehouse = await Database.open(join(old, 'warehouse.duckdb'), [old])
    await warehouse.run('drop table fct_owned')
    await warehouse.close()
    expect(await explained(old, 'E1')).toMatchObject({
      code: 1,
      text: expect.stringContaining('another version wrote the facts'),
    })
  })

  test.each([
    ['no installation', async () => join(await folder(), 'nowhere'), 'there is no installation at'],
    ['no configuration', async () => installation({ config: '', files }), 'config.yaml'],
  ])('of %s is 2', async (_, make, says) => {
    expect(await explained(await make(), 'E1')).toMatchObject({
      code: 2,
      text: expect.stringContaining(says),
    })
  })
})

test.each([[[]], [['E1', 'E2']], [['--dat', 'x', 'E1']], [[' ']]])('%j is wrong usage', (words) => {
  expect(() => readExplainOptions(words)).toThrow(UsageError)
})

test('nothing is changed and nothing is left behind', async () => {
  const seen = () => readdirSync(dir).map((name) => [name, statSync(join(dir, name)).mtimeMs])
  const before = seen()
  await explained(dir, 'E1')
  expect(seen()).toEqual(before)
})

test('what is told is the same when the exports have gone', async () => {
  const before = (await explained(dir, 'E1')).text
  await rm(join(dir, 'inbox'), { recursive: true })
  expect((await explained(dir, 'E1')).text).toBe(before)
})

test('a ticket says which recurring issue it is of, and one that is of none says nothing of it', async () => {
  const desk = `
- name: desk
  files: "desk.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, subject: subject, requester: who }
`
  const rows = Array.from(
    { length: 6 },
    (_, index) => `D${index},2026-03-0${index + 1}T09:00Z,Printer jam,p${index}`,
  )
  const night = await goodNight({
    config: configOf(desk),
    files: { 'inbox/desk.csv': csv('id,opened,subject,who', ...rows, 'D9,2026-03-01T09:00Z,Voicemail,ann') },
  })
  const says = async (item: string): Promise<string[]> =>
    (await explained(night.dir, item)).lines.filter((line) => line.includes('recurs as'))
  expect(await says('D0')).toEqual(['  recurs as        “printer jam”, an issue of 6 tickets'])
  expect(await says('D9')).toEqual([])
})
