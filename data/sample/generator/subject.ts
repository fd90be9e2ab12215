import type { Topic } from './catalogue/index.ts'
import type { Random } from './random.ts'

const devices = ['laptop', 'MacBook', 'iPhone', 'Android phone', 'tablet', 'Windows laptop', 'home PC']
const whens = [
  'this morning',
  'since Monday',
  'yesterday',
  'today',
  'last week',
  'since the update',
  'every afternoon',
]
const openings = ['', '', '', '', '', '', '', '', 'Urgent: ', 'Again: ', 'Hello, ', 'Re: ', 'Help - ', 'FW: ']
const endings = [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  ' please',
  ' - please help',
  ' (again)',
  ', thank you',
  '!',
  ' - second time',
]

/** Words a person would put in the subject line, seldom twice the same. */
export function subjectOf(random: Random, topic: Topic, building: string): string {
  const place = building === 'Home or travelling' ? 'Main Library' : building
  const filled = random
    .pick(topic.phrases)
    .replaceAll('{room}', roomOf(random))
    .replaceAll('{building}', place)
    .replaceAll('{device}', random.pick(devices))
    .replaceAll('{code}', String(random.int(1000, 9899)))
    .replaceAll('{when}', random.pick(whens))
  const text = `${random.pick(openings)}${filled}${random.pick(endings)}`
  if (random.chance(0.03)) return text.toUpperCase()
  return random.chance(0.25) ? text.toLowerCase() : text
}

function roomOf(random: Random): string {
  const floor = random.int(0, 4)
  const door = String(random.int(1, 28)).padStart(2, '0')
  return random.chance(0.5) ? `${floor}.${door}` : `${random.pick(['G', 'B', 'LT', 'S'])}${floor}${door}`
}
