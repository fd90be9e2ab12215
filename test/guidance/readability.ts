/** How hard a built page is to read: its own words, without quotations, addresses and figures. */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { textOf } from './html.ts'

export type Reading = { grade: number; sentences: string[]; hardest: string[] }

/** What is no running text of the page's own: headings and controls are no sentences. */
const leftOut =
  /<(blockquote|q|svg|pre|table|script|style|select|textarea|option|h[1-6]|dt|button|label|legend|summary|nav|code)\b[\s\S]*?<\/\1>|<[^>]*class="(?:freshness|notices|address|template-note)[\s\S]*?<\/(?:p|ul)>/g
const address = /\S+@\S+|https?:\/\/\S+/g
const block = /<\/(?:p|li|dd|dt|div|section|ul|ol|td|th)>|<(?:p|li|dd|div|br)\b[^>]*>/g

const wordsOf = (sentence: string): string[] => sentence.match(/[A-Za-z][A-Za-z’'-]*/g) ?? []

/** The sentences of a page; what has fewer than three words is none. */
export const sentencesOf = (main: string): string[] =>
  main
    .replace(leftOut, ' ')
    .split(block)
    .map((html) => textOf(html).replace(address, '').replace(/ {2,}/g, ' '))
    .flatMap((text) => text.split(/(?<=[.!?])\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length >= 3)

/** The Flesch-Kincaid grade of sentences: years of school (Kincaid et al. 1975). */
export const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

/** The grade of a page, and the sentences that make it hard. */
export const readingOf = (main: string): Reading => {
  const sentences = sentencesOf(main)
  const hardest = sentences
    .map((sentence) => ({ sentence, grade: gradeOf([sentence]) }))
    .toSorted((a, b) => b.grade - a.grade)
    .slice(0, 5)
    .map(({ sentence, grade }) => `${grade.toFixed(1)} ${sentence}`)
  return { grade: gradeOf(sentences), sentences, hardest }
}
