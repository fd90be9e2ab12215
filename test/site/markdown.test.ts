import { expect, test } from 'vitest'
import { telephone } from '../../data/shared/telephone.ts'
import { mail } from '../../site/links.ts'
import { markdown } from '../../site/markdown.ts'

test.each([
  ['raw HTML', '<script>alert(1)</script>', /^&lt;script&gt;/],
  ['an address that runs a script', '[x](javascript:alert(1))', /href=""/],
  ['one that hides its colon', '[x](javascript&colon;alert(1))', /href=""/],
  ['one that hides behind blanks', '[x](<\u0001javascript:alert(1)>)', /href=""/],
  ['one in angle brackets', '<javascript:alert(1)>', /href=""/],
  ['an address of whatever protocol', '[x](//evil.example)', /href=""/],
  ['one that a browser takes for it', '[x](/\\\\evil.example)', /href="\/%5C/],
  ['an image that calls home', '![x](https://evil.example/x.png)', /src=""/],
  ['a text that looks like an attribute', 'x href="javascript:y" z', /x href=&quot;javascript:y&quot; z/],
])('%s has no effect', (_, body, pattern) => {
  expect(markdown(body, 2)).toMatch(pattern)
})

test('a link to another host leads there and does not say from where', () => {
  expect(markdown('[x](https://a.example/b?c=1#d)', 2)).toBe(
    '<p><a href="https://a.example/b?c=1#d" rel="noreferrer">x</a></p>',
  )
})

test.each(['mailto:a@b.example', 'tel:+44207946', '/escalate/', '#here'])(
  'a link to %s leads there',
  (address) => {
    expect(markdown(`[x](${address})`, 2)).toBe(`<p><a href="${address}">x</a></p>`)
  },
)

test('a heading that is underlined, quoted or in a list is a heading, and one in code is none', () => {
  expect(markdown('Title\n===\n\n- # In a list\n\n~~~\n# code\n~~~', 2)).not.toContain('<h1>')
  expect(markdown('```\n# code\n```\n\n## Part', 2)).toContain('<h3>Part</h3>')
})

test('headings stand below that of the page, without a gap', () => {
  expect(markdown('# One\n\n## Two', 2)).toBe('<h3>One</h3>\n<h4>Two</h4>')
  expect(markdown('### Three', 2)).toBe('<h3>Three</h3>')
})

test('tables are read', () => {
  expect(markdown('| a |\n| - |\n| b |', 2)).toContain('<td>b</td>')
})

test.each([
  ['020 7946 0000', 'tel:02079460000'],
  ['+44 (0)20 7946 0000', 'tel:+442079460000'],
])('"%s" is dialled as %s', (written, address) => {
  expect(telephone(written)).toBe(address)
})

test('a mail is filled with lines that no character can break out of', () => {
  expect(mail('a@b.example')).toBe('mailto:a@b.example')
  expect(mail('a@b.example', 'Re: x&y', ['one?', 'two'])).toBe(
    'mailto:a@b.example?subject=Re%3A%20x%26y&body=one%3F%0D%0Atwo',
  )
})
