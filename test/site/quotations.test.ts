import { expect, test } from 'vitest'
import { markdown } from '../../site/markdown.ts'
import { foldQuotations } from '../../site/quotations.ts'

const folded = (body: string, title = 'When'): string => foldQuotations(markdown(body, 2), title)
const summaries = (html: string): string[] =>
  [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, words = '']) => words)

test('a quotation opens by a line that names its page, and stands there whole', () => {
  expect(folded('Before.\n\n> Word for word.\n\nAfter.')).toBe(
    '<p>Before.</p>\n<details class="quoted"><summary>The procedure’s words: “When”</summary><blockquote>\n<p>Word for word.</p>\n</blockquote></details>\n<p>After.</p>',
  )
})

test.each([
  ['one after the other open together', '> One.\n\n> Two.', 1],
  ['apart have a number each', '> One.\n\nBetween.\n\n> Two.', 2],
  ['within a quotation belong to it', '> One.\n>\n> > Within.\n>\n> Still.', 1],
  ['in a list are folded there', '- Point\n\n  > One.', 1],
  ['written as HTML are none', '<blockquote>x</blockquote>', 0],
])('quotations %s', (_, body, many) => {
  const html = folded(body)
  const all = summaries(html)
  expect(all).toHaveLength(many)
  expect(new Set(all).size).toBe(many)
  expect(html.replace(/<\/?details[^>]*>|<summary>.*?<\/summary>/g, '')).toBe(markdown(body, 2))
})

test('a title cannot break out of its line', () => {
  expect(summaries(folded('> x', '<b>&'))).toEqual(['The procedure’s words: “&lt;b&gt;&amp;”'])
})
