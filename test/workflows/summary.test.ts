import { beforeAll, expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, night } from '../support/installation.ts'
import { type Played, stage } from './stage.ts'

const step = 'Say what the night did'
const log = csv(
  'id,at,order,status,owner,team,actor,opened',
  'T1,2026-03-02T09:00,1,new,Ann Lee,,,',
  'T1,2026-03-02T10:00,2,resolved,Ann Lee,,,',
)

/** The doctor of these tests finds something to do. */
const npm = `echo 'to do: make room'; exit 1`

let dir = ''
beforeAll(async () => {
  const files = { 'inbox/log.csv': log, 'inbox/log-of-ann-lee.csv': `${log}T9,soon,1,new,,,,\n` }
  dir = (await goodNight({ config: configOf(eventSource), files })).dir
})

async function summary(CODE: string, DATA = dir): Promise<Played & { text: string }> {
  const { play } = await stage({ npm })
  const played = await play(step, { DATA, OUT: '/srv/sites', CODE })
  return { ...played, text: await played.written('summary') }
}

test('the run page shows stages, checks and receipts in counts', async () => {
  const { code, text } = await summary('0')
  expect(code).toBe(0)
  expect(text).toContain('exit code 0\n\nA release was published.')
  expect(text).toMatch(/\| log \| 2 \| 0 \| 5 \| \d \| \d \| \d \| 1 \|/)
  expect(text).toMatch(/\| ingest \| \d+\.\d \|/)
  expect(text).toMatch(/checks found nothing|\| Check \| Severity \| Rows \|/)
})

test('a night that found nothing new is called none that published', async () => {
  const again = (await goodNight({ config: configOf(eventSource), files: { 'inbox/log.csv': log } })).dir
  expect((await night(again)).log).toContain('nothing new')
  expect((await summary('0', again)).text).toContain('exit code 0\n\nNothing was new')
  expect((await summary('1', again)).text).toContain('exit code 1\n\nNothing was published')
})

test('it names no file and nobody', async () => {
  expect((await summary('0')).text).not.toMatch(/ann.?lee|\.csv|T1\b/i)
})

test('it shows what the doctor says, whatever the doctor ends with', async () => {
  const { text, calls } = await summary('0')
  expect(text).toContain('```\nto do: make room\n```')
  expect(calls).toEqual([['npm', 'run', '--silent', 'doctor', '--', '--data', dir, '--out', '/srv/sites']])
})

test.each([
  ['1', 'The last release stands'],
  ['2', 'Nothing was touched'],
  ['3', 'Another run was at work'],
  ['', 'stopped before its end'],
])('after exit code "%s" it says what the figures are of', async (code, words) => {
  expect((await summary(code)).text).toContain(words)
})

test('where no release stands, it says so', async () => {
  const { code, text } = await summary('1', '/nowhere')
  expect([code, text.includes('No release stands.')]).toEqual([0, true])
})
