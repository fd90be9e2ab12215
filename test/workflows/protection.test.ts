import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Answer, ask, openings, type Pages } from '../../.github/scripts/protection.ts'

type Host = (page: URL) => Answer | null

const site = 'https://leaders.example/board/'
const answer = (status: number, location: string | null = null): Answer => ({ status, location })
const always =
  (status: number, location?: string): Host =>
  () =>
    answer(status, location ?? null)
const pages: Pages = {
  isOwn: (path) => ['', 'index.html', 'last-good.json', 'data/'].includes(path),
  some: ['cells/1/a.json', 'numbers/b/c.csv'],
}

const faultsAt = (address: string, host: Host): Promise<readonly string[]> =>
  openings(address, pages, async (page) => host(page))

test.each<[string, Host]>([
  ['asks for a password', always(401)],
  ['forbids', always(403)],
  ['sends everyone to a sign-in of its own', always(302, '/sign-in')],
  ['sends everyone to a sign-in elsewhere', always(303, 'https://idp.example/sso')],
  [
    'sends everyone there with where they came from',
    (page) => answer(302, `https://idp.example/sso?to=${page}`),
  ],
  [
    'forbids most and asks for a password on the first page',
    ({ pathname }) => answer(pathname === '/board/' ? 401 : 403),
  ],
])('a host that %s is protected', async (_, host) => {
  expect(await faultsAt(site, host)).toEqual([])
})

test.each<[string, Host, RegExp]>([
  ['shows its pages', always(200), /answers 200/],
  [
    'shows its first page alone',
    ({ pathname }) => answer(pathname === '/board/' ? 200 : 401),
    /board\/ answers 200/,
  ],
  [
    'hides its first page alone',
    ({ pathname }) => answer(pathname === '/board/' ? 401 : 200),
    /last-good\.json answers 200/,
  ],
  [
    'closes its pages and shows the files behind them',
    ({ pathname }) => answer(/\/numbers\//.test(pathname) ? 200 : 401),
    /numbers\/b\/c\.csv answers 200/,
  ],
  ['is open and empty', ({ pathname }) => answer(pathname === '/board/' ? 403 : 404), /answers 404/],
  ['is not there', always(404), /answers 404/],
  ['is broken', always(503), /answers 503/],
  ['says that nothing has changed', always(304), /answers 304/],
  ['gives no answer', () => null, /gave no answer/],
  ['sends a page back to itself', (page) => answer(302, page.href), /back to itself/],
  [
    'sends a page back to itself without its slash',
    (page) => answer(301, page.href.replace(/\/$/, '')),
    /back to itself|other pages/,
  ],
  ['sends on, and says not where', always(302), /answers 302/],
  ['sends on to what is no address', always(302, 'https://['), /answers 302/],
  ['sends on to a sign-in that can be overheard', always(302, 'http://idp.example/sso'), /read on the way/],
  ['has moved', (page) => answer(301, `https://www.leaders.example${page.pathname}`), /other pages/],
  ['sends everyone to its own first page', always(302, '/board/index.html'), /page of the site itself/],
])('a host that %s is not', async (_, host, reason) => {
  expect((await faultsAt(site, host)).join('\n')).toMatch(reason)
})

test.each([
  ['http://leaders.example/', /not https/],
  ['ftp://leaders.example/', /not https/],
  ['leaders.example', /no address/],
  ['', /no address/],
])('an address like "%s" is not even asked', async (address, reason) => {
  const asked: URL[] = []
  const faults = await openings(address, pages, async (page) => {
    asked.push(page)
    return answer(401)
  })
  expect(faults.join()).toMatch(reason)
  expect(asked).toEqual([])
})

test('what is asked for over the network is seen as it is, and nothing is followed', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(302, { location: '/sign-in' }).end('moved')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  const page = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/board/`)
  expect(await ask(page)).toEqual({ status: 302, location: '/sign-in' })
  expect(asked).toEqual(['/board/'])
})

test('a host that is silent for too long has given no answer', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((ready) => server.once('listening', ready))
  const page = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  expect(await ask(page, 100)).toBeNull()
})
