import { describe, expect, test } from 'vitest'
import type { Settings } from '../../etl/config/settings.ts'
import { assessmentOf, leadershipOwners, leadershipWarnings } from '../../etl/publish/owners/leaders.ts'
import { ownersFileOf } from '../../etl/publish/owners/owners-file.ts'
import { configOf, eventSource } from '../support/config.ts'
import { memory, settingsOf } from '../support/memory.ts'
import { leaders } from './owners-world.ts'

const settingsWith = (audiences: string): Promise<Settings> =>
  settingsOf(configOf(eventSource, `audiences: { ${audiences} }`))
const now = '2026-04-30T22:30:00Z'

test.each([
  ['hidden', leaders('hidden'), now, 'hidden', null],
  ['coded by an assessment of long ago', leaders('coded'), now, 'coded', null],
  ['named by one of today', leaders('named', '2026-04-30'), now, 'named', null],
  ['by one that is dated tomorrow', leaders('named', '2026-05-01'), now, 'hidden', 'still to come'],
  ['by one of tomorrow, once that has begun here', leaders('named', '2026-05-01'), '2026-04-30T23:30:00Z', 'named', null],
  ['by one without a word with the workers', leaders('coded', '2026-01-15', 'false'), now, 'coded', 'were not consulted'],
  ['by one that says whom it was talked over with', leaders('coded', '2026-01-15', '"UCU"'), now, 'coded', null],
  ['hidden, whatever the assessment says', leaders('hidden', '2026-05-01', 'false'), now, 'hidden', null],
  ['coded for operations alone', 'operations: { owners: coded }', now, 'hidden', null],
])('owners are to be shown %s', async (_, audiences, at, shown, says) => {
  const settings = await settingsWith(audiences)
  expect(leadershipOwners(settings, at)).toBe(shown)
  const warnings = leadershipWarnings(settings, at)
  expect(warnings).toEqual(says === null ? [] : [expect.stringContaining(says)])
}) // biome-ignore format: a table

test.each([
  ['true', true, null],
  ['false', false, null],
  ['"UCU, 3 March 2026"', true, 'UCU, 3 March 2026'],
])('workers_consulted: %s', async (written, is, who) => {
  const told = assessmentOf(await settingsWith(leaders('named', '2026-01-15', written)))
  expect([told?.workers_consulted, told?.consultation]).toEqual([is, who])
})

describe('of few people', () => {
  const fileOf = async (owners: string, people: number) => {
    const database = await memory()
    const columns =
      '(owner varchar, opened_at timestamptz, received_at timestamptz, known_until timestamptz, is_open boolean)'
    for (const table of ['fct_tickets', 'fct_escalations'])
      await database.run(`create table ${table} ${columns}`)
    for (let person = 0; person < people; person++)
      await database.run(
        "insert into fct_tickets select $owner, '2026-03-01', null, '2026-03-31', true from range(6)",
        { owner: `Ann ${person}` },
      )
    const settings = await settingsWith(leaders(owners))
    return ownersFileOf({ database, settings, run: 'a', asOf: now, knownUntil: now, now })
  }

  test.each([
    ['coded', 4, 0, true],
    ['coded', 5, 5, false],
    ['named', 1, 1, false],
    ['named', 0, 0, false],
    ['coded', 0, 0, true],
  ])('who are %s, %i in all, %i are listed', async (owners, people, listed, isTooFew) => {
    const file = await fileOf(owners, people)
    expect([file?.people.length, file?.is_too_few]).toEqual([listed, isTooFew])
  })
})
