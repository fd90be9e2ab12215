/** Pages of guidance can be read by anybody: at most nine years of school. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtStaffSite } from './built.ts'
import { mainOf } from './html.ts'
import { gradeOf, readingOf, sentencesOf } from './readability.ts'
import { neutralRelease, sampleRelease } from './releases.ts'

const pages = [
  '/',
  '/escalate/',
  '/flowchart/',
  '/service-levels/',
  '/performance/',
  '/accessibility/',
  '/privacy/',
]
const most = 9

describe.each([
  ['the sample', sampleRelease],
  ['the neutral words', neutralRelease],
])('%s', (_, write) => {
  let site = { folder: '', remove: (): void => {} }
  beforeAll(async () => {
    site = await builtStaffSite(write)
  })
  afterAll(() => site.remove())

  test.each(pages)('%s is easy to read', (page) => {
    const { grade, sentences, hardest } = readingOf(mainOf(site.folder, page))
    expect(sentences.length).toBeGreaterThan(2)
    expect(grade, hardest.join('\n')).toBeLessThanOrEqual(most)
  })
})

test('hard words make a grade that is too high, easy ones do not', () => {
  expect(gradeOf(['We look into it.', 'We tell you what we find.'])).toBeLessThan(3)
  expect(
    gradeOf(['Acknowledgement of escalated requests necessitates designated organisational responsibility.']),
  ).toBeGreaterThan(15)
})

test('quotations, tables, addresses and headings are not measured', () => {
  const html =
    '<h2>Organisational acknowledgement procedure</h2><p>Write to us at a@b.example now.</p><blockquote><p>Notwithstanding organisational responsibilities.</p></blockquote><table><tr><td>Acknowledgement of all requests</td></tr></table>'
  expect(sentencesOf(html)).toEqual(['Write to us at now.'])
})
