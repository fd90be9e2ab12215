import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const page = readFileSync('docs/operation.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const folder = mkdtempSync(join(tmpdir(), 'operation-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a page names, once each. */
const named = (pattern: RegExp): readonly string[] => [
  ...new Set([...page.matchAll(pattern)].map(([, name]) => name as string)),
]

describe('docs/operation.md', () => {
  test('names only commands that there are', () => {
    const commands = named(/npm run ([\w:]+)/g)
    expect(commands).toContain('doctor')
    expect(commands.filter((name) => !scripts[name])).toEqual([])
  })

  test('links to nothing that is not there', () => {
    const links = named(/\]\(([^)#]+?)(?:#[\w-]+)?\)/g).filter((link) => !link.startsWith('http'))
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter((link) => !existsSync(join('docs', link)))).toEqual([])
  })

  test('explains every variable and secret that the nightly workflow reads', () => {
    const nightly = readFileSync('.github/workflows/nightly.yml', 'utf8')
    const settings = new Set([...nightly.matchAll(/(?:vars|secrets)\.(\w+)/g)].map(([, name]) => name))
    expect(settings.size).toBeGreaterThan(5)
    expect([...settings].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  test('has commands that a shell can read', () => {
    const blocks = named(/```sh\n([\s\S]*?)```/g)
    expect(blocks.length).toBeGreaterThan(5)
    for (const block of blocks)
      expect(spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' }).stderr).toBe('')
  })
})

describe('the files that it has copied', () => {
  test('name one another by where they are put', () => {
    const script = '/srv/escalation-trends/docs/operation/night.sh'
    for (const name of ['crontab', 'escalation-trends.service'])
      expect(readFileSync(join('docs/operation', name), 'utf8')).toContain(script)
  })

  test.each(readdirSync('docs/operation'))('%s is spoken of', (name) => {
    expect(page).toContain(`operation/${name}`)
  })

  test('cron and the timer begin at the hour that the pages announce', () => {
    expect(readFileSync('docs/operation/crontab', 'utf8')).toMatch(/^0 3 \* \* \* {2}escalation /m)
    expect(readFileSync('docs/operation/escalation-trends.timer', 'utf8')).toContain(' 03:00:00 ')
  })
})

/** Runs night.sh where `npm` and `node` are programs that write down how they were called. */
function night(npm: string, hosts: Readonly<Record<string, string>> = {}) {
  const place = mkdtempSync(join(folder, 'night-'))
  const tools = join(place, 'node_modules', '.bin')
  mkdirSync(tools, { recursive: true })
  mkdirSync(join(place, 'hosts'))
  const program = (name: string, text: string) =>
    writeFileSync(join(tools, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  program('npm', npm)
  program('node', `echo "$AUDIENCE $SITE $TARGET $KNOWN_HOSTS" >> ${place}/sent; exit \${DEPLOY_EXIT:-0}`)
  for (const [name, text] of Object.entries(hosts)) writeFileSync(join(place, 'hosts', `${name}.env`), text)
  const run = spawnSync('sh', ['docs/operation/night.sh'], {
    encoding: 'utf8',
    env: {
      PATH: [tools, process.env.PATH].join(delimiter),
      CODE: place,
      DATA: '/srv/an installation',
      OUT: '/srv/sites',
      LOG: join(place, 'night.log'),
      HOSTS: join(place, 'hosts'),
    },
  })
  const read = (name: string): string =>
    existsSync(join(place, name)) ? readFileSync(join(place, name), 'utf8') : ''
  return { code: run.status, printed: run.stdout + run.stderr, log: read('night.log'), sent: read('sent') }
}

describe('night.sh', () => {
  const leadership = { leadership: 'TARGET=deploy@leaders:/srv/www\nKNOWN_HOSTS=$(echo keys)\n' }

  test('says nothing when all is well, and keeps what the night said', () => {
    const found = night('echo "published  release 1"; echo "$@"')
    expect(found).toMatchObject({ code: 0, printed: '', sent: '' })
    expect(found.log).toMatch(
      /^== \d{4}-\d\d-\d\d .*\npublished {2}release 1\nrun nightly -- --data \/srv\/an installation --out \/srv\/sites\n/,
    )
  })

  test.each([1, 2, 3])('prints the end of the log when the night ends with %i, and sends nothing', (code) => {
    const found = night(`echo "the reason"; exit ${code}`, leadership)
    expect(found).toMatchObject({ code, sent: '' })
    expect(found.printed).toContain(`The night ended with exit code ${code}.`)
    expect(found.printed).toContain('the reason')
  })

  test('sends the sites that have a host', () => {
    const found = night('true', { ...leadership, staff: 'TARGET=deploy@staff:/srv/www\n' })
    expect(found).toMatchObject({ code: 0, printed: '' })
    expect(found.sent.split('\n').map((line) => line.trim())).toEqual([
      'staff /srv/sites/staff deploy@staff:/srv/www',
      'leadership /srv/sites/leadership deploy@leaders:/srv/www keys',
      '',
    ])
  })

  test('names the sites that could not be sent, and sends the others all the same', () => {
    const found = night('true', { leadership: 'DEPLOY_EXIT=1\nTARGET=x\n', operations: 'TARGET=y\n' })
    expect(found.code).toBe(1)
    expect(found.printed).toContain('not sent to its host: leadership.')
    expect(found.sent).toContain('operations /srv/sites/operations y')
  })
})
