import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setKey } from '../../etl/db/key.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { foldPerson, keyOf } from '../../etl/ingest/key-of.ts'
import { namesAny, phraseOf, withoutPersons, wordsOf } from '../../etl/ingest/persons.ts'
import { allNames, personFault } from '../../etl/retention/names.ts'
import { memory } from '../support/memory.ts'

const secret = Buffer.from('secret')
const at = '2026-03-31T12:00:00.000Z'

describe('a name is found in a text', () => {
  const cases: [string, string, string][] = [
    ['as it stands', 'call Ann Lee back', 'call <person> back'],
    ['in other letters and blanks', 'call ANN \t LEE', 'call <person>'],
    ['with signs between its words', 'Ann.Lee or ann-lee', '<person> or <person>'],
    ['twice in a row', 'Ann Lee Ann Lee', '<person> <person>'],
    ['at both ends', 'Ann Lee and Ann Lee', '<person> and <person>'],
    ['and not in a longer word', 'Ann Leeds', 'Ann Leeds'],
    ['and not the other way round', 'Lee Ann', 'Lee Ann'],
    ['and not where a word is between', 'Ann B Lee', 'Ann B Lee'],
    ['the longest one first', 'Ann Lee Smith', '<person>'],
    ['in letters with marks', 'für Zoë Müller-Lüdenscheidt!', 'für <person>!'],
    ['in a capital of Turkish', 'İBRAHİM Ay', '<person>'],
    ['in a last sigma of Greek', 'ΝΙΚΟΣ', '<person>'],
  ]
  const names = ['Ann Lee', 'Ann Lee Smith', 'Zoë Müller-Lüdenscheidt', 'ibrahim ay', 'νικοσ'].map(phraseOf)
  test.each(cases)('%s: %s', (_, text, expected) => {
    const isErased = (phrase: string) => names.includes(phrase)
    expect(withoutPersons(text, names.map(wordsOf), isErased)).toBe(expected)
    expect(namesAny(text, names.map(wordsOf), isErased)).toBe(text !== expected)
  })
})

/** Scripts that names are written in, with blanks, signs and pictures between; each from one sign to another. */
const scripts: readonly [number, number][] = [
  [0x00, 0x17f],
  [0x370, 0x373],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x620, 0x652],
  [0x905, 0x939],
  [0x1e00, 0x1eff],
  [0x2000, 0x2027],
  [0x3000, 0x303f],
  [0x4e00, 0x4e80],
  [0xac00, 0xac80],
  [0x1f600, 0x1f640],
  [0x2ebf0, 0x2ec20],
]
const sign = fc.oneof(
  fc.constantFrom(..." aAnN.,-'\t\n\u00a0\u3000\u0300İΣéÉ0_"),
  ...scripts.map(([min, max]) => fc.integer({ min, max }).map((code) => String.fromCodePoint(code))),
)
const anyText = fc.string({ unit: sign, maxLength: 24 })

interface Found {
  readonly words: string[]
  readonly phrases: string[]
  readonly key: string
}

function foundBy(text: string): Found {
  const words = phraseOf(text) === '' ? [] : phraseOf(text).split(' ')
  const runs = [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]
  return { words, phrases: [...new Set(runs)].sort(), key: keyOf(secret, foldPerson(text)) }
}

test('the database finds the words, the runs and the keys that the program finds', async () => {
  const database = await memory()
  await setKey(database, secret)
  const ask = `select words_of(text) as words, list_sort(phrases_of(words_of(text), [1, 2])) as phrases, keyed(text) as key
    from (select unnest($texts) as text)`
  const texts = fc.array(anyText, { minLength: 50, maxLength: 50 })
  await fc.assert(
    fc.asyncProperty(texts, async (some) => {
      const found = await database.all<Found & Record<string, unknown>>(ask, { texts: some })
      expect(found.map((one) => ({ ...one, phrases: [...one.phrases].sort() }))).toEqual(some.map(foundBy))
    }),
    { numRuns: 60 },
  )
})

describe('the names of someone who is to be erased', () => {
  const settings = {
    people: [
      { name: 'Ann Lee', aliases: ['alee', 'Lee, Ann'], shared: false, system: false },
      { name: 'Service Desk', aliases: ['desk'], shared: true, system: false },
      { name: 'Robot', aliases: [], shared: false, system: true },
    ],
    sources: [{ values: { owner: { AL: 'Ann Lee', BR: 'Bob Ray' } } }],
  }
  test.each(['Ann Lee', 'ALEE', 'lee,  ann', 'AL'])(
    'are all that an entry under people: and the values have, by "%s"',
    (given) => {
      const known = ['AL', 'Ann Lee', 'Lee, Ann', 'alee']
      // however the given one is written, turned or not, it stands for itself only
      const names = allNames([given], settings).filter((name) => name !== given && known.includes(name))
      const others = known.filter((name) => name !== given)
      // what exports write as AL is read as Ann Lee, and not the other way round
      expect(names.sort()).toEqual(given === 'AL' ? [] : others)
    },
  )
  test('are kept in both ways of writing a letter with a mark', () => {
    expect(allNames(['Zoë'], settings)).toEqual(['Zoë'.normalize('NFC'), 'Zoë'.normalize('NFD')])
  })
  test.each([
    ['desk', 'shared or an automatic account'],
    ['Robot', 'shared or an automatic account'],
    ['—', 'no letter and no digit'],
  ])('%s is no person', (name, why) => expect(personFault(name, settings)).toContain(why))
  test('are those of anyone who is in no list', () => expect(personFault('Zoe Hall', settings)).toBeNull())
})

describe('who was erased', () => {
  const none = new Erased(secret, [], false)
  const erased = none.and(['Ann Lee', 'ann  lee', 'alee'], at)
  test('is kept once for each name, and without it', () => {
    expect(erased.persons).toHaveLength(2)
    expect(JSON.stringify(erased.persons).toLowerCase()).not.toMatch(/ann|lee/)
    expect(erased.and(['ALEE'], at).persons).toHaveLength(2)
  })
  test('is known by name however it is written, and within words', () => {
    expect(['Ann Lee', 'ANN LEE', 'Ann-Lee', 'alee'].map((name) => erased.has(name))).toEqual(
      Array(4).fill(true),
    )
    expect(['Ann', 'Ann Lee Smith', '', '—'].map((name) => erased.has(name))).toEqual(Array(4).fill(false))
    expect(erased.without('as Ann Lee said')).toBe('as <person> said')
    expect(erased.without('Ann Lee')).toBe('(erased)')
  })
  test('makes another mark of a landed file, and nobody makes none', () => {
    expect(none.mark).toBeNull()
    expect(erased.and(['Bob'], at).mark).not.toBe(erased.mark)
    expect(none.and(['alee', 'Ann Lee'], at).mark).toBe(erased.mark)
  })
})
