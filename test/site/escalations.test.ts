import { expect, test } from 'vitest'
import { pick, rateByService, routes, viewOfMeasure } from '../../site/escalations.ts'
import { firstNight, full, manifest } from './fixture.ts'

const byId = ({ measures }: ReturnType<typeof full>) =>
  new Map(measures.map((measure) => [measure.id, measure]))
const [all, none] = [byId(full()), byId(firstNight())]

test('services stand by their rate, the highest first, beside that of all', () => {
  const dots = rateByService(all)?.chart
  expect(dots?.dots.map(({ label }) => label)).toEqual(['AV & teaching rooms', 'Eduroam Wi-Fi', 'Printing'])
  expect(dots?.reference).toEqual({ value: 3, label: 'all services' })
})

test('the likely range of a rate holds it, and is wider where there are fewer tickets', () => {
  const [av, wifi] = rateByService(all)?.chart.dots ?? []
  const widthOf = (dot: typeof av) => (dot?.high ?? 0) - (dot?.low ?? 0)
  expect(av?.low).toBeLessThan(6.5)
  expect(av?.high).toBeGreaterThan(6.5)
  expect(widthOf(av)).toBeGreaterThan(widthOf(wifi))
})

test('ways stand by how common they are', () => {
  expect(routes(all)?.bars).toEqual([
    { label: 'Through the mailbox', value: 0.8 },
    { label: 'By phone', value: 0.2 },
  ])
})

test('where nothing is known nothing is drawn', () => {
  expect([rateByService(none), routes(none), rateByService(new Map()), routes(new Map())]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('figures are picked by their ids, in that order, and those that are not there are left out', () => {
  const view = viewOfMeasure('effort', all, manifest)
  const ids = pick(view, 'escalation-avoidable', 'escalation-chased', 'escalation-handed-on').map(
    ({ id }) => id,
  )
  expect(ids).toEqual(['escalation-avoidable', 'escalation-handed-on'])
  expect(pick(viewOfMeasure('satisfaction', all, manifest), 'escalation-satisfied')).toEqual([])
})
