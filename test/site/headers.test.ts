/** What a host is told to send with a site, as each of them reads it, and what the sites say of themselves. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lastingFolders } from '../../data/shared/lasting-folders.ts'
import { type Served, serve } from '../../etl/serve.ts'
import { cachingOf, headersOf, isProtected, mediaTypes } from '../../site/build/headers.ts'
import type { Audience } from '../../site/navigation.ts'
import { full, writeRelease } from './fixture.ts'
import { buildSite, filesIn } from './operations/build.ts'

const audiences = ['staff', 'leadership', 'operations'] as const
const root = mkdtempSync(join(tmpdir(), 'headers-'))
const folderOf = (audience: Audience): string => join(root, audience)
const served = new Map<Audience, Served>()

beforeAll(async () => {
  writeRelease(join(root, 'release'), full())
  for (const audience of audiences) {
    await buildSite(audience, join(root, 'release'), folderOf(audience))
    served.set(audience, await serve(folderOf(audience)))
  }
})
afterAll(() => {
  for (const { close } of served.values()) close()
  rmSync(root, { recursive: true, force: true })
})

const read = (audience: Audience, name: string): string =>
  readFileSync(join(folderOf(audience), name), 'utf8')
const pagesOf = (audience: Audience): string[] => filesIn(folderOf(audience), 'index.html')
const assetsOf = (audience: Audience): string[] =>
  filesIn(folderOf(audience), '.js', '.css', '.csv').filter((name) =>
    lastingFolders.some((folder) => name.startsWith(`${folder}/`)),
  )

const ask = async (audience: Audience, path: string): Promise<Response> =>
  fetch(`${served.get(audience)?.address}${path}`)

/** The policies of a Content-Security-Policy by the name of each. */
const policiesOf = (policy: string): Map<string, string> =>
  new Map(
    policy
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', ...values] = part.split(' ')
        return [name, values.join(' ')]
      }),
  )
const policyIn = (html: string): Map<string, string> =>
  policiesOf(/<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '')

describe.each(audiences)('the %s site', (audience) => {
  test('sends every header with a page, with a lasting file and where there is none', async () => {
    const [asset = ''] = assetsOf(audience)
    for (const [path, status, lasts] of [['', 200, false], ['definitions/', 200, false], [asset, 200, true], ['theme.js', 200, false], ['_astro/gone.js', 404, false], ['gone/', 404, false]] as const) {
      const answer = await ask(audience, path)
      expect([path, answer.status]).toEqual([path, status])
      const expected = { ...headersOf(audience), 'Cache-Control': cachingOf(audience, lasts) }
      const sent = Object.fromEntries(Object.keys(expected).map((name) => [name, answer.headers.get(name)]))
      expect([path, sent]).toEqual([path, status === 404 ? { ...expected, 'Cache-Control': 'no-cache' } : expected])
      await answer.arrayBuffer()
    }
  }) // biome-ignore format: a table

  test('tells Netlify and Cloudflare how long each file and folder may be kept, each once', () => {
    const rules = read(audience, '_headers')
      .split('\n')
      .filter((line) => line.startsWith('/'))
    const own = ['_headers', '.htaccess', 'staticwebapp.config.json']
    const entries = readdirSync(folderOf(audience)).filter((name) => !own.includes(name))
    const paths = entries.map((name) => {
      if (name === 'index.html') return '/'
      return statSync(join(folderOf(audience), name)).isDirectory() ? `/${name}/*` : `/${name}`
    })
    expect([...rules].sort()).toEqual(['/*', ...paths].sort())
    expect(rules.length).toBeLessThan(100)
  })

  test('tells Apache and Azure the same', () => {
    const apache = read(audience, '.htaccess')
    const azure = JSON.parse(read(audience, 'staticwebapp.config.json'))
    for (const [name, value] of Object.entries(headersOf(audience))) {
      expect(apache).toContain(`Header always set ${name} "${value}"\n`)
      expect(azure.globalHeaders[name]).toBe(value)
    }
    expect(azure.mimeTypes).toEqual(mediaTypes)
  })

  test('is closed by Azure to whoever has not the role of its name, unless it is for everybody', () => {
    const { routes } = JSON.parse(read(audience, 'staticwebapp.config.json'))
    const open = routes.filter(
      (route: { allowedRoles?: string[] }) => route.allowedRoles?.join() !== audience,
    )
    expect(routes.some(({ route }: { route: string }) => route === '/*')).toBe(isProtected(audience))
    expect(open.length > 0).toBe(!isProtected(audience))
  })

  test('may be found by search engines only where it is for everybody', async () => {
    expect((await ask(audience, '')).headers.get('x-robots-tag')).toBe(
      isProtected(audience) ? 'noindex' : null,
    )
  })

  test('has in every page the policy that is sent, with hashes besides, but for frames, which a page cannot say', () => {
    const sent = policiesOf(headersOf(audience)['Content-Security-Policy'] ?? '')
    expect(sent.get('frame-ancestors')).toBe("'none'")
    sent.delete('frame-ancestors')
    for (const name of pagesOf(audience)) {
      const own = policyIn(read(audience, name))
      expect([name, [...own.keys()].sort()]).toEqual([name, [...sent.keys()].sort()])
      for (const [policy, values] of own)
        expect([name, policy, values.replaceAll(/ 'sha(?:256|384|512)-[\w+/=]+'/g, '')]).toEqual([
          name,
          policy,
          sent.get(policy),
        ])
    }
  })

  test('has no script or style in a page that the policy that is sent would stop', () => {
    for (const name of filesIn(folderOf(audience), '.html')) {
      const scripts = [...read(audience, name).matchAll(/<script\b([^>]*)>/g)].map(
        ([, attributes = '']) => attributes,
      )
      const own = scripts.filter(
        (attributes) => !/\bsrc=/.test(attributes) && !attributes.includes('type="application/json"'),
      )
      expect([name, own]).toEqual([name, []])
      expect(read(audience, name)).not.toMatch(/<style\b|<[^>]*\sstyle=/)
    }
  })

  test('says in every page that it names itself to no other', () => {
    for (const name of pagesOf(audience))
      expect([name, read(audience, name).includes('<meta name="referrer" content="no-referrer">')]).toEqual([
        name,
        true,
      ])
  })

  test('has no map of its sources, and asks nothing of another host', () => {
    const names = filesIn(folderOf(audience), '')
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([])
    for (const name of names.filter((one) => ['.js', '.css', '.html', '.svg'].includes(extname(one)))) {
      const text = read(audience, name)
      expect([name, text.includes('sourceMappingURL')]).toEqual([name, false])
      expect([
        name,
        text.match(
          /\b(?:src|srcset|action|formaction|poster)=["']?(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\/|@import/gi,
        ),
      ]).toEqual([name, null])
      expect([name, text.match(/<link\b[^>]*href="(?!\/(?!\/))[^"]*"/g)]).toEqual([name, null])
    }
  })

  test('tells nobody who leaves it where they came from', () => {
    for (const name of pagesOf(audience)) {
      const out = [...read(audience, name).matchAll(/<a\b[^>]*href="https?:[^>]*>/g)].map(([link]) => link)
      expect([name, out.filter((link) => !link.includes('rel="noreferrer"'))]).toEqual([name, []])
    }
  })
})

describe('the recipes in docs/access.md', () => {
  const doc = readFileSync('docs/access.md', 'utf8')
  const blocks = (language: string): string =>
    [...doc.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))]
      .map(([, text]) => text)
      .join('\n')
  const lasting = new RegExp(lastingFolders.join('\\|'))

  test.each([
    ['nginx', (name: string, value: string) => `add_header ${name} "${value}" always;`],
    ['caddyfile', (name: string, value: string) => `${name} "${value}"`],
  ])('have for %s every header of a protected site', (language, line) => {
    for (const [name, value] of Object.entries(headersOf('leadership')))
      expect(blocks(language)).toContain(line(name, value))
    for (const lasts of [true, false])
      expect(blocks(language)).toContain(`"${cachingOf('leadership', lasts)}"`)
  })

  test('know which folders last', () => {
    expect(blocks('nginx')).toMatch(lasting)
    for (const name of lastingFolders) expect(blocks('caddyfile')).toContain(`/${name}/*`)
  })

  test('know the types of files that nginx does not', () => {
    for (const [ending, type] of Object.entries(mediaTypes))
      expect(blocks('nginx')).toMatch(
        new RegExp(`${type.split(';')[0]?.replace(/[/+]/g, '\\$&')} +${ending.slice(1)};`),
      )
  })
})

describe('a staff site of an installation of its own, below a path', () => {
  const out = join(root, 'below')
  beforeAll(async () => {
    const { manifest, ...rest } = full()
    writeRelease(join(root, 'own'), { manifest: { ...manifest, is_sample: false }, ...rest })
    vi.stubEnv('BASE', '/escalations/')
    await buildSite('staff', join(root, 'own'), out)
    vi.unstubAllEnvs()
  })

  test('has its headers there', () => {
    const rules = readFileSync(join(out, '_headers'), 'utf8').match(/^\/.*$/gm) ?? []
    expect(rules.length).toBeGreaterThan(5)
    expect(rules.filter((path) => !path.startsWith('/escalations/'))).toEqual([])
    expect(readFileSync(join(out, '.htaccess'), 'utf8')).toContain('m#^/escalations/(?:')
  })

  test('may be found by search engines, which no other page may', () => {
    const isHidden = (html: string): boolean => html.includes('<meta name="robots" content="noindex">')
    for (const name of filesIn(out, 'index.html'))
      expect([name, isHidden(readFileSync(join(out, name), 'utf8'))]).toEqual([name, false])
    for (const audience of audiences)
      for (const name of pagesOf(audience))
        expect([audience, name, isHidden(read(audience, name))]).toEqual([audience, name, true])
  })
})

test('a folder that says nothing of headers is served all the same', async () => {
  const plain = join(root, 'plain')
  cpSync(join(folderOf('staff'), 'icon.svg'), join(plain, 'index.html'), { recursive: true })
  const { address, close } = await serve(plain)
  expect((await fetch(address)).status).toBe(200)
  close()
})
