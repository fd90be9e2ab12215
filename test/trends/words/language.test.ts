import { describe, expect, test } from 'vitest'
import { Language } from '../../../etl/trends/words/language.ts'
import { synonyms } from '../../../etl/trends/words/synonyms.ts'
import { vocabulary } from '../../../etl/trends/words/vocabulary.ts'

const shipped = new Language()
const stems = (text: string, language = shipped): string[] =>
  language
    .wordsOf(text)
    .map(({ stem }) => stem)
    .sort()

describe('two texts are of the same words', () => {
  test.each([
    ['printer jammed', 'Printers jam'],
    ['hi, please help: printer jam', 'printer jam, thanks'],
    ['wi-fi is slow', 'slow wifi'],
    ['eduroam drops', 'wireless dropping'],
    ['e-mail stuck', 'emails stuck'],
    ['cannot log in to lectern pc', 'login lectern computer'],
    ['projector not working', 'projector is broken'],
    ['projector is not really working', "projector doesn't work"],
    ['<person> needs a licence', 'license <number>'],
    ['microphone dead in <room>', 'dead microphone'],
  ])('%s · %s', (one, other) => {
    expect(stems(one)).toEqual(stems(other))
    expect(stems(one)).not.toEqual([])
  })
})

describe('two texts are not of the same words', () => {
  test.each([
    ['printer jam', 'printer queue'],
    ['password reset', 'password expired'],
    ['mailbox full', 'mailbox access'],
    ['projector lamp', 'projector signal'],
  ])('%s · %s', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other))
  })
})

test.each(['', '   ', 'Hi, please help!', '<email> <number>', '?!', 'a b c', '123 456'])(
  '"%s" says nothing',
  (text) => {
    expect(stems(text)).toEqual([])
  },
)

test('words of any script are words', () => {
  expect(stems('Jos\u00e9 \u6253\u5370\u673a')).toEqual(['jos\u00e9', '\u6253\u5370\u673a'].sort())
})

test('without synonyms words are what they are', () => {
  const plain = new Language(undefined, [])
  expect(stems('eduroam', plain)).not.toEqual(stems('wireless', plain))
})

test('an ordinary word is shown as the vocabulary writes it, of synonyms as the first of them', () => {
  const shownOf = (word: string) => shipped.shownOf(shipped.wordsOf(word)[0] ?? { folded: '', stem: '' })
  expect(['vpn', 'printers', 'eduroam', 'emails', 'onedrive', 'okafor'].map(shownOf)).toEqual([
    'VPN',
    'printer',
    'Wi-Fi',
    'e-mail',
    'OneDrive',
    null,
  ])
})

test('an institution adds words and synonyms of its own', () => {
  const own = new Language([...vocabulary, 'Banner'], [...synonyms, ['Banner', 'student records']])
  expect(own.wordsOf('banner').map((one) => own.shownOf(one))).toEqual(['Banner'])
  expect(stems('student records down', own)).toEqual(stems('banner down', own))
})

test.each([
  ['lectern dead in engineering hall', 'lectern dead'],
  ['bancroft: lectern dead', 'lectern dead'],
  ['lectern dead, bancroft building, again', 'lectern dead'],
  ['engineering lectern dead', 'engineering lectern dead'],
  ['library card broken', 'card broken library'],
])('a known place is no word of a text: %s', (text, rest) => {
  const own = new Language()
  for (const place of ['Engineering Hall', 'Bancroft', 'Bancroft Building', 'Library', '', '2.14'])
    own.learnPlace(place)
  expect(stems(text, own)).toEqual(stems(rest))
})

// common names of people in Britain, and what a module is called
const names = `
  smith jones taylor brown williams wilson johnson davies patel robinson wright thompson
  evans walker white roberts green hall wood jackson clarke cook bell price field page baker
  grant mark bill will rose may june april dawn hope grace faith frank rob sue pat art dean
  king knight bishop pope fox wolf marsh hill lane street park rivers waters banks woods
  fields parks mills long short young stone reed cross day summer winter chase hunter fisher
  carter parker cooper mason turner porter butler miller potter archer church temple bond
  english french german london oxford york read alia drew hang lowe tim wall walls mills
  keys close banner
`
test('no common name is shown as an ordinary word', () => {
  const said = names.trim().split(/\s+/)
  expect(said.filter((name) => shipped.wordsOf(name).some((one) => shipped.shownOf(one) !== null))).toEqual(
    [],
  )
})

test.each<[string, string[][], string, string]>([
  [
    'a list that names a shipped word joins the shipped list',
    [['airspot', 'wireless']],
    'airspot slow',
    'eduroam slow',
  ],
  ['whichever of them comes first', [['wireless', 'airspot']], 'airspot slow', 'wifi slow'],
  [
    'lists that share a word are one',
    [
      ['srs', 'banner'],
      ['banner', 'sits2'],
    ],
    'srs down',
    'sits2 down',
  ],
  [
    'two lists the other way round are one',
    [
      ['banner', 'srs'],
      ['srs', 'banner'],
    ],
    'srs down',
    'banner down',
  ],
  ['a phrase may come first', [['student records', 'banner']], 'student records down', 'banner down'],
  [
    'a list of phrases alone',
    [['student records', 'record system']],
    'student records down',
    'record system down',
  ],
])('%s', (_, more, one, other) => {
  const own = new Language(vocabulary, [...synonyms, ...more])
  expect(stems(one, own)).toEqual(stems(other, own))
  expect(stems(one, own).join('')).not.toMatch(/ /)
})

test('what a list of the institution joins is still shown', () => {
  const own = new Language(vocabulary, [
    ...synonyms,
    ['mail', 'email'],
    ['wireless', 'airspot'],
    ['desktop', 'PC'],
  ])
  const shown = own.wordsOf('airspot email pc').map((one) => own.shownOf(one))
  expect(shown).toEqual(['Wi-Fi', 'e-mail', 'PC'])
})

test.each([
  'order form is out of date',
  'is my new laptop not yet at work',
  'new monitor works, not urgent: keyboard now working',
])('a phrase is said only where its words stand together: %s', (text) => {
  expect(stems(text)).not.toContain('broken')
})

test('no word of the vocabulary stands there twice, and each is one word', () => {
  expect(vocabulary.filter((word, place) => vocabulary.indexOf(word) !== place)).toEqual([])
  expect(vocabulary.filter((word) => shipped.wordsOf(word).length > 1)).toEqual([])
})
