/** The night's brief as a mail: what is new, what waits, what needs a decision; in the sentences of the pages. */
import type { Manifest, MeasureFile, PreviousFile, RunFile } from '../../data/contract.ts'
import { briefOf, decisionText } from '../brief/brief.ts'
import { type Decision, rulesWords } from '../brief/decisions.ts'
import { whoseWords } from '../brief/heading.ts'
import { boardRows } from '../promises.ts'
import { failedChecks } from '../sentences/checks.ts'
import { nextUpdate, notices } from '../sentences/freshness.ts'
import { type NowCount, nowCounts } from '../sentences/now-counts.ts'
import { instant } from '../words/date.ts'
import { count, number, sentenceCase } from '../words/number.ts'
import { calledOf, type News, newsOf } from './news.ts'
import { type Digest, type Line, listed, type Part, paragraphs } from './part.ts'
import { subjectOf } from './subject.ts'

export type Known = {
  manifest: Manifest
  run: RunFile
  measures: ReadonlyMap<string, MeasureFile>
  previous: PreviousFile | null
}

const warningsLine = ({ warnings }: Manifest): Line[] =>
  warnings.length === 0
    ? []
    : [
        {
          text: `The night had ${count(warnings.length, 'warning')}: see the top of any page of the site.`,
          link: { words: 'the site', path: '/data/' },
        },
      ]

/** What makes the figures doubtful: it comes before them. */
const doubtsOf = ({ manifest, run }: Known): Line[] => {
  const found = failedChecks(run)
  return [
    ...notices(manifest, false).map(({ text }) => ({ text })),
    ...(found === null ? [] : [{ text: found, link: { words: 'checks', path: '/data/' } }]),
    ...warningsLine(manifest),
  ]
}

const nothingNew = 'Nothing has begun to slip, to rise or to fall, and nothing that did has ended.'

const newsPart = (news: News | null, { previous_as_of, institution }: Manifest): Part[] => {
  if (news === null || previous_as_of === null)
    return [
      paragraphs('What is new', 'That cannot be told yet: there is no earlier release to compare with.'),
    ]
  const title = `New since ${instant(previous_as_of, institution.timezone)}`
  const lines = [...calledOf(news), ...news.ended]
  return lines.length === 0 ? [paragraphs(title, nothingNew)] : listed(title, lines)
}

const waitingLine = ({ measure, count: counted, what, more }: NowCount): Line => {
  const link = { words: what, path: `/${measure}/` }
  if (counted?.value == null)
    return { text: `${sentenceCase(what)}: not known.`, link: { ...link, words: sentenceCase(what) } }
  return { text: `${number(counted.value)} ${what}.${more === null ? '' : ` ${more}`}`, link }
}

const decisionLine = (decision: Decision): Line => ({
  text: decisionText(decision),
  link: { words: decision.subject, path: decision.path },
})

const nothingToDecide = 'Nothing, by the rules below.'

const decisionsPart = (decisions: readonly Decision[], more: number): Part[] => {
  const title = 'What needs a decision'
  const rest = more === 0 ? [] : [{ text: `${sentenceCase(count(more, 'more'))} on the pages of the site.` }]
  const lines = [...decisions.map(decisionLine), ...rest]
  return lines.length === 0 ? [paragraphs(title, nothingToDecide)] : listed(title, lines)
}

const forWhom = ({ institution }: Manifest): string =>
  `For those who lead ${institution.department}, and nobody else: please do not pass it on. No person, no ticket and no escalation is named in it, and shares of fewer than five items are left out.`

const quiet = 'A quiet night: nothing is new, nothing waits and nothing needs a decision.'

const isNone = ({ count: counted }: NowCount): boolean => counted?.value === 0

/** The digest of a release. */
export const digestOf = (known: Known): Digest => {
  const { manifest, measures, previous } = known
  const rows = boardRows(manifest, measures)
  const { statement, decisions, more } = briefOf(rows, measures, manifest)
  const news = previous === null ? null : newsOf(rows, measures, previous)
  const toDecide = decisions.length + more.decisions
  const isNew = news === null || calledOf(news).length + news.ended.length > 0
  const counts = nowCounts(measures, manifest)
  const isQuiet = !isNew && toDecide === 0 && counts.every(isNone)
  const isDoubtful = failedChecks(known.run) !== null || manifest.sources.some(({ is_stale }) => is_stale)
  const told = isQuiet
    ? [paragraphs(null, quiet)]
    : [
        ...newsPart(news, manifest),
        ...listed('Waiting now', counts.map(waitingLine)),
        ...decisionsPart(decisions, more.decisions),
      ]
  return {
    subject: subjectOf({ manifest, news, decisions: toDecide, isDoubtful }),
    title: 'Escalations: the brief of the night',
    parts: [
      paragraphs(null, whoseWords(manifest)),
      ...listed('Before you read the figures', doubtsOf(known)),
      { ...paragraphs(null, statement), isMain: true },
      ...told,
      paragraphs(
        'About this mail',
        ...(isQuiet ? [] : [rulesWords]),
        nextUpdate(manifest),
        forWhom(manifest),
      ),
    ],
  }
}
