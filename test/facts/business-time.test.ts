import { beforeAll, describe, expect, test } from 'vitest'
import golden from '../config/business-time.json' with { type: 'json' }
import { configOf, csv, eventSource, itemSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

type Span = [from: string, to: string, business: number, hours: number]
const cases = golden.cases as Span[]
const alwaysOpen = golden.always_open_cases as Span[]

/** One ticket a span, from its opening to its resolution, as the nightly measures it. */
async function measured(spans: readonly Span[], config: string) {
  const rows = spans.map(([from, to], index) => `T${index},${from},,${to},resolved,,`)
  const night = await goodNight({
    config,
    files: { 'inbox/tickets.csv': csv('id,opened,updated,resolved,status,owner,team', ...rows) },
  })
  return night.query(
    'select ticket_id, resolve_minutes, resolve_business_minutes, acknowledge_business_minutes, flags from fct_tickets order by ticket_id',
  )
}

describe('in office hours', () => {
  let tickets: Record<string, unknown>[]
  beforeAll(async () => {
    tickets = await measured(cases, configOf(itemSource))
  })

  test.each(cases.map((span, index) => [index, ...span] as const))(
    'span %i from %s to %s took %i business minutes and %f hours',
    (index, _from, _to, business, hours) => {
      const isReversed = hours < 0
      expect(tickets[index]).toMatchObject({
        resolve_minutes: Math.max(0, hours) * 60,
        resolve_business_minutes: business,
        acknowledge_business_minutes: business,
      })
      expect(tickets[index]?.flags).toEqual(isReversed ? ['negative_acknowledge', 'negative_resolve'] : [])
    },
  )
})

describe('where it never closes', () => {
  const config = configOf(itemSource)
    .replace(
      /hours: \{.*\}/,
      `hours: { ${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}: "00:00-24:00"`).join(', ')} }`,
    )
    .replace('  bank_holidays: GB-ENG\n', '')
  let tickets: Record<string, unknown>[]
  beforeAll(async () => {
    tickets = await measured(alwaysOpen, config)
  })

  test.each(alwaysOpen.map((span, index) => [index, ...span] as const))(
    'span %i from %s to %s took %i minutes on both clocks',
    (index, _from, _to, business, hours) => {
      expect(tickets[index]).toMatchObject({
        resolve_minutes: hours * 60,
        resolve_business_minutes: business,
      })
    },
  )
})

test('a reply out of hours to a request out of hours took no business minute, and a missing one is none', async () => {
  const night = await goodNight({
    config: configOf(eventSource),
    files: {
      'inbox/log.csv': csv(
        'id,at,order,status,owner,team,actor,opened',
        'T1,2026-03-07T10:00,1,new,,,,2026-03-07T10:00',
        'T1,2026-03-07T11:00,2,in_progress,,,,2026-03-07T10:00',
        'T2,2026-03-07T10:00,1,new,,,,2026-03-07T10:00',
      ),
    },
  })
  expect(
    await night.query(
      'select acknowledge_minutes, acknowledge_business_minutes from fct_tickets order by ticket_id',
    ),
  ).toEqual([
    { acknowledge_minutes: 60, acknowledge_business_minutes: 0 },
    { acknowledge_minutes: null, acknowledge_business_minutes: null },
  ])
})
