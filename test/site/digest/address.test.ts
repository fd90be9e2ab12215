import { expect, test } from 'vitest'
import { pageAddress, siteAddress } from '../../../site/digest/address.ts'

test.each([
  [undefined, null],
  ['', null],
  ['https://trends.example.ac.uk', 'https://trends.example.ac.uk/brief/'],
  ['https://trends.example.ac.uk/leadership', 'https://trends.example.ac.uk/leadership/brief/'],
  ['http://intranet:8080/a/?b#c', 'http://intranet:8080/a/brief/'],
])('where SITE_ADDRESS is %s, the brief stands at %s', (given, brief) => {
  const site = siteAddress(given)
  expect(site === null ? null : pageAddress(site, '/brief/')).toBe(brief)
})

test.each([
  'trends.example.ac.uk',
  'javascript:alert(1)',
  'ftp://a/',
  'https://me:secret@a/',
  '/leadership/',
])('refuses %s, and says what to write', (given) =>
  expect(() => siteAddress(given)).toThrow(/SITE_ADDRESS is .*write where the leadership site stands/),
)
