import { describe, expect, test } from 'vitest'
import { Grouping } from '../../../etl/trends/words/grouping.ts'
import { Language } from '../../../etl/trends/words/language.ts'
import { scoreOf } from '../../bench/trends/b-cubed.ts'
import { groupingRows, worldsOf } from '../../bench/trends/grouping.ts'

const language = new Language()
function groupsOf(texts: readonly string[]): (number | null)[] {
  const grouping = new Grouping(language)
  return texts.map((text) => grouping.add(language.wordsOf(text)))
}
const rows = groupingRows(await worldsOf(3))
const scoreBy = (way: string) => {
  const score = rows.find((row) => row.way === way)?.score
  if (!score) throw new Error(way)
  return score
}

describe('a text', () => {
  test.each<[string, string[], (number | null)[]]>([
    ['joins the one that says the same', ['printer jam', 'vpn slow', 'Printers jammed'], [0, 1, 0]],
    ['joins it though a letter is wrong', ['printer jam', 'printer jam', 'prniter jam'], [0, 0, 0]],
    ['joins it though a name is added', ['lecture recording missing', 'recording of lecture missing okafor'], [0, 0]],
    ['founds one where a single word is in common', ['printer jam', 'printer queue'], [0, 1]],
    ['of one word joins its like', ['voicemail', 'projector', 'voicemail?'], [0, 1, 0]],
    ['that says nothing is of none', ['help please', 'printer jam', ''], [null, 0, null]],
  ])('%s', (_, texts, groups) => {
    expect(groupsOf(texts)).toEqual(groups)
  }) // biome-ignore format: a table
})

test('what is put into a group stays there, whatever comes after', () => {
  const texts =
    'printer jam|printer paper jam|paper jam in printer tray|printer tray empty|tray empty of paper|paper order'.split(
      '|',
    )
  const all = groupsOf(texts)
  for (const length of texts.keys()) expect(groupsOf(texts.slice(0, length))).toEqual(all.slice(0, length))
})

test('groups do not chain: what is like the last and unlike the first is another', () => {
  const texts =
    'alpha beta gamma|beta gamma delta|gamma delta omega|delta omega sigma|omega sigma kappa'.split('|')
  expect(groupsOf(texts).at(-1)).not.toBe(groupsOf(texts)[0])
})

test('a group is named after the text that founded it', () => {
  const grouping = new Grouping(language)
  const group = grouping.add(language.wordsOf('Printer jam')) as number
  grouping.add(language.wordsOf('printer paper jam'))
  expect(grouping.founderOf(group)).toBe('jam printer')
  expect(() => grouping.founderOf(group + 1)).toThrow('group 1')
})

describe('of labelled worlds', () => {
  test('nearly all that is grouped belongs together, and most that belongs together is grouped', () => {
    expect(scoreBy('as shipped').precision).toBeGreaterThan(0.95)
    expect(scoreBy('as shipped').recall).toBeGreaterThan(0.75)
  })

  test('more than without synonyms, and far more than by exact words', () => {
    expect(scoreBy('as shipped').recall).toBeGreaterThan(scoreBy('without synonyms').recall + 0.02)
    expect(scoreBy('without synonyms').recall).toBeGreaterThan(0.7)
    expect(scoreBy('the same words, exactly').recall).toBeLessThan(0.3)
  })

  test('far fewer that do not belong together than by category', () => {
    expect(scoreBy('by category').precision).toBeLessThan(0.6)
  })
})

test.each<[string, string, string, number, number, number]>([
  ['all in its place', 'aaabbb', '111222', 1, 1, 0],
  ['two issues in one group', 'aaabbb', '111111', 0.5, 1, 1],
  ['an issue in two groups', 'aaaaaa', '111222', 1, 0.5, 0],
  ['one of six astray', 'aaabbb', '111122', 5 / 8, 7 / 9, 1],
  ['pairs, which count for nothing', 'aabb', '1122', 0, 0, 0],
])('b-cubed of %s', (_, issues, groups, precision, recall, merged) => {
  const score = scoreOf([...issues], [...groups], [['a', 'b']])
  expect([score.precision, score.recall, score.merged]).toEqual([expect.closeTo(precision, 9), expect.closeTo(recall, 9), merged])
}) // biome-ignore format: a table
