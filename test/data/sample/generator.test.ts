import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { main } from '../../../data/sample/generator/cli.ts'
import { inventSample } from '../../../data/sample/generator/generate.ts'
import { incidentLogHeader } from '../../../data/sample/generator/incident-log.ts'
import { digestOf, sample } from './sample.ts'

const other = inventSample(7)

describe('a seed', () => {
  test('gives the same bytes twice, whatever the zone and the clock of the machine', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata')
    const elsewhere = digestOf(inventSample())
    vi.unstubAllEnvs()
    expect(elsewhere).toBe(digestOf(sample))
  }, 60_000)

  test('gives another sample than another seed', () => {
    expect(other.truth.tickets).not.toEqual(sample.truth.tickets)
  })
})

describe.each([
  ['the usual seed', sample],
  ['another seed', other],
])('the sample of %s', (_, { truth }) => {
  test('has three years and an autumn of tickets and escalations', () => {
    const { tickets, escalations, ticket_rows, open_tickets, open_escalations } = truth.counts
    expect(tickets).toBeGreaterThan(38_000)
    expect(tickets).toBeLessThan(42_000)
    expect(ticket_rows / tickets).toBeGreaterThan(4.5)
    expect(ticket_rows / tickets).toBeLessThan(6.5)
    expect(escalations).toBeGreaterThan(1400)
    expect(escalations).toBeLessThan(1600)
    expect(open_tickets).toBeGreaterThan(150)
    expect(open_escalations).toBeGreaterThan(15)
    expect(truth.as_of.slice(0, 10)).toBe('2026-11-20')
  })

  test('has a backlog that balances every day and ends at what is open', () => {
    const { rows } = truth.ticket_days
    expect(rows.at(0)?.[0]).toBe('2023-09-01')
    expect(rows.at(-1)?.[0]).toBe('2026-11-20')
    expect(rows.at(-1)?.[4]).toBe(truth.counts.open_tickets)
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(truth.counts.tickets)
  })
})

test('the incident log has the header of a real one, then our own columns', () => {
  expect(incidentLogHeader).toHaveLength(40)
  expect(incidentLogHeader.slice(0, 6).join()).toBe(
    'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count',
  )
  expect(incidentLogHeader.slice(-6)).toEqual([
    'resolved_at',
    'closed_at',
    'short_description',
    'u_service',
    'u_department',
    'u_satisfaction',
  ])
})

describe('the command', () => {
  test('writes the exports, the truth beside the inbox, and says so', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sample-'))
    const said: string[] = []
    expect(await main(['--out', dir, '--seed', '7'], (text) => said.push(text))).toBe(0)
    const log = await stat(join(dir, 'inbox/incident-log-2026-11-20.csv'))
    expect(log.size).toBeGreaterThan(50_000_000)
    const kept = await readFile(join(dir, 'inbox/escalations/escalation-log-2026-11-20.csv'), 'utf8')
    expect(kept.slice(0, 4)).toBe('\uFEFFRef')
    const contacts = await readFile(join(dir, 'inbox/escalations/contact-log-2026-11-20.csv'), 'utf8')
    expect(contacts.split('\r\n', 1)).toEqual([
      'When,Ref,What,By,Owner then,Team then,Status then,Ticket,Remark',
    ])
    expect(JSON.parse(await readFile(join(dir, 'truth.json'), 'utf8'))).toEqual(other.truth)
    expect(said.join('')).toContain('escalations as of 2026-11-20T17:00:00Z, seed 7')
    await rm(dir, { recursive: true })
  }, 60_000)

  test.each([
    [['--help'], 0, 'npm run sample'],
    [['--seed', 'x'], 2, 'Not understood: --seed x'],
    [['--nonsense'], 2, 'Not understood: --nonsense'],
  ])('answers %j', async (args, code, words) => {
    const said: string[] = []
    expect(await main(args, (text) => said.push(text))).toBe(code)
    expect(said.join('')).toContain(words)
  })
})
