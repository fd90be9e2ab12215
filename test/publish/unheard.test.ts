import { expect, test } from 'vitest'
import { configOf, csv } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const source = `
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, category: category, service: service }
`
const warningsWith = async (changes: string, recurring = ''): Promise<string> => {
  const night = await goodNight({
    config: `${configOf(source)}\n${recurring}`,
    files: {
      'inbox/t.csv': csv('id,opened,category,service', 'T1,2026-03-02T09:00Z,Printing,HR'),
      'changes.yaml': changes,
    },
  })
  return (await night.run()).warnings.join('\n')
}
const change = (affects: string): string =>
  `changes:\n  - { date: 2026-01-05, title: New, kind: improvement, affects: ${affects} }`
const action = (promise: string): string =>
  `actions:\n  - { decided_on: 2026-01-05, title: New, promise: ${promise}, expected: More, review_on: 2026-02-05 }`

test.each<[string, string, string, RegExp | null]>([
  ['a value that tickets have', change('{ category: Printing }'), '', null],
  ['a value that none has', change('{ category: printing }'), '', /2026-01-05: affects: no ticket has the category "printing"/],
  ['a column that nothing is told by', change('{ requester: Ann }'), '', /nothing can be told by requester\. Write one of service/],
  ['a promise that there is', action('acknowledged'), '', null],
  ['a promise that there is not', action('speed'), '', /there is no "speed" in procedure\/promises\.yaml/],
  ['a service in other capitals', '', 'recurring: { never_group: [hr] }', null],
  ['a service of no ticket', '', 'recurring: { never_group: [Payroll] }', /no ticket is of the service "Payroll"/],
  ['a word of one word', '', 'recurring: { words: [Wi-Fi] }', null],
  ['a word of two', '', 'recurring: { words: [student records] }', /"student records" is not one word of letters/],
  ['a word of signs', '', 'recurring: { words: ["+++"] }', /"\+\+\+" is not one word of letters/],
])('%s', async (_, changes, recurring, warning) => {
  const said = await warningsWith(changes, recurring)
  if (warning === null) expect(said).not.toMatch(/affects|promise:|never_group|recurring\.words/)
  else expect(said).toMatch(warning)
}) // biome-ignore format: a table
