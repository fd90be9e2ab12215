import { expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const header = 'id,at,order,status,team,owner,actor,opened'
/** A ticket of a team with a named owner, who has it until it is done on a day. */
const held = (team: string, owner: string, done = ''): string[] => {
  const id = `${team}-${owner}`
  return [
    `${id},2026-01-05T10:00,1,in_progress,${team},${owner},,2026-01-05T09:00`,
    ...(done ? [`${id},${done}T10:00,2,resolved,${team},,,2026-01-05T09:00`] : []),
  ]
}
const people = (team: string, count: number, done = ''): string[] =>
  Array.from({ length: count }, (_, nth) => held(team, `Person ${nth}`, done)).flat()
const rows = [
  ...people('Network', 5),
  ...people('Labs', 4),
  ...people('Labs', 4),
  // five had items, four of them until January: one has one now
  ...people('Desktops', 4, '2026-01-06'),
  ...held('Desktops', 'Eve'),
  'nobody,2026-01-05T10:00,1,in_progress,Desk,,,2026-01-05T09:00',
]

test('teams of fewer than five people of late stand together, and one in which nobody is named does not', async () => {
  const { query } = await goodNight({
    config: configOf(eventSource),
    files: { 'inbox/log.csv': { content: csv(header, ...rows), at: '2026-06-01T17:00:00Z' } },
  })
  expect(await query('select team, people, shown_as from dim_teams order by team')).toEqual([
    { team: 'Desk', people: null, shown_as: 'Desk' },
    { team: 'Desktops', people: 1, shown_as: 'Small teams' },
    { team: 'Labs', people: 4, shown_as: 'Small teams' },
    { team: 'Network', people: 5, shown_as: 'Network' },
  ])
  expect(
    await query(
      'select team, count(*)::integer as items from fct_all_items where not is_left_out group by team order by team',
    ),
  ).toEqual([
    { team: 'Desk', items: 1 },
    { team: 'Network', items: 5 },
    { team: 'Small teams', items: 9 },
  ])
})
