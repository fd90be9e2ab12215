import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MeasureFile } from '../../../data/contract.ts'
import type { Known } from '../../../site/digest/digest.ts'
import { digestOf } from '../../../site/digest/digest.ts'
import { htmlOf } from '../../../site/digest/html.ts'
import { textOf } from '../../../site/digest/text.ts'
import { firstNight, troubled } from '../fixture.ts'
import { crowded } from '../fixture-crowded.ts'
import { odd } from '../fixture-odd.ts'
import { call, knownOf, readHtml, readText, releaseBefore, slipped, whole } from './known.ts'

const site = new URL('https://trends.example.ac.uk/leadership/')
const releases: [string, Known][] = [
  ['a whole release', whole()],
  ['the first that is kept', whole(null)],
  ['the first night', knownOf(firstNight(), null)],
  ['every fault at once', knownOf(troubled(), releaseBefore({ calls: [call('t-1', 'Lost key')] }))],
  ['odd names', knownOf(odd(), releaseBefore({ calls: [call('t-1', '</li><script>alert(1)</script>')] }))],
  ['far too much', knownOf(crowded(), releaseBefore())],
]

describe.each(releases)('the digest of %s', (_, known) => {
  const digest = digestOf(known)

  test('says the same as text and as HTML, with links and without', () => {
    for (const at of [null, site]) expect(readHtml(htmlOf(digest, at))).toBe(readText(textOf(digest, at)))
  })

  test('has lines of at most 72 letters, but for addresses', () => {
    const long = textOf(digest, site)
      .split('\n')
      .filter((line) => [...line].length > 72 && !line.startsWith('https://'))
    expect(long).toEqual([])
  })

  test('is HTML of a few plain elements, and leads nowhere but to the site', () => {
    const html = htmlOf(digest, site)
    const tags = [...html.matchAll(/<\/?([a-z0-9!]+)[^>]*>/gi)].map(([, name]) => name)
    const known = [
      '!doctype',
      'html',
      'head',
      'meta',
      'title',
      'body',
      'h1',
      'h2',
      'p',
      'ul',
      'li',
      'a',
      'strong',
    ]
    expect([...new Set(tags)].filter((name) => !known.includes(name ?? ''))).toEqual([])
    expect(html.replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>]/)
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(address?.startsWith(site.href)).toBe(true)
  })

  test('has no link at all where the address of the site is not known', () => {
    expect(htmlOf(digest, null)).not.toContain('<a ')
    expect(textOf(digest, null)).not.toMatch(/https?:/)
  })
})

describe('before the figures', () => {
  const doubts = (known: Known) =>
    digestOf(known)
      .parts.find(({ title }) => title === 'Before you read the figures')
      ?.lines.map(({ text }) => text) ?? []
  const plainly = whole(releaseBefore())
  const real: Known = { ...plainly, manifest: { ...plainly.manifest, is_sample: false } }

  test('nothing is said where nothing is wrong', () => expect(doubts(real)).toEqual([]))

  test('it stands that data is out of date, what the checks found, and that there were warnings', () => {
    const [stale, checks, warnings] = doubts({
      ...real,
      manifest: {
        ...real.manifest,
        sources: real.manifest.sources.map((source) => ({
          ...source,
          is_stale: source.entity === 'escalation',
        })),
        warnings: ['a', 'b'],
      },
      run: {
        ...real.run,
        checks: [
          { name: 'backlog_balances', severity: 'error', rows: 0 },
          { name: 'rows_do_not_vanish', severity: 'warning', rows: 3 },
        ],
      },
    })
    expect(stale).toMatch(/^The source “escalation-log” is out of date/)
    expect(checks?.replaceAll('\u00a0', ' ')).toBe(
      'Not all is right with these figures. Of 2 checks of the night 1 found something that should not be: “rows do not vanish” (3 rows).',
    )
    expect(warnings).toMatch(/^The night had 2.warnings/)
  })
})

test('a quiet night is told in one line', () => {
  const { manifest, run } = whole()
  const measures = new Map<string, MeasureFile>(
    ['acknowledged', 'owned', 'updated'].flatMap((id) => {
      const measure = whole().measures.get(id)
      if (measure === undefined) return []
      const figures = measure.figures.map((figure) => ({
        ...figure,
        value: figure.unit === 'items' ? 0 : figure.value,
      }))
      return [[id, { ...measure, figures, series: [] }] as const]
    }),
  )
  const still = { manifest: { ...manifest, is_sample: false }, run, measures, previous: releaseBefore() }
  const titles = digestOf(still).parts.map(({ title, lines }) => title ?? lines[0]?.text ?? '')
  expect(titles).toContain('A quiet night: nothing is new, nothing waits and nothing needs a decision.')
  expect(titles.filter((title) => /^(New|Waiting|What)/.test(title))).toEqual([])
})

test('where nothing is new, that is one line among the others', () => {
  const { measures } = whole()
  const key = measures.get('recurring')?.breakdowns.find(({ id }) => id === 'groups')?.rows[0]?.key ?? ''
  const { parts } = digestOf(
    whole(releaseBefore({ charts: [slipped('updated')], calls: [call(key, 'Wi-Fi')] })),
  )
  expect(parts.find(({ title }) => title?.startsWith('New since'))?.lines).toEqual([
    { text: 'Nothing has begun to slip, to rise or to fall, and nothing that did has ended.' },
  ])
})

const nasty = fc.oneof(
  fc.constantFrom(
    '</p><img src=x onerror=alert(1)>',
    '"><script>',
    '&lt;b&gt;',
    'a\nFrom me',
    '\u202eabc',
    '\ud800',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
)

test('no name makes a tag, an attribute or a line of its own', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, (department, label, title) => {
      const base = whole(releaseBefore({ calls: [call('t-1', label)] }))
      const measures = new Map(
        [...base.measures].map(([id, measure]) => [
          id,
          {
            ...measure,
            definition: { ...measure.definition, title: `${title} ${id}` },
            breakdowns: measure.breakdowns.map((one) => ({
              ...one,
              rows: one.rows.map((row) => ({ ...row, label: `${label} ${row.label}` })),
            })),
          },
        ]),
      )
      const institution = { ...base.manifest.institution, department }
      const digest = digestOf({ ...base, manifest: { ...base.manifest, institution }, measures })
      const [html, text] = [htmlOf(digest, site), textOf(digest, site)]
      const shape = (some: string): string => some.replaceAll(/>[^<]*</g, '><').replaceAll(/<\/?a[^>]*>/g, '')
      expect(shape(html)).toBe(shape(htmlOf(digestOf(base), site)))
      expect(text).not.toMatch(/[^\P{Cc}\n]/u)
      expect(digest.subject).toMatch(/^[ -~]{20,78}$/)
    }),
    { numRuns: 15 },
  )
})
