/** Another institution: begun with `npm run init`, its words, colour and Jira exports put in as a service desk would, no code changed. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { disk } from '../etl/effects.ts'
import { init } from '../etl/init.ts'
import { csv } from './support/config.ts'
import { folder, type Night, night, put } from './support/installation.ts'

const config = `institution:
  name: Universität Nordheim
  department: Rechenzentrum
  timezone: Europe/Berlin
  accent: "#7a1f5c"
  contact:
    escalations_email: eskalation@rz.nordheim.example
    service_desk_phone: "+49 551 39 0"
    live_chat_url: https://chat.nordheim.example/rz
    service_desk_hours: "Monday to Friday, 8 to 16"
    ticket_url: https://tickets.nordheim.example/browse/{id}
  ticket_number: { pattern: '\\bRZ-\\d+\\b', example: RZ-1234 }
sources:
  - name: requests
    files: "Jira *.csv"
    format: jira
    required: true
    values: { status: { "Waiting for support": new } }
    escalated_when: { priority: "^Highest$" }
calendar:
  hours: { mon: "08:00-16:00", tue: "08:00-16:00", wed: "08:00-16:00", thu: "08:00-16:00", fri: "08:00-14:00" }
  bank_holidays: DE-NI
targets:
  - { level: Highest, measure: response, target: "1 h", clock: business, source: Dienstvereinbarung 2025 }
levels:
  - { level: Highest, affects: A lecture hall, source: Dienstvereinbarung 2025 }
`

const words = {
  'procedure/when.md': `---
title: When the normal way has not helped
order: 1
---

Ring {service_desk_phone} first. Then write to {escalations_email} with your number, such as {ticket_example}.

> Jede Eskalation erhält binnen eines Arbeitstages eine Antwort.
`,
  'procedure/promises.yaml': `promises:
  - { id: answer, sentence: Jede Eskalation erhält binnen eines Arbeitstages eine Antwort, measure: acknowledged, order: 1 }
  - { id: owner, sentence: Jede Eskalation hat eine verantwortliche Person, measure: owned, order: 2 }
`,
  'procedure/flow.yaml': `nodes:
  - { id: ring, text: Ring the Rechenzentrum, who: You }
  - { id: write, text: Write to us, who: You }
  - { id: answer, text: You have an answer, who: Rechenzentrum }
edges:
  - { from: ring, to: write }
  - { from: write, to: answer }
`,
}

const header =
  'Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Resolved,Status Category'

const two = (value: number): string => String(value).padStart(2, '0')

/** A ticket a day in March, every third of them escalated, every fourth still open. */
const issue = (index: number): string => {
  const day = `${two((index % 28) + 1)}/Mar/26`
  const isOpen = index % 4 === 0
  return [
    'Beamer im Hörsaal bleibt dunkel',
    `RZ-${1000 + index}`,
    40_000 + index,
    'Incident',
    isOpen ? 'Waiting for support' : 'Resolved',
    index % 3 === 0 ? 'Highest' : 'Medium',
    isOpen ? '' : 'Dev Patel',
    'Ola Berg',
    `${day} 9:26 AM`,
    `${day} 4:05 PM`,
    isOpen ? '' : `${day} 4:00 PM`,
    isOpen ? 'To Do' : 'Done',
  ].join(',')
}

const jira = csv(header, ...Array.from({ length: 84 }, (_, index) => issue(index)))

let dir: string
let done: Night
let out: string

const build = (audience: string): void => {
  const env = { ...process.env, NODE_ENV: 'production', AUDIENCE: audience, OUT: join(out, audience) }
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: { ...env, RELEASE: join(dir, 'current') },
    stdio: 'pipe',
  })
}

beforeAll(async () => {
  dir = join(await folder(), 'nordheim')
  out = await folder()
  expect((await init(dir, disk)).code).toBe(0)
  writeFileSync(join(dir, 'config.yaml'), config)
  for (const name of readdirSync(join(dir, 'procedure')).filter((one) => one.endsWith('.md')))
    await disk.remove(join(dir, 'procedure', name))
  await put(dir, { ...words, 'inbox/Jira 2026-03-31.csv': jira })
  done = await night(dir)
  for (const audience of ['staff', 'leadership', 'operations']) build(audience)
}, 120_000)

const pageOf = (audience: string, path: string): string =>
  readFileSync(join(out, audience, path, 'index.html'), 'utf8')
const every = (audience: string): string[] =>
  readdirSync(join(out, audience), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(out, audience, name), 'utf8'))

test('its night is published, and every record is accounted for', async () => {
  expect(done.log).toContain('published')
  expect(done.code).toBe(0)
  const [file] = (await done.run()).files
  expect(file).toMatchObject({ source: 'requests', format: 'jira', records: 84, kept: 84 })
  expect(await done.query('select count(*)::integer as escalations from fct_escalations')).toEqual([
    { escalations: 28 },
  ])
})

test.each([
  ['its own words', '/', 'When the normal way has not helped'],
  ['its own promise', '/', 'Jede Eskalation hat eine verantwortliche Person'],
  ['its telephone, to be rung', '/', 'href="tel:+49551390"'],
  ['its live chat', '/', 'https://chat.nordheim.example/rz'],
  ['its address', '/escalate/', 'mailto:eskalation@rz.nordheim.example'],
  ['what its numbers look like', '/escalate/', 'RZ-1234'],
  ['its flow', '/flowchart/', 'Ring the Rechenzentrum'],
  ['its target and whom it is for', '/service-levels/', 'A lecture hall'],
  ['where its target stands', '/service-levels/', 'Dienstvereinbarung 2025'],
])('the staff site has %s', (_, path, text) => {
  expect(pageOf('staff', path)).toContain(text)
})

test('the operations site leads to its tool', () => {
  expect(every('operations').join('')).toContain('https://tickets.nordheim.example/browse/RZ-')
})

test('its colour is on every site', () => {
  for (const audience of ['staff', 'leadership', 'operations']) {
    const styles = readdirSync(join(out, audience), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.css'))
      .map((name) => readFileSync(join(out, audience, name), 'utf8'))
    expect(styles.join('')).toContain('#7a1f5c')
  }
})

test('nothing of the sample’s institution stands anywhere', () => {
  const pages = ['staff', 'leadership', 'operations'].flatMap(every)
  expect(pages.length).toBeGreaterThan(20)
  for (const page of pages) expect(page).not.toMatch(/Queen Mary|qmul|\bITS\b|7882|INC0123456/)
})
