/** Everything that the procedure says stands on the staff site, where it is looked for. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtStaffSite } from './built.ts'
import { below, mainOf, textOf } from './html.ts'
import { sampleRelease } from './releases.ts'
import { notPublished, statements } from './statements.ts'

let site = { folder: '', remove: (): void => {} }
beforeAll(async () => {
  site = await builtStaffSite(sampleRelease)
})
afterAll(() => site.remove())

const places = [
  ...statements.flatMap(({ said, places: all }) => all.map((place) => ({ said, ...place }))),
  ...notPublished.map((place) => ({ said: 'not published', ...place })),
]

test.each(places)('$page, $heading: $phrase', ({ page, heading, phrase }) => {
  expect(below(mainOf(site.folder, page), heading)).toContain(phrase)
})

test.each(statements.map(({ said, places: all }) => [said, all] as const))(
  '"%s" stands somewhere',
  (_, all) => {
    expect(all.length).toBeGreaterThan(0)
  },
)

test('every sentence of the procedure is quoted word for word on some page', () => {
  const quotations = ['/', '/flowchart/']
    .flatMap((page) => [...mainOf(site.folder, page).matchAll(/<blockquote>([\s\S]*?)<\/blockquote>/g)])
    .map(([, html = '']) => textOf(html))
    .join(' ')
  expect(statements.map(({ said }) => said).filter((said) => !quotations.includes(said))).toEqual([])
})

test('outside quotations no time is promised', () => {
  const promised = /\bwithin \d|\bin \d+ (?:minutes|hours|days)|\b\d+ (?:working|business) (?:hours|days)/i
  for (const page of ['/', '/flowchart/']) {
    const main = mainOf(site.folder, page)
    const words = main.replace(/<blockquote>[\s\S]*?<\/blockquote>|<ul class="promises"[\s\S]*?<\/ul>/g, ' ')
    expect(textOf(words)).not.toMatch(promised)
  }
})

const told = join(import.meta.dirname, '../../../shared/procedure.txt')
const plain = (text: string): string => text.replace(/•/g, ' ').replace(/\s+/g, ' ').trim()
const headings = [
  'When To Escalate IT Issues',
  'How To Escalate IT Issues',
  'IT Services Escalation Procedure Flowchart',
  'ITS Escalation Procedure Diagram',
]

test.runIf(existsSync(told))('the list holds every sentence of the procedure and no other', () => {
  const text = plain(readFileSync(told, 'utf8'))
  const body = text.slice(text.indexOf('We have designed'), text.indexOf(' Back to top'))
  const without = (rest: string, part: string): string => {
    expect(rest).toContain(part)
    return rest.replace(part, '|')
  }
  const left = [...headings, ...statements.map(({ said }) => said)].reduce(without, body)
  expect(left.replace(/[|\s]/g, '')).toBe('')
})
