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

  test('explains every variable that a build of a site reads', () => {
    for (const name of ['SITE_ADDRESS', 'BASE', 'ESCALATION_TRENDS_SECRET', 'ESCALATION_TRENDS_MEMORY_MB'])
      expect(page).toContain(`\`${name}\``)
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

describe('the recipe of a back-up', () => {
  const recipe = named(/```sh\n([\s\S]*?)```/g).find((block) => block.includes('tar --create')) ?? ''
  const written = ['config.yaml', 'changes.yaml', 'corrections.csv', 'after-night']
  const backUp = (...names: readonly string[]) => {
    const place = mkdtempSync(join(folder, 'keeps-'))
    const at = (...path: string[]) => join(place, ...path)
    for (const name of ['installation', 'backup', 'backup-of-keys']) mkdirSync(at(name))
    for (const name of names) {
      if (name.endsWith('/')) mkdirSync(at('installation', name))
      writeFileSync(at('installation', name.endsWith('/') ? `${name}in it` : name), name)
    }
    const script = recipe.replaceAll('/srv', place).replaceAll(' /backup', ` ${at('backup')}`)
    const { status, stderr } = spawnSync('bash', ['-e'], { input: script, encoding: 'utf8' })
    const packed = spawnSync('tar', ['-tzf', at('backup', 'installation.tar.gz')], {
      encoding: 'utf8',
    }).stdout
    return {
      status,
      stderr,
      packed: packed
        .trim()
        .split('\n')
        .filter((name) => !name.endsWith('/'))
        .sort(),
    }
  }

  test('packs what cannot be made again and nothing else', () => {
    const kept = [...written, '.erased', 'procedure/', 'landed/', 'history/']
    const made = [
      '.key',
      '.heartbeat',
      'last-good.json',
      'warehouse.duckdb',
      'sites/',
      'releases/',
      'inbox/',
      'quarantine/',
    ]
    const { status, stderr, packed } = backUp(...kept, ...made)
    expect([status, stderr]).toEqual([0, ''])
    expect(packed).toEqual(kept.map((name) => (name.endsWith('/') ? `${name}in it` : name)).sort())
  })

  test('works where only the settings are there', () => {
    expect(backUp('config.yaml', '.key')).toEqual({ status: 0, stderr: '', packed: ['config.yaml'] })
  })
})

test('mail-brief sends the text and the HTML as one mail, in lines that mail has', () => {
  const place = mkdtempSync(join(folder, 'brief-'))
  const put = (name: string, text: string, mode = 0o644) => writeFileSync(join(place, name), text, { mode })
  put('curl', `#!/bin/sh\nprintf '%s\\n' "$@" > '${place}/called'\ncp mail.* '${place}/tmp'\n`, 0o755)
  for (const [name, text] of [
    ['subject.txt', 'Two are new\n'],
    ['mail.txt', 'One\n\nTwo\n'],
    ['mail.html', '<p>One\n'],
  ] as const)
    put(name, text)
  mkdirSync(join(place, 'tmp'))
  const run = spawnSync('sh', ['docs/operation/mail-brief', place, 'smtp://mail', 'from@x', 'to@x'], {
    encoding: 'utf8',
    env: { PATH: [place, process.env.PATH].join(delimiter), TMPDIR: join(place, 'tmp') },
  })
  expect([run.status, run.stdout + run.stderr]).toEqual([0, ''])
  const words = readFileSync(join(place, 'called'), 'utf8').split('\n')
  for (const word of ['smtp://mail', 'Subject: Two are new', 'From: from@x', 'To: to@x'])
    expect(words).toContain(word)
  expect(readFileSync(join(place, 'tmp', 'mail.txt'), 'utf8')).toBe('One\r\n\r\nTwo\r\n')
  expect(readdirSync(join(place, 'tmp')).sort()).toEqual(['mail.html', 'mail.txt'])
})

describe('night.sh', () => {
  const leadership = { leadership: 'TARGET=deploy@leaders:/srv/www\nKNOWN_HOSTS=$(echo keys)\n' }

  test('says nothing when all is well, and keeps what the night said', () => {
    const found = night('echo "published  release 1"; echo "$@"')
    expect(found).toMatchObject({ code: 0, printed: '', sent: '' })
    expect(found.log).toMatch(
      /^== \d{4}-\d\d-\d\d .*\npublished {2}release 1\nrun nightly -- --data \/srv\/an installation --out \/srv\/sites\n/,
    )
  })

  test('gives the night its settings, and no site the secret', () => {
    const settings = "ESCALATION_TRENDS_SECRET='of the night'\nSITE_ADDRESS=https://leaders/\n"
    const found = night('echo "$ESCALATION_TRENDS_SECRET, $SITE_ADDRESS"', {
      night: settings,
      staff: 'TARGET=$(printenv ESCALATION_TRENDS_SECRET || echo none)\n',
    })
    expect(found).toMatchObject({ code: 0, printed: '', sent: 'staff /srv/sites/staff none \n' })
    expect(found.log).toContain('of the night, https://leaders/')
  })

  test('runs no night without the settings that it has', () => {
    const found = night('echo began', { night: 'ESCALATION_TRENDS_SECRET=$(exit 1' })
    expect(found.code).toBe(2)
    expect(found.log).not.toContain('began')
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
