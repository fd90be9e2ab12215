import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { buildSite } from '../site/operations/build.ts'
import { folder } from '../support/installation.ts'
import { sourceNames } from './delivery.ts'
import type { Figures } from './reckoning.ts'
import type { Counts } from './verdicts.ts'

/** The unrounded figures of escalations that a page shows, by measure and figure. */
function figuresOn(page: string): Record<string, number> {
  const tags = page.matchAll(
    /<span[^>]*data-measure="([^"]+)" data-figure="([^"]+)" data-value="([^"]+)" data-kind="escalation"/g,
  )
  return Object.fromEntries(
    [...tags].map(([, measure, figure, value]) => [`${measure} ${figure}`, Number(value)]),
  )
}

/** What the page of the data says of each file that was read: its five counts. */
function receiptsOn(page: string): string[] {
  const [, table = ''] = /Files read<\/caption>(.*?)<\/table>/s.exec(page) ?? []
  const rows = [...table.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<td class="n" data-value="(\d+)"/g)].map(([, count]) => count).join('/'),
  )
  return rows.filter((counts) => counts !== '').sort()
}

const countsIn = ({ records, kept, superseded, duplicate, quarantined }: Counts): string =>
  [records, kept, superseded, duplicate, quarantined].join('/')

/** Builds the leadership site of a release and holds its pages against what was reckoned. */
export async function assertPages(dir: string, { escalation, stale, receipts }: Figures): Promise<void> {
  const out = join(await folder(), 'site')
  await buildSite('leadership', join(dir, 'current'), out)
  const [board, data] = await Promise.all(
    ['index.html', join('data', 'index.html')].map((name) => readFile(join(out, name), 'utf8')),
  )
  expect(figuresOn(board ?? '')).toMatchObject({
    'acknowledged waiting_now': escalation.waiting,
    'owned unowned_now': escalation.unowned,
  })
  expect(receiptsOn(data ?? '')).toEqual(Object.values(receipts).map(countsIn).sort())
  const told = sourceNames.filter((source) => board?.includes(`The source “${source}” is out of date`))
  expect(told.toSorted()).toEqual(stale.toSorted())
}
