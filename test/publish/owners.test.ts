import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { manifest, type OwnersFile, waitingFile } from '../../data/contract.ts'
import { type Night, night } from '../support/installation.ts'
import { type Load, leaders, madeOf, ownersOf, pathOf } from './owners-world.ts'

const load: Load = {
  'Ann Lee': [6, 1],
  'Bo Ray': [2, 5],
  'Cy Poe': [5, 0],
  'Di Fox': [1, 1],
  'Ed Orr': [0, 3],
  'Service Desk': [9, 9],
  robot: [9, 0],
  'Flo Gone': [7, 0],
  '(erased)': [6, 2],
}
const people = `people:
  - { name: Service Desk, shared: true }
  - { name: Robot, system: true }
  - { name: Flo Gone, to: 2026-03-25 }`

const nightOf = async (audiences: string): Promise<Night> => {
  const found = await night(await madeOf(load, audiences, people))
  expect(found.log).toContain('published')
  return found
}
const of = (open: number, all: number, oldest_days: number | null) => ({
  open,
  share: open / all,
  oldest_days,
})
const manifestOf = async (dir: string) =>
  manifest.parse(JSON.parse(await readFile(join(dir, 'current', 'manifest.json'), 'utf8')))

describe('where leaders see owners by name', () => {
  let named: Night
  beforeAll(async () => {
    named = await nightOf(leaders('named', '2026-01-15', 'false'))
  })

  test('each person stands with what they hold; who holds little stands with the others', async () => {
    expect(await ownersOf(named.dir)).toEqual({
      as_of: '2026-03-31T12:00:00.000Z',
      known_until: '2026-03-31T12:00:00.000Z',
      owners: 'named',
      dpia: { reference: 'DPIA 7', date: '2026-01-15', workers_consulted: false, consultation: null },
      alone_from: 5,
      is_too_few: false,
      people: [
        { who: 'Ann Lee', ticket: of(6, 20, 15), escalation: of(1, 12, null) },
        { who: 'Bo Ray', ticket: of(2, 20, null), escalation: of(5, 12, 14) },
        { who: 'Cy Poe', ticket: of(5, 20, 14), escalation: of(0, 12, null) },
      ],
      others: { people: 2, ticket: { open: 1, share: 1 / 20 }, escalation: { open: 4, share: 4 / 12 } },
    } satisfies OwnersFile)
  })

  test('the file is for the owner of the installation alone', async () => {
    const modes = await Promise.all(
      [pathOf(named.dir), join(pathOf(named.dir), '..')].map((path) => stat(path)),
    )
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o700])
  })

  test('that workers were not consulted is said in the log and on the pages', async () => {
    expect(named.log).toContain('were not consulted')
    expect((await manifestOf(named.dir)).warnings.join()).toContain('were not consulted')
  })
})

describe('where leaders see owners as codes', () => {
  let dir: string
  beforeAll(async () => {
    dir = (await nightOf(`${leaders('coded')}, operations: { owners: coded }`)).dir
  })

  test('no name stands there, and all else is as it is with names', async () => {
    const file = await ownersOf(dir)
    const loads = file?.people.map(({ ticket, escalation }) => [ticket.open, escalation.open])
    expect(loads?.sort()).toEqual([
      [2, 5],
      [5, 0],
      [6, 1],
    ])
    expect([file?.others?.people, file?.others?.ticket.open]).toEqual([2, 1])
    expect(await readFile(pathOf(dir), 'utf8')).not.toMatch(
      /Ann|Bo Ray|Cy|Di Fox|Ed Orr|erased|Desk|obot|Gone/,
    )
  })

  test('no code outlives its release, and none is one of operations', async () => {
    const codesIn = async () => (await ownersOf(dir))?.people.map(({ who }) => who) ?? []
    const waiting = waitingFile.parse(
      JSON.parse(await readFile(join(dir, 'current', 'operations', 'waiting.json'), 'utf8')),
    )
    const first = await codesIn()
    expect((await night(dir, ['--republish'])).code).toBe(0)
    const second = await codesIn()
    expect(new Set([...first, ...second]).size).toBe(6)
    const ofOperations = waiting.escalations.flatMap(({ owner }) => owner ?? [])
    expect(ofOperations.length).toBeGreaterThan(5)
    expect(ofOperations.filter((code) => first.includes(code))).toEqual([])
  })
})

test.each<[string, string, boolean]>([
  ['where nothing is said', 'staff: {}', false],
  ['until the day of the assessment has come, with a word each night', leaders('named', '2126-05-01'), true],
])('owners are hidden from leaders %s', async (_, audiences, hasWord) => {
  const { dir, log } = await nightOf(audiences)
  expect(await ownersOf(dir)).toBeNull()
  expect((await manifestOf(dir)).privacy.leadership_owners).toBe('hidden')
  expect(log.includes('“DPIA 7” is dated 2126-05-01, which is still to come')).toBe(hasWord)
})
