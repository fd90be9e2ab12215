import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pagesOfEverySite, pagesOfStaffSite } from '../../data/shared/staff-pages.ts'
import { patternOf } from '../../site/build/pages.ts'

const pagesIn = (folder: string): string[] =>
  readdirSync(join('site', 'pages', folder))
    .filter((name) => name.endsWith('.astro'))
    .map((name) => `${patternOf(name)}/`.replace('//', '/'))

test('words may link to the pages that there are, and to no other', () => {
  expect(pagesOfEverySite.toSorted()).toEqual(['/', ...pagesIn('shared')].toSorted())
  expect(pagesOfStaffSite.toSorted()).toEqual([...pagesIn('shared'), ...pagesIn('staff')].toSorted())
})
