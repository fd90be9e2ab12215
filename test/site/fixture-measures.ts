/** The measures of the hand-made release that shares tell, one of which slipped. */
import type { Definition, ItemKind, MeasureFile } from '../../data/contract.ts'
import { escalationRate, serviceLevels } from './fixture-levels.ts'
import { type Share, shareMeasure, type Waiting } from './fixture-promises.ts'

const share = (
  id: string,
  label: string,
  good: Definition['good'],
  usual: number,
  more: Partial<Share> = {},
): Share => ({ id, label, good, kind: 'escalation', usual, ...more })

const waits = (id: string, label: string, now: number, oldest: number): Waiting[] => [
  { id, label, kind: 'escalation', now, oldest },
]

const aim = { value: 0.75, set_by: 'the board' }
const ticket: { kind: ItemKind } = { kind: 'ticket' }
const always = ['always', 'never without a named owner', 'high'] as const

/** Id, title, sentence, shares, what waits. */
const told: readonly [string, string, string, Share[], Waiting[]?][] = [
  [
    'investigated',
    'Investigated',
    'The share of escalations that someone looked into in time.',
    [share('within', 'investigated within the fixed time', 'high', 0.78, { aim })],
    waits('waiting', 'not investigated yet', 1, 9_000),
  ],
  [
    'owned',
    'A designated owner throughout',
    'The share that was never without a named owner.',
    [share(...always, 0.7), share(...always, 0.57, ticket)],
    waits('unowned', 'without a named owner', 2, 4_330),
  ],
  [
    'updated',
    'Kept up to date',
    'The share of the open time in which the requester had heard.',
    [share('heard', 'of the open time with word in time', 'high', 0.5, { last: 0.23 })],
    waits('silent', 'without word for longer than the set time', 5, 20_000),
  ],
  [
    'before-target',
    'Escalated before the target',
    'The share raised before the target had passed.',
    [share('before', 'raised before the target had passed', 'neutral', 0.04, { isRare: true })],
  ],
  [
    'right-route',
    'The right route',
    'The share redirected as emergencies.',
    [
      share('redirected_emergency', 'redirected as emergencies', 'low', 0.03, { isRare: true }),
      share('route_mailbox', 'came through the mailbox', 'neutral', 0.8),
      share('route_phone', 'came by phone', 'neutral', 0.2),
    ],
  ],
  [
    'effort',
    'Effort',
    'How often work is handed on, chased or repeated.',
    [
      share('handed_on', 'handed on at least once', 'low', 0.15, { last: 0.08 }),
      share('avoidable', 'avoidable: repeated, chased or sent elsewhere', 'low', 0.26),
    ],
  ],
]

/** All of them, in the order of the promises. */
export const shareMeasures = (asOf: string): MeasureFile[] => [
  ...told.map(([id, title, sentence, shares, waiting]) =>
    shareMeasure({ id, title, sentence, shares, waiting }, asOf),
  ),
  serviceLevels(asOf),
  escalationRate(asOf),
]
