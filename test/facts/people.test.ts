import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const people = `people:
  - { name: Ann Lee, aliases: [alee, "Lee, Ann"], team: Network }
  - { name: Bob Ray, to: 2026-03-03 }
  - { name: Service Desk, aliases: [sd], shared: true }
  - { name: Robot, system: true }`

// cells: at, order, status, owner, team, actor, opened
const cases: ItemCase[] = [
  {
    name: 'another spelling is the same person, so nothing is handed over',
    rows: ['09:00,1,new,alee,,,09:00', '10:00,2,new,"Lee, Ann",,,09:00', '11:00,3,new,ann  LEE,,,09:00'],
    expect: { owner: 'Ann Lee', owners: ['Ann Lee'], handoff_count: 0 },
  },
  {
    name: 'whoever is not listed owns under the name that is written',
    rows: ['09:00,1,new,Cat Poe,,,09:00'],
    expect: { owner: 'Cat Poe', team: null },
  },
  {
    name: 'without a team the owner’s own team stands',
    rows: ['09:00,1,new,alee,,,09:00'],
    expect: { team: 'Network' },
  },
  { name: 'a team that is written stands', rows: ['09:00,1,new,alee,Desk,,09:00'], expect: { team: 'Desk' } },
  {
    name: 'a shared mailbox is no owner',
    rows: ['09:00,1,new,sd,,,09:00', '10:00,2,new,Service Desk,,,09:00'],
    expect: { owner: null, first_owned_at: null, owners: null },
  },
  {
    name: 'an automatic account is no owner',
    rows: ['09:00,1,new,robot,,,09:00'],
    expect: { owner: null, first_owned_at: null },
  },
  {
    name: 'a shared mailbox between two people is a gap',
    rows: ['09:00,1,new,alee,,,09:00', '10:00,2,new,sd,,,09:00', '11:00,3,new,Cat Poe,,,09:00'],
    expect: { owners: ['Ann Lee', 'Cat Poe'], owner: 'Cat Poe' },
  },
  {
    name: 'who has left owns nothing that is open',
    rows: ['09:00,1,in_progress,Bob Ray,,,09:00'],
    expect: { owner: null, owners: ['Bob Ray'], first_owned_at: '09:00', is_open: true },
  },
  {
    name: 'who has left keeps what they had finished before',
    rows: ['09:00,1,new,Bob Ray,,,09:00', '10:00,2,resolved,Bob Ray,,,09:00'],
    expect: { owner: 'Bob Ray', is_open: false },
  },
  {
    name: 'nobody is given anything after they have left',
    rows: ['09:00,1,new,,,,09:00', '+2 09:00,2,new,Bob Ray,,,09:00'],
    expect: { owner: null, owners: null },
  },
  {
    name: 'who left, and was followed days later, owned until they left',
    rows: ['09:00,1,new,Bob Ray,,,09:00', '+3 09:00,2,new,Cat Poe,,,09:00'],
    expect: { owners: ['Bob Ray', 'Cat Poe'], owner: 'Cat Poe', ends: ['+04 00:00', null] },
  },
  {
    name: 'who was followed, and left after that, owned until they were followed',
    rows: ['09:00,1,new,Bob Ray,,,09:00', '10:00,2,new,Cat Poe,,,09:00'],
    expect: { ends: ['10:00', null] },
  },
  {
    name: 'on their last day they still own',
    rows: ['09:00,1,new,,,,09:00', '+1 16:00,2,new,Bob Ray,,,09:00'],
    expect: { owners: ['Bob Ray'], owner: null, ends: ['+04 00:00'] },
  },
]

describe('who owns a ticket', () => {
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    const night = await goodNight({
      config: configOf(eventSource, people),
      files: { 'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...linesOf(cases)) },
    })
    found = await outcomes(night)
  })

  test.each(cases.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })
})
