/** Open items made by hand: each lacks what its maker says. Times are hours before (or after) a given instant. */
import type { EscalationLack, TicketLack, WaitingEscalation, WaitingTicket } from '../../data/contract.ts'

const hour = 3_600_000
const after = (asOf: string, hours: number): string => new Date(Date.parse(asOf) + hours * hour).toISOString()

/** Late by some working hours, or (negative) due in so many. */
export const late = (asOf: string, hours: number): Omit<EscalationLack, 'what'> => ({
  due_at: after(asOf, -hours * 3),
  is_overdue: hours > 0,
  overdue_minutes: Math.max(0, hours * 180),
  overdue_business_minutes: Math.max(0, hours * 60),
  clock: 'business',
})

const common = (asOf: string, id: string, ageHours: number) => ({
  id,
  begun_at: after(asOf, -ageHours),
  known_until: asOf,
  age_minutes: ageHours * 60,
  age_business_minutes: ageHours * 20,
  status: 'in_progress' as const,
  has_owner: true,
  owner: 'Ann Lee',
  assumed_owner: null,
  team: 'Network Services',
  service: 'Eduroam Wi-Fi',
  priority: 'P3',
})

export const escalation = (
  asOf: string,
  id: string,
  ageHours: number,
  more: Partial<WaitingEscalation> = {},
): WaitingEscalation => ({
  ...common(asOf, id, ageHours),
  lacks: [],
  unowned_because: null,
  tickets: [],
  route: 'mailbox',
  reason: 'speed',
  impact: null,
  needed_by: null,
  last_heard_at: after(asOf, -2),
  next_update_due_at: after(asOf, 166),
  ...more,
})

export const ticket = (
  asOf: string,
  id: string,
  ageHours: number,
  lacks: TicketLack[],
  more: Partial<WaitingTicket> = {},
): WaitingTicket => ({
  ...common(asOf, id, ageHours),
  level: 'P2',
  priority: 'P2',
  lacks,
  major_incident: null,
  escalations: [],
  ...more,
})
