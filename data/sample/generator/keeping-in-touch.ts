import { isMessage, type Moment } from './contact.ts'
import type { Escalation } from './escalation.ts'
import { asOf, type Frame, monthOf, officeTime } from './frame.ts'
import type { Investigation } from './investigation.ts'
import { type Minute, settle } from './london.ts'
import type { Random } from './random.ts'
import { type Gap, message } from './steps.ts'
import { stories } from './stories.ts'

const DAY = 1440

/** What changes nothing: messages to whoever escalated every few days, notes, and their asking how it goes. */
export function inTouch(
  random: Random,
  one: Escalation,
  frame: Frame,
  investigation: Investigation | null,
  gap: Gap,
): Moment[] {
  const isOpenAt = (minute: Minute) => gap === null || minute < gap[0] || minute > gap[1]
  const from = investigation?.at ?? frame.idleFrom
  const found = [...messages(random, from, frame.idleFrom), ...notes(random, from, frame.idleFrom)]
  const heard = found.filter((moment) => isMessage(moment) && isOpenAt(moment.at)).map(({ at }) => at)
  const until = frame.endAt ?? asOf
  return [...found, ...chases(random, [one.receivedAt, ...heard, until], until)].filter(({ at }) =>
    isOpenAt(at),
  )
}

function messages(random: Random, from: Minute, until: Minute): Moment[] {
  const found: Moment[] = []
  const usual = random.around(900, 0.4) * (random.chance(0.1) ? 2.8 : 1)
  let at = from
  while (at < until) {
    const { month, factor } = stories.quiet_month
    const isFirst = found.length === 0
    const days = random.around(usual, 0.35) * (monthOf(at) === month ? factor : isFirst ? 0.3 : 1)
    at = Math.max(at + 1, settle(officeTime.after(at, days)))
    if (at < until) found.push({ at, deed: message(random) })
  }
  return found
}

function notes(random: Random, from: Minute, until: Minute): Moment[] {
  const count = random.poisson(0.6 + Math.max(0, until - from) / (18 * DAY))
  return Array.from({ length: count }, (): Moment => {
    const at = settle(officeTime.after(from + (until - from) * random.next(), random.int(1, 300)))
    return { at, deed: 'Note' }
  }).filter(({ at }) => at > from && at < until)
}

/** Whoever hears nothing for long asks, at times. */
function chases(random: Random, heard: readonly Minute[], until: Minute): Moment[] {
  return heard.flatMap((at, i): Moment[] => {
    const silence = (heard[i + 1] ?? at) - at
    const share = 0.5 + 0.4 * random.next()
    const isAsked = random.chance(silence > 7 * DAY ? 0.4 : silence > 3 * DAY ? 0.08 : 0)
    const asked = settle(officeTime.after(at + silence * share, random.int(1, 200)))
    return isAsked && asked < until ? [{ at: asked, deed: 'Requester asked again' }] : []
  })
}
