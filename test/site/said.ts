/** Everything that a release makes the leadership site and the staff site say. */

import type { MeasureFile } from '../../data/contract.ts'
import { briefOf } from '../../site/brief/brief.ts'
import { departmentRows } from '../../site/brief/department.ts'
import { departmentsOf } from '../../site/brief/departments.ts'
import { breakdownOf } from '../../site/figures.ts'
import { toldOf } from '../../site/measure/told.ts'
import { boardOf } from '../../site/performance/board.ts'
import { effectSentence } from '../../site/performance/changes.ts'
import { howToRead } from '../../site/performance/how-to-read.ts'
import { yardstickOf } from '../../site/performance/kind.ts'
import { saidOfLine } from '../../site/performance/line.ts'
import { openingOf } from '../../site/performance/opening.ts'
import { tablesOf } from '../../site/performance/tables.ts'
import { whyInFull } from '../../site/performance/untold.ts'
import { boardRows } from '../../site/promises.ts'
import { assurance } from '../../site/sentences/assurance.ts'
import { opening } from '../../site/sentences/board.ts'
import { comparisons } from '../../site/sentences/comparison.ts'
import { departmentSentence, standsWords } from '../../site/sentences/department.ts'
import { today } from '../../site/sentences/drift.ts'
import {
  emergencySentences,
  profileSentences,
  readySentences,
  sparedSentences,
  waySentence,
} from '../../site/sentences/escalation-figures.ts'
import { escalationsSentences } from '../../site/sentences/escalations.ts'
import { notices } from '../../site/sentences/freshness.ts'
import { headlineOf } from '../../site/sentences/headline.ts'
import { howLong } from '../../site/sentences/how-long.ts'
import { actionSentence, changeSentence, improvementsSentence } from '../../site/sentences/improvements.ts'
import { callsOf, issueFacts, issueSentence } from '../../site/sentences/issue.ts'
import { leftOut } from '../../site/sentences/left-out.ts'
import { waitingNow } from '../../site/sentences/now.ts'
import { concentration, flow, openNow, ownedNow } from '../../site/sentences/owner-load.ts'
import { receiptsSentence } from '../../site/sentences/receipts.ts'
import { actionsOf, changesOf } from '../../site/sentences/recorded.ts'
import { active, mostActive, moving } from '../../site/sentences/recurring.ts'
import { teamsSentences } from '../../site/sentences/teams.ts'
import { answersOf, boundsOnly, whyNoHeadline } from '../../site/sentences/telling.ts'
import { verdict } from '../../site/sentences/verdict.ts'
import { areJudged, departures, pilingUp } from '../../site/teams.ts'
import type { Fixture } from './fixture.ts'

type Said = (string | null)[]
const kinds = ['escalation', 'ticket'] as const

const ofMeasure = (measure: MeasureFile, { manifest }: Fixture): Said => {
  const { shares, times } = toldOf(measure, manifest)
  return [
    whyNoHeadline(measure),
    boundsOnly(measure),
    ...manifest.sources.flatMap(({ name }) => Object.values(answersOf(measure, name))),
    ...shares.flatMap((share) => {
      const headline = headlineOf(share)
      const beside = comparisons(share.series, manifest.terms)
      return [
        verdict(share.series),
        assurance(share.series, share.good),
        headline && `${headline.words} ${headline.label}`,
        headline?.range ?? null,
        ...beside.flatMap(({ label, words, since, of }) => [label, words, since, of]),
      ]
    }),
    ...kinds.flatMap((kind) => [
      ...howLong(times, kind),
      ...waitingNow(measure, kind),
      leftOut(measure, kind),
      ...[openNow, ownedNow, concentration, flow].map((say) => say(measure, kind)),
    ]),
  ]
}

const ofIssues = (measure: MeasureFile, { manifest }: Fixture): Said => {
  const rows = breakdownOf(measure, 'groups', 'ticket')?.rows ?? []
  const calls = breakdownOf(measure, 'calls', 'ticket')
  return [
    moving(measure),
    active(measure, manifest.window_days),
    mostActive(measure, manifest.window_days),
    ...rows.flatMap((row) => [
      issueSentence(row, manifest.window_days),
      ...issueFacts(row).map(({ term, words }) => `${term}: ${words}`),
      ...callsOf(calls, row.key),
    ]),
  ]
}

const ofImprovements = (measure: MeasureFile, { manifest }: Fixture): Said => {
  const [changes, actions] = [changesOf(measure), actionsOf(measure)]
  return [
    improvementsSentence(changes, actions),
    ...changes.map(changeSentence),
    ...actions.map((action) => actionSentence(action, manifest)),
  ]
}

/** What everybody is told. */
const ofEverybody = ({ staff, manifest }: Fixture, measures: ReadonlyMap<string, MeasureFile>): Said => {
  const all = { staff, manifest, measures }
  return [
    openingOf(all),
    ...staff.promises.map((promise) => saidOfLine(promise, all)),
    yardstickOf('promise', all),
    ...(['promise', 'request'] as const)
      .flatMap((kind) => boardOf(kind, all))
      .flatMap(({ shown, why, yearBefore }) => [
        shown && `${shown.words} ${shown.note}`,
        why && whyInFull(why),
        yearBefore,
      ]),
    ...tablesOf(all).flatMap(({ name, note }) => [name, note === '' ? null : note]),
    ...staff.changes.map(effectSentence),
    ...howToRead(staff),
  ]
}

/** All sentences, captions and words, without those that are not there. */
export const saidOf = (fixture: Fixture): string[] => {
  const { manifest, run } = fixture
  const measures = new Map(fixture.measures.map((measure) => [measure.id, measure]))
  const rows = boardRows(manifest, measures)
  const brief = briefOf(rows, measures, manifest)
  const [load, recurring, improvements] = ['owner-load', 'recurring', 'improvements'].map((id) =>
    measures.get(id),
  )
  return [
    ...ofEverybody(fixture, measures),
    ...opening(rows, measures, manifest),
    ...rows.flatMap(({ words, verdict: why, now }) => [words, why, now && `${now.words} ${now.of}`]),
    brief.unchanged,
    brief.steady,
    ...brief.changed,
    ...brief.decisions.flatMap(({ rule, subject, text }) => [rule, `${subject}. ${text}`]),
    ...brief.decided.flatMap(({ when, verdict: words, text }) => [when, words, text]),
    ...departmentsOf(measures).flatMap(({ key }) => {
      const own = departmentRows(key, measures, manifest)
      return [departmentSentence(own), ...own.map(standsWords)]
    }),
    ...teamsSentences(departures(measures, manifest), pilingUp(load ?? null), areJudged(measures)),
    ...escalationsSentences(measures),
    ...[profileSentences, emergencySentences, readySentences, sparedSentences].flatMap((say) =>
      say(measures),
    ),
    waySentence(measures),
    ...today(run, manifest.sources).flatMap(({ sentences }) => sentences),
    ...notices(manifest, true).map(({ text }) => text),
    receiptsSentence(run),
    ...fixture.measures.flatMap((measure) => ofMeasure(measure, fixture)),
    ...(recurring === undefined ? [] : ofIssues(recurring, fixture)),
    ...(improvements === undefined ? [] : ofImprovements(improvements, fixture)),
  ].filter((said) => said !== null)
}
