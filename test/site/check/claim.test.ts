import { expect, test } from 'vitest'
import { claimedByColumns, claimedByName } from '../../../site/check/claim.ts'
import { formats } from '../fixture-formats.ts'

const { sources } = formats

const names: [name: string, source: string | null, claim: string | null][] = [
  ['incidents-2026.csv', 'incidents', 'name'],
  ['incidents.csv.gz', 'incidents', 'name'],
  ['escalations/log.csv', 'escalation-log', 'name'],
  ['log-2026.csv', 'escalation-log', 'folder'],
  ['log.csv.GZ', 'escalation-log', 'folder'],
  ['all.mbox', 'mailbox', 'folder'],
  ['download.csv', null, null],
]
test.each(names)('%s is taken for a file of %s by its %s', (name, source, claim) => {
  const found = claimedByName(name, sources)
  expect([found?.source.name ?? null, found?.claim ?? null]).toEqual([source, claim])
})

const headers: [header: string[], source: string | null][] = [
  [['Number', 'Opened', 'State'], 'incidents'],
  [['REF', ' received '], 'escalation-log'],
  // both would do: the one that uses more of it
  [['Number', 'Opened', 'State', 'Ref', 'Received'], 'incidents'],
  [['Number', 'Opened'], null],
  [[], null],
]
test.each(headers)('columns %j are those of %s', (header, source) => {
  const found = claimedByColumns(sources.map((each) => ({ source: each, header })))
  expect(found?.source.name ?? null).toBe(source)
})
