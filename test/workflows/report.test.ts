import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Ended, newsOf } from '../../.github/scripts/news.ts'
import { type Played, stage } from './stage.ts'

const step = 'Open, comment on or close an issue, and tell the webhook'

/** Remembers which labels have an open issue, as GitHub would. */
const gh = `
label() { for ((i = 1; i <= $#; i++)); do [ "\${!i}" = --label ] && { i=$((i + 1)); echo "\${!i}"; }; done; }
case "$1 $2" in
  'issue list') if [ -e "$STAGE/open-$(label "$@")" ]; then echo '[{"number":7}]'; else echo '[]'; fi ;;
  'issue create') touch "$STAGE/open-$(label "$@")" ;;
  'issue close') rm "$STAGE"/open-night-failed ;;
esac
exit "\${GH_EXIT:-0}"`

const ended = (result: Ended['result'], outputs: Ended['outputs'] = {}): Ended => ({ result, outputs })
const good = { sample: ended('success', { exit_code: '0' }), night: ended('skipped') }
const bad = {
  sample: ended('success'),
  night: ended('failure', { exit_code: '1' }),
  deploy: ended('skipped'),
}
const calling = { night: ended('success', { exit_code: '0', called: 'true' }) }

const done = ({ calls }: Played): readonly string[] =>
  calls.map(([, ...words]) => words.slice(0, 2).join(' ')).filter((call) => call !== 'issue list')

async function webhook(): Promise<{ address: string; posted: string[] }> {
  const posted: string[] = []
  const server = createServer(async (request, response) => {
    posted.push(JSON.parse(Buffer.concat(await request.toArray()).toString()).text)
    response.end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, posted }
}

test('a failed night opens one issue, the next bad ones comment on it, and a good one closes it', async () => {
  const { play } = await stage({ gh })
  const nights = [good, bad, bad, bad, good, good]
  const told = []
  for (const jobs of nights) told.push(done(await play(step, { JOBS: JSON.stringify(jobs) })))
  expect(told).toEqual([
    [],
    ['label create', 'issue create'],
    ['issue comment'],
    ['issue comment'],
    ['issue close'],
    [],
  ])
})

test('a trend that is called opens an issue of its own, and comments while that is open', async () => {
  const { play } = await stage({ gh })
  const first = await play(step, { JOBS: JSON.stringify(calling) })
  expect(done(first)).toEqual(['label create', 'issue create'])
  expect(first.calls.flat()).toContain('trend-called')
  expect(done(await play(step, { JOBS: JSON.stringify(calling) }))).toEqual(['issue comment'])
})

test('the webhook is told of both, and of the recovery', async () => {
  const { play } = await stage({ gh })
  const { address, posted } = await webhook()
  for (const jobs of [bad, { ...calling, sample: ended('failure') }, good, good])
    await play(step, { JOBS: JSON.stringify(jobs), WEBHOOK: address })
  expect(posted.map((text) => text.split('\n')[0])).toEqual([
    'The night did not end well:',
    'The night did not end well:',
    'A trend was newly called. Which one stands first on the leadership site.',
    'The night is good again.',
  ])
})

test('where no issue can be written, the webhook is told all the same and the job fails', async () => {
  const { play } = await stage({ gh })
  const { address, posted } = await webhook()
  const played = await play(step, { JOBS: JSON.stringify(bad), WEBHOOK: address, GH_EXIT: '1' })
  expect(played.code).toBe(1)
  expect(played.printed).toContain('::error::not reported')
  expect(posted).toHaveLength(1)
})

test.each<[string, Record<string, Ended>, boolean, boolean, boolean]>([
  ['everything is well', good, false, false, true],
  ['a night fails', bad, true, false, false],
  ['a night is stopped', { night: ended('cancelled') }, true, false, false],
  ['a site is not deployed', { night: ended('success'), deploy: ended('failure') }, true, false, false],
  ['a trend is called', calling, false, true, true],
  ['no trend is called', { night: ended('success', { called: 'false' }) }, false, false, true],
  ['nothing ran', { sample: ended('skipped'), night: ended('skipped') }, false, false, false],
])('when %s', (_, jobs, isFailure, isCalled, isWell) => {
  const news = newsOf(jobs, 'https://git.example/run')
  expect([news.failure !== null, news.called !== null, news.is_well]).toEqual([isFailure, isCalled, isWell])
})

test.each([
  ['1', 'nothing was published'],
  ['2', 'a setting'],
  ['3', 'another run'],
])('exit code %s is said in words', (exit_code, words) => {
  expect(newsOf({ night: ended('failure', { exit_code }) }, '').failure).toContain(words)
})
