import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Played, type Stage, stage } from './stage.ts'

const step = 'Deploy, leadership and operations only behind a sign-in'

/** Keeps what ssh was given while it is there, and says what of a site was sent. */
const rsync = `
words=("$@")
ls "\${words[-2]}" > "$STAGE/sent"
for word in "$@"; do case "$word" in --rsh=*) folder=\${word#*\\'}; cp -r "\${folder%/*}" "$STAGE/ssh" ;; esac; done
exit "\${RSYNC_EXIT:-0}"`

async function host(status: (requests: number, path: string) => number): Promise<string> {
  let requests = 0
  const server = createServer(({ url = '' }, response) =>
    response.writeHead(status(requests++, url)).end(),
  ).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function ready(): Promise<Stage> {
  const made = await stage({ rsync })
  await mkdir(join(made.folder, 'site'))
  await writeFile(join(made.folder, 'site', 'index.html'), 'the site')
  return made
}

const settings = {
  AUDIENCE: 'leadership',
  TARGET: 'deploy@leaders.example:/srv/leadership',
  KNOWN_HOSTS: 'leaders.example ssh-ed25519 AAAA',
  SSH_KEY: 'KEY',
}

async function deploy(made: Stage, changed: Readonly<Record<string, string>>): Promise<Played> {
  return made.play(step, { ...settings, SITE: join(made.folder, 'site'), ...changed })
}

const sent = ({ calls }: Played): readonly string[] => calls.map((words) => words.at(-1) as string)

test('a site whose host asks for a password is sent there, and nothing of the key is left', async () => {
  const made = await ready()
  const played = await deploy(made, { ADDRESS: await host(() => 401) })
  expect(played).toMatchObject({
    code: 0,
    calls: [expect.arrayContaining(['rsync', '--delete-after', 'deploy@leaders.example:/srv/leadership/'])],
  })
  expect(await played.written('sent')).toBe('index.html\n')
  expect(await played.written('ssh/config')).toContain('StrictHostKeyChecking yes')
  expect(await played.written('ssh/known_hosts')).toBe('leaders.example ssh-ed25519 AAAA\n')
  expect(await played.written('ssh/identity')).toBe('KEY\n')
  expect((await readdir(made.folder)).filter((name) => name.startsWith('deploy-'))).toEqual([])
})

test('a site whose host shows its pages to everyone is not sent', async () => {
  const played = await deploy(await ready(), { ADDRESS: await host(() => 200) })
  expect(played).toMatchObject({ code: 1, calls: [] })
  expect(played.printed).toContain(
    'the leadership site was not deployed: put its host behind a sign-in first',
  )
})

test.each(['cells', 'numbers', '_astro'])(
  'a site whose host shows what lies in %s is not sent, though it closes every page',
  async (folder) => {
    const made = await ready()
    await mkdir(join(made.folder, 'site', folder, 'of a night'), { recursive: true })
    await writeFile(join(made.folder, 'site', folder, 'of a night', 'file'), 'figures')
    const address = await host((_, path) => (path === `/${folder}/of%20a%20night/file` ? 200 : 401))
    const played = await deploy(made, { ADDRESS: address })
    expect(played).toMatchObject({ code: 1, calls: [] })
    expect(played.printed).toContain(`${folder}/of%20a%20night/file answers 200`)
  },
)

test('a site that turns out to be open once it is there is taken away again', async () => {
  const made = await ready()
  const address = await host((requests) => (requests < 3 ? 403 : 200))
  const played = await deploy(made, { ADDRESS: address })
  expect(played.code).toBe(1)
  expect(sent(played)).toEqual([
    'deploy@leaders.example:/srv/leadership/',
    'deploy@leaders.example:/srv/leadership/',
  ])
  expect(await played.written('sent')).toBe('')
  expect(played.printed).toContain('was taken away from its host again')
})

test('the staff site may go to an open host', async () => {
  const played = await deploy(await ready(), { AUDIENCE: 'staff', ADDRESS: await host(() => 200) })
  expect(played).toMatchObject({ code: 0, calls: [expect.arrayContaining(['rsync'])] })
})

test.each(['staff', 'leadership', 'operations'])(
  '%s without a target is left where it is',
  async (audience) => {
    const played = await deploy(await ready(), { AUDIENCE: audience, TARGET: '' })
    expect(played).toMatchObject({ code: 0, calls: [] })
    expect(played.printed).toContain('no TARGET is set')
  },
)

test.each([
  ['an address', { ADDRESS: '' }, 'ADDRESS of the environment "leadership" is missing'],
  ['an address that cannot be overheard', { ADDRESS: 'http://leaders.example/' }, 'not https'],
  ['known host keys', { KNOWN_HOSTS: ' ' }, 'KNOWN_HOSTS of the environment "leadership" is missing'],
  ['a key', { SSH_KEY: '' }, 'SSH_KEY of the environment "leadership" is missing'],
  ['a known audience', { AUDIENCE: 'everyone' }, 'AUDIENCE must be one of'],
  ['a built site', { SITE: '/nowhere' }, 'there is no leadership site at /nowhere'],
  [
    'a folder of its own',
    { TARGET: 'deploy@leaders.example:/' },
    'TARGET of the environment "leadership" must read',
  ],
  [
    'a plain target',
    { TARGET: 'x -e sh@leaders.example:/srv' },
    'TARGET of the environment "leadership" must read',
  ],
  ['a target elsewhere', { TARGET: '/srv/leadership' }, 'TARGET of the environment "leadership" must read'],
])('without %s nothing is sent', async (_, changed, reason) => {
  const played = await deploy(await ready(), { ADDRESS: 'https://leaders.example/', ...changed })
  expect(played).toMatchObject({ code: 1, calls: [] })
  expect(played.printed).toContain(reason)
})

test('a copy that fails is a failed deployment, and the key does not stay', async () => {
  const made = await ready()
  const played = await deploy(made, { ADDRESS: await host(() => 401), RSYNC_EXIT: '12' })
  expect(played.code).toBe(1)
  expect(played.printed).toContain('::error::not deployed')
  expect(existsSync(join(made.folder, 'ssh', 'identity'))).toBe(true)
  expect((await readdir(made.folder)).filter((name) => name.startsWith('deploy-'))).toEqual([])
})
