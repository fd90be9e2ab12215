/** The digest beside the pages it speaks of, and who holds how much on its one page: one release, all three sites. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { full, writeRelease } from '../fixture.ts'
import { named } from '../fixture-owners.ts'
import { buildSite, filesIn } from '../operations/build.ts'
import { readHtml, readText, releaseBefore } from './known.ts'

const audiences = ['leadership', 'staff', 'operations'] as const
const root = mkdtempSync(join(tmpdir(), 'digest-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

beforeAll(async () => {
  const whole = full()
  const release = join(root, 'release')
  const privacy = { ...whole.manifest.privacy, leadership_owners: 'named' as const }
  const previous = releaseBefore()
  writeRelease(release, {
    ...whole,
    manifest: { ...whole.manifest, previous_as_of: previous.as_of, privacy },
  })
  mkdirSync(join(release, 'leadership'))
  writeFileSync(join(release, 'leadership', 'owners.json'), JSON.stringify(named))
  writeFileSync(join(release, 'previous.json'), JSON.stringify(previous))
  for (const audience of audiences) await buildSite(audience, release, join(root, audience))
})

const file = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8')
const digest = (name: string): string => file('leadership', 'digest', name)
/** What is read of each element of a page that a pattern finds. */
const read = (path: string, pattern: RegExp): string[] =>
  [...file('leadership', path).matchAll(pattern)].map(([, html]) => readHtml(html ?? ''))

describe('the digest says what the pages say', () => {
  const text = (): string => readText(digest('mail.txt'))

  test('the sentence of the board', () => {
    const [statement] = read('index.html', /<p class="statement"><strong>(.*?)<\/strong>/g)
    expect(statement).toMatch(/slipped/)
    expect(text()).toContain(`${statement} New since`)
  })

  test('the three counts, each with its oldest', () => {
    const [list = ''] = [/<ul class="now">(.*?)<\/ul>/s.exec(file('leadership', 'index.html'))?.[1]]
    const counts = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) =>
      readHtml(item ?? '').replace(/ (The \w+ has)/, '. $1'),
    )
    expect(counts).toHaveLength(3)
    for (const count of counts) expect(text()).toContain(count)
  })

  test('what needs a decision, in the same order, and the rules', () => {
    const [list = ''] = [
      /<ol class="decisions">(.*?)<\/ol>/s.exec(file('leadership', 'brief/index.html'))?.[1],
    ]
    const decisions = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => readHtml(item ?? ''))
    expect(decisions.length).toBeGreaterThan(3)
    expect(text()).toContain(decisions.join(' '))
    expect(text()).toContain(read('brief/index.html', /<p class="small">(The rules: .*?)<\/p>/g)[0])
  })

  test('what changed', () => {
    const [list = ''] = [/id="changed">.*?<ul>(.*?)<\/ul>/s.exec(file('leadership', 'brief/index.html'))?.[1]]
    const changed = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => readHtml(item ?? ''))
    const slipped = changed.find((line) => line.includes('it has slipped'))
    expect(slipped).toBeDefined()
    expect(text()).toContain(slipped)
  })
})

test('text, HTML, subject and alerts stand side by side', () => {
  expect(filesIn(join(root, 'leadership', 'digest'), '').sort()).toEqual([
    'alerts.json',
    'mail.html',
    'mail.txt',
    'subject.txt',
  ])
  expect(readHtml(digest('mail.html'))).toBe(readText(digest('mail.txt')))
  expect(digest('subject.txt')).toBe(
    '[Sample] Escalations, Fri 20 Nov 2026: 1 slipped, 1 rising, 6 to decide\n',
  )
  expect(JSON.parse(digest('alerts.json'))).toEqual({
    run: full().manifest.run,
    as_of: full().manifest.as_of,
    called: 2,
  })
})

describe('who holds how much', () => {
  const names = ['Zoë Quill', 'Bo <b>Ray', 'Bo &lt;b&gt;Ray', 'DPIA 7']
  const holding = (audience: string): string[] =>
    filesIn(join(root, audience), '.html', '.txt', '.json', '.csv', '.js', '.xml').filter((name) =>
      names.some((one) => file(audience, name).includes(one)),
    )

  test('stands on the page of owner load and in the file of its table, and nowhere else', () => {
    expect(
      holding('leadership')
        .map((name) => name.replace(/numbers\/\w+/, 'numbers'))
        .sort(),
    ).toEqual(['numbers/open-items-by-person.csv', 'owner-load/index.html'])
  })

  test('stands below what it is for, the assessment and who was asked', () => {
    const section = readHtml(
      /<section aria-labelledby="people">(.*?)<\/section>/s.exec(
        file('leadership', 'owner-load/index.html'),
      )?.[1] ?? '',
    )
    expect(section).toMatch(
      /^Who holds how much This page is for balancing work, not for appraising people.*DPIA 7.*15 Jan 2026.*consulted.*Zoë Quill 6/,
    )
  })

  test.each(['staff', 'operations'])('is nowhere on the %s site, and neither is a digest', (audience) => {
    expect(holding(audience)).toEqual([])
    expect(filesIn(join(root, audience), '').filter((name) => name.includes('digest'))).toEqual([])
  })
})
