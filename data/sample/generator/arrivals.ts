import { demandOn } from './academic-year.ts'
import { type Service, services, type Topic } from './catalogue/index.ts'
import { type Day, dayOf, localDayOf, minuteAt, minuteOf, settle, weekdayOf } from './london.ts'
import { buildings, inventRequesters, type Requester } from './places.ts'
import { at, type Random, randomOf } from './random.ts'
import { clockChanges, stories } from './stories.ts'
import { subjectOf } from './subject.ts'
import type { Channel, Priority, Request } from './ticket.ts'

const FIRST_DAY: Day = dayOf('2023-09-01')
/** Scales an ordinary week so that all three years and the autumn hold about 40,000 tickets. */
const SCALE = 0.2 * 0.815

/** Every request for help from the first day up to the as-of time, in the order in which they were logged. */
export function inventRequests(seed: number): Request[] {
  const random = randomOf(seed, 'arrivals')
  const asOf = minuteOf(stories.asOf)
  const callers = inventRequesters(randomOf(seed, 'requesters'), 5200)
  const pool = callers.flatMap((one) => Array<Requester>(Math.max(1, Math.round(one.keenness * 4))).fill(one))
  const requests: Request[] = []
  for (let day = FIRST_DAY; day <= localDayOf(asOf); day++) {
    const mood = random.around(1, 0.09)
    for (const service of services) {
      for (const topic of service.topics) {
        const count = random.poisson(expected(day, service, topic) * mood)
        for (let i = 0; i < count; i++) requests.push(ask(random, day, service, topic, random.pick(pool)))
      }
    }
    requests.push(...storyRequests(random, day, pool))
  }
  requests.push(...clockChangeRequests(random, pool))
  return requests.filter(({ firstRowAt }) => firstRowAt <= asOf).sort((a, b) => a.firstRowAt - b.firstRowAt)
}

function expected(day: Day, service: Service, topic: Topic): number {
  const whole = service.topics.reduce((sum, { weight }) => sum + weight, 0)
  const { print_fix } = stories
  const isFixed = topic.subcategory === print_fix.subcategory && day >= dayOf(print_fix.changed_on)
  const usual = service.ticketsAWeek * SCALE * (topic.weight / whole) * demandOn(day, service.season)
  return usual * (isFixed ? print_fix.factor : 1)
}

function ask(random: Random, day: Day, service: Service, topic: Topic, requester: Requester): Request {
  const channel = channelOf(random, service, requester, isWeekend(day))
  const openedAt = settle(minuteAt(day, minuteOfDay(random, channel, requester.isStudent)))
  const building = random.weighted(buildings, ({ weight }) => weight).name
  return {
    openedAt,
    firstRowAt: settle(openedAt + loggedAfter(random, channel)),
    service,
    topic,
    requester,
    building,
    channel,
    priority: priorityOf(random, service),
    subject: subjectOf(random, topic, building),
    problem: null,
  }
}

function storyRequests(random: Random, day: Day, pool: readonly Requester[]): Request[] {
  const { wifi, outage } = stories
  if (isWeekend(day)) return []
  const { from, to, first_week_tickets, more_each_week } = wifi.rising
  const week = Math.floor((day - dayOf(from)) / 7)
  const visit = wifi.visits.find((one) => day >= dayOf(one.from) && day <= dayOf(one.to))
  const aWeek =
    visit?.tickets_a_week ?? (week >= 0 && day <= dayOf(to) ? first_week_tickets + more_each_week * week : 0)
  const found = faultsOf(wifi).flatMap(([service, topic]) =>
    Array.from({ length: random.poisson(aWeek / 5) }, (): Request => {
      const asked = ask(random, day, service, topic, random.pick(pool))
      const subject = subjectOf(random, topic, wifi.building)
      return { ...asked, building: wifi.building, subject, problem: random.chance(0.4) ? wifi.problem : null }
    }),
  )
  if (day !== dayOf(outage.day)) return found
  const [service, topic] = at(faultsOf(outage), 0)
  const crowd = Array.from({ length: outage.tickets }, (): Request => {
    const openedAt = minuteAt(day, Math.min(720, 520 + Math.round(random.around(40, 0.7))))
    const asked = ask(random, day, service, topic, random.pick(pool))
    return {
      ...asked,
      openedAt,
      firstRowAt: openedAt + random.int(0, 4),
      priority: 2,
      problem: outage.problem,
    }
  })
  return [...found, ...crowd]
}

function clockChangeRequests(random: Random, pool: readonly Requester[]): Request[] {
  return clockChanges.map(({ instant }): Request => {
    const openedAt = minuteOf(instant)
    const [service, topic] = at(faultsOf(stories.wifi), 0)
    const asked = ask(random, localDayOf(openedAt), service, topic, random.pick(pool))
    return { ...asked, openedAt, firstRowAt: openedAt, channel: 'Self-service' }
  })
}

function faultsOf(fault: { service: string; subcategory: string }): [Service, Topic][] {
  return services
    .filter(({ name }) => name === fault.service)
    .flatMap((service) =>
      service.topics
        .filter(({ subcategory }) => subcategory === fault.subcategory)
        .map((topic): [Service, Topic] => [service, topic]),
    )
}

function channelOf(random: Random, service: Service, requester: Requester, isQuiet: boolean): Channel {
  const spoken = isQuiet ? 0 : service.season === 'teaching' ? 3 : 1
  const shares: [Channel, number][] = [
    ['Email', 36],
    ['Self-service', requester.isStudent ? 42 : 28],
    ['Phone', 16 * spoken],
    ['Chat', 7 * spoken],
    ['Walk-in', requester.isStudent ? 5 * spoken : 1],
  ]
  return random.weighted(shares, ([, share]) => share)[0]
}

function minuteOfDay(random: Random, channel: Channel, isStudent: boolean): number {
  const isSpoken = channel === 'Phone' || channel === 'Chat' || channel === 'Walk-in'
  const humps: [number, number, number][] = [
    [620, 75, 46],
    [860, 90, 40],
    [1170, 120, isSpoken ? 0 : isStudent ? 26 : 8],
    [420, 60, isSpoken ? 0 : 3],
  ]
  const [mean, spread] = random.weighted(humps, ([, , share]) => share)
  const minute = Math.round(mean + spread * random.normal())
  return isSpoken ? Math.min(1075, Math.max(482, minute)) : Math.min(1438, Math.max(1, minute))
}

function loggedAfter(random: Random, channel: Channel): number {
  if (random.chance(0.012)) return random.int(40, 260)
  if (channel === 'Self-service') return 0
  if (channel === 'Email') return random.int(0, 4)
  return random.chance(0.3) ? random.int(1, 12) : 0
}

function priorityOf(random: Random, service: Service): Priority {
  const urgent = service.season === 'teaching' ? 2.2 : 1
  const shares: [Priority, number][] = [
    [1, 0.8 * urgent],
    [2, 5.5 * urgent],
    [3, 79],
    [4, 14],
  ]
  return random.weighted(shares, ([, share]) => share)[0]
}

const isWeekend = (day: Day) => weekdayOf(day) % 6 === 0
