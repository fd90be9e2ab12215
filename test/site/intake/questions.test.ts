import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { questionLines } from '../../../site/intake/questions.ts'

const templateOf = (folder: string): string => readFileSync(`data/${folder}/template.md`, 'utf8')

describe.each([
  ['the form’s own lines', questionLines.join('\n')],
  ['the neutral words', templateOf('procedure')],
  ['the sample’s words', templateOf('sample/procedure')],
])('without scripts, %s ask', (_, text) => {
  test.each([
    ['the ticket number', /ticket number/],
    ['how and when it was reported', /how and when/],
    ['the place', /room/],
    ['what it stops', /stopping me/],
    ['by when it is needed', /need it by/],
    ['why', /too slow, not good enough, harm/],
    ['whether it came back', /came back/],
    ['for whom', /a colleague, a group/],
    ['what was tried', /tried/],
    ['what would help', /a fix, a way round it, an answer, a call back/],
    ['how to reach whoever asks', /reach me/],
  ])('%s', (_question, words) => {
    expect(text).toMatch(words)
  })
})
