import { describe, expect, test } from 'vitest'
import type { MeasureFile } from '../../data/contract.ts'
import { teamsSentences } from '../../site/sentences/teams.ts'
import { areJudged, type Balance, type Departure, departures, pilingUp } from '../../site/teams.ts'
import { asOf, firstNight, full, manifest } from './fixture.ts'
import { ownerLoad } from './fixture-load.ts'
import { plain } from './plain.ts'

const departure = (team: string, title: string, isWorse: boolean | null): Departure => ({
  team,
  measure: title.toLowerCase(),
  title,
  label: 'in time',
  item_kind: 'ticket',
  figure: 'within',
  value: 0.5,
  unit: 'share',
  n: 300,
  overall: 0.9,
  stands: 'lower',
  isWorse,
})
const network = (arrived: number, departed: number): Balance => ({
  team: 'Network',
  open: 81,
  arrived,
  departed,
})
const byChance = 'Of what stands apart, about one in twenty does so by chance.'
const none = 'At no team did clearly more tickets arrive than left in the last 28 days.'
const usual = 'No team is worse off in any figure than is usual among the teams.'
const help = 'may need help, being worse off than is usual among the teams'

test.each<[string, Departure[], Balance[] | null, boolean, string[]]>([
  [
    'nothing is known',
    [],
    null,
    false,
    [
      'Whether a team stands apart cannot be told: that takes five teams with 30 items each.',
      'Whether work piles up cannot be told.',
    ],
  ],
  ['nobody stands apart', [], [], true, [usual, none]],
  [
    'one is better, one otherwise',
    [departure('AV', 'Effort', false), departure('AV', 'Route', null)],
    [],
    true,
    [usual, byChance, none],
  ],
  [
    'one is worse',
    [departure('AV', 'Effort', true)],
    [],
    true,
    [`1 team ${help}: AV (Effort).`, byChance, none],
  ],
  [
    'two are worse, one of them twice in a measure',
    [
      departure('AV', 'Effort', true),
      departure('AV', 'Effort', true),
      departure('AV', 'Owned', true),
      departure('Network', 'Owned', true),
    ],
    [],
    true,
    [`2 teams ${help}: AV (Effort and Owned); Network (Owned).`, byChance, none],
  ],
  [
    'one is worse in many measures',
    ['A', 'B', 'C', 'D'].map((title) => departure('AV', title, true)),
    [],
    true,
    [`1 team ${help}: AV (in 4 measures).`, byChance, none],
  ],
  [
    'work piles up at two',
    [],
    [network(229, 107), { ...network(1, 0), team: 'AV' }],
    true,
    [
      usual,
      'Work piles up: in the last 28 days at Network 229 tickets arrived and 107 left and at AV 1 ticket arrived and 0 left.',
    ],
  ],
])('%s', (_, all, piling, isJudged, sentences) => {
  expect(teamsSentences(all, piling, isJudged).map(plain)).toEqual(sentences)
})

const byId = ({ measures }: { measures: MeasureFile[] }): Map<string, MeasureFile> =>
  new Map(measures.map((measure) => [measure.id, measure]))

describe('where teams stand apart', () => {
  const found = departures(byId(full()), manifest)

  test('what is worse stands first, and a neutral figure is neither', () => {
    const network = found.filter(({ team }) => team === 'Network')
    expect(network.map(({ title, isWorse }) => [title, isWorse])).toContainEqual([
      'Escalations per 100 tickets',
      null,
    ])
    expect(network.map(({ title, isWorse }) => [title, isWorse])).toContainEqual(['Effort', false])
    expect(found[0]?.isWorse).toBe(true)
  })

  test('each says on which side of the teams it stands, whatever everything is', () => {
    expect(new Set(found.map(({ stands }) => stands))).toEqual(new Set(['lower']))
  })

  test('each stands beside the same of everything', () => {
    const owned = found.find(({ measure, item_kind }) => measure === 'owned' && item_kind === 'escalation')
    expect([owned?.value, owned?.overall, owned?.label]).toEqual([0.42, 0.7, 'never without a named owner'])
  })

  test('teams are judged where some figure has enough of them', () => {
    expect([areJudged(byId(full())), areJudged(byId(firstNight()))]).toEqual([true, false])
    const few = [ownerLoad(asOf)]
    expect(areJudged(byId({ measures: few }))).toBe(false)
  })
})

describe('where work piles up', () => {
  const load = (arrived: number | null, departed: number | null): MeasureFile => {
    const measure = ownerLoad(asOf)
    const breakdowns = measure.breakdowns.map((breakdown) => ({
      ...breakdown,
      rows: breakdown.rows.slice(0, 1).map((row) => ({
        ...row,
        values: { open_now: 9, arrived_28_days: arrived, departed_28_days: departed },
      })),
    }))
    return { ...measure, breakdowns }
  }

  test.each<[string, MeasureFile | null, number | null]>([
    ['no load', null, null],
    ['no count', load(90, null), null],
    ['as many', load(90, 90), 0],
    ['a few more, as chance has it', load(100, 80), 0],
    ['clearly more', load(100, 50), 1],
    ['clearly fewer', load(50, 100), 0],
  ])('%s', (_, measure, teams) => {
    expect(pilingUp(measure)?.length ?? null).toBe(teams)
  })
})
