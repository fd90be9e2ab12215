import { pressureOn } from './academic-year.ts'
import { dayOf, localDayOf, type Minute, minuteAt } from './london.ts'
import { people, SYSTEM } from './people.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'
import type { Priority, Request, Row, State } from './ticket.ts'
import { someoneOf, type Timeline, timelineOf } from './timeline.ts'
import { workingTime } from './working-time.ts'

const DESK = 'Service Desk'
const deskTime = workingTime(8 * 60, 18 * 60)
const officeTime = workingTime(9 * 60, 17 * 60 + 20)
const paces = new Map(people.map(({ name, pace }) => [name, pace]))
const slowFrom = minuteAt(dayOf(stories.leaver.slow_from), 0)

const answerMinutes: Record<Priority, number> = { 1: 9, 2: 42, 3: 105, 4: 210 }
const effortFactor: Record<Priority, number> = { 1: 0.35, 2: 0.6, 3: 1, 4: 1.7 }

/** Everything that happens to a request, without regard to the as-of time. */
export function live(random: Random, request: Request): Row[] {
  const line = begin(random, request)
  const spoken = request.channel !== 'Email' && request.channel !== 'Self-service'
  if (!spoken && random.chance(0.005)) return overlooked(random, line)
  const answeredAt = answerTime(random, request, spoken)
  const owner = line.now().owner ?? someoneOf(random, line.now().team, answeredAt)
  if (!spoken && random.chance(0.025)) {
    line.add(answeredAt, { state: 'Canceled', updatedBy: owner === line.now().owner ? owner : SYSTEM })
    return line.rows
  }
  if (line.now().owner === null && random.chance(0.16)) line.add(answeredAt - random.int(2, 30), { owner })
  answer(random, line, request, answeredAt, owner)
  return line.rows
}

function begin(random: Random, { firstRowAt, service, priority, problem, channel }: Request): Timeline {
  const isSpoken = channel !== 'Self-service' && channel !== 'Email'
  const team = !isSpoken && random.chance(0.45) ? service.team : DESK
  const owner = random.chance(isSpoken ? 0.85 : 0.06) ? someoneOf(random, team, firstRowAt) : null
  const updatedBy = (isSpoken ? owner : null) ?? SYSTEM
  const line = timelineOf(random, {
    at: firstRowAt,
    modCount: 0,
    state: 'New',
    team,
    owner,
    priority,
    problem,
    updatedBy,
  })
  if (!isSpoken && team === DESK && owner === null && random.chance(0.12)) {
    line.add(firstRowAt + random.int(1, 3), { team: service.team, updatedBy: SYSTEM })
  }
  return line
}

/** Nobody looks at it; if it ever ends, someone tidies it away months later. */
function overlooked(random: Random, line: Timeline): Row[] {
  const sweptAt = officeTime.after(line.now().at, random.around(70, 0.4) * 500)
  if (random.chance(0.75))
    line.add(sweptAt, { state: 'Canceled', updatedBy: someoneOf(random, line.now().team, sweptAt) })
  return line.rows
}

function answerTime(random: Random, { firstRowAt, priority }: Request, spoken: boolean): Minute {
  if (spoken) return firstRowAt + Math.round(random.around(3, 1))
  if (priority === 1) return firstRowAt + Math.round(random.around(answerMinutes[1], 0.8))
  const waited = random.around(answerMinutes[priority], 1.2) * pressureOn(localDayOf(firstRowAt))
  return deskTime.after(firstRowAt, waited)
}

function answer(random: Random, line: Timeline, request: Request, at: Minute, owner: string) {
  if (random.chance(line.now().team === DESK ? request.topic.solvedAtDesk * 0.22 : 0.05)) {
    line.add(deskTime.after(at, random.around(12, 0.8)), { owner, state: 'Resolved' })
    return finish(random, line)
  }
  line.add(at, { owner, state: 'Active' })
  if (random.chance(0.015))
    line.add(at + random.int(1, 40), { priority: request.priority === 1 ? 2 : raised(request.priority) })
  if (line.now().team !== DESK) return work(random, line, request)
  if (random.chance(request.topic.solvedAtDesk)) {
    line.add(deskTime.after(line.now().at, random.around(24, 1)), { state: 'Resolved' })
    return finish(random, line)
  }
  handOver(random, line, request.service.team)
  if (random.chance(0.06)) {
    handOver(random, line, DESK)
    handOver(random, line, request.service.team)
  }
  work(random, line, request)
}

/** To another team: its queue first, where nobody owns it, then someone picks it up. */
function handOver(random: Random, line: Timeline, team: string) {
  const leftAt = deskTime.after(line.now().at, random.around(38, 1.1))
  line.add(leftAt, { team, owner: null, updatedBy: line.now().owner ?? SYSTEM })
  const pickedAt = officeTime.after(leftAt, random.around(95, 1.15) * pressureOn(localDayOf(leftAt)))
  line.add(pickedAt, { owner: someoneOf(random, team, pickedAt) })
}

function work(random: Random, line: Timeline, request: Request) {
  const { topic, service } = request
  const isForgotten = random.chance(0.035)
  const owner = line.now().owner ?? ''
  const isLeaving = owner === stories.leaver.owner && line.now().at >= slowFrom
  const factor =
    effortFactor[request.priority] * (paces.get(owner) ?? 1) * (isForgotten ? 18 : 1) * (isLeaving ? 7 : 1)
  const effort = random.around(topic.effortMinutes, 1.15) * factor * pressureOn(localDayOf(line.now().at))
  const waits: [State, number, number][] = [
    ['Awaiting User Info', 0.27, 620],
    ['Awaiting Vendor', service.vendorShare, 3800],
    ['Awaiting Problem', request.problem ? 0.5 : 0.006, 3400],
    ['Awaiting Evidence', 0.0015, 800],
  ]
  const due = waits.filter(([, share]) => random.chance(share))
  for (const [state, , median] of due) {
    line.add(note(random, line, effort / (due.length + 1)), { state })
    if (state === 'Awaiting User Info' && random.chance(0.08)) {
      line.add(officeTime.after(line.now().at, 10 * 500), { state: 'Resolved', updatedBy: SYSTEM })
      return finish(random, line)
    }
    line.add(officeTime.after(line.now().at, random.around(median, 0.9)), { state: 'Active' })
  }
  if (random.chance(0.07)) {
    const next = someoneOf(random, line.now().team, line.now().at, line.now().owner)
    line.add(officeTime.after(line.now().at, random.around(60, 1)), { owner: next })
  }
  const endsAt = note(random, line, effort / (due.length + 1))
  line.add(endsAt, { state: random.chance(0.012) ? 'Canceled' : 'Resolved' })
  finish(random, line)
}

/** Work that goes by, with notes along the way that change nothing else. Returns when it ends. */
function note(random: Random, line: Timeline, minutes: number): Minute {
  const start = line.now().at
  const steps = random.poisson(0.3)
  for (let step = 1; step <= steps; step++)
    line.add(officeTime.after(start, (minutes * step) / (steps + 1)), {})
  const end = officeTime.after(start, minutes)
  if (random.chance(0.1)) line.add(end, {})
  return end
}

/** Closed by the system on the full hour some days later, unless it comes back. */
function finish(random: Random, line: Timeline) {
  const { state, at, owner, team } = line.now()
  if (state === 'Canceled') return
  if (random.chance(0.038)) {
    const backAt = officeTime.after(at, random.around(560, 0.8))
    const next = owner && random.chance(0.7) ? owner : someoneOf(random, team, backAt)
    line.add(backAt, { state: 'Active', owner: next })
    line.add(officeTime.after(backAt, random.around(400, 1.1)), { state: 'Resolved' })
    return finish(random, line)
  }
  const closedAt = officeTime.after(at, 3 * 500)
  line.add(Math.ceil(closedAt / 60) * 60, { state: 'Closed', updatedBy: SYSTEM })
}

const raised = (priority: Priority): Priority => (priority === 4 ? 3 : priority === 3 ? 2 : 1)
