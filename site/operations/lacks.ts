/** What open items lack: the worst of it, and how many lack what. */
import type { EscalationLack, WaitingEscalation } from '../../data/contract.ts'

type Lack = Pick<EscalationLack, 'is_overdue'>

/** In the order in which they are told. */
export const whatIsLacked = ['acknowledgement', 'owner', 'update', 'log_entry'] as const
export type WhatIsLacked = EscalationLack['what']

/** The lack that has been overdue longest; null where none is. They come worst first. */
export const worstOf = <One extends Lack>(lacks: readonly One[]): One | null =>
  lacks.find(({ is_overdue }) => is_overdue) ?? null

export const isLacking = ({ lacks }: { lacks: readonly unknown[] }): boolean => lacks.length > 0
export const isOverdue = ({ lacks }: { lacks: readonly Lack[] }): boolean => worstOf(lacks) !== null

/** What an escalation lacks of a kind. */
export const lackIn = ({ lacks }: WaitingEscalation, what: WhatIsLacked): EscalationLack | undefined =>
  lacks.find((lack) => lack.what === what)

export type LackCount = { what: WhatIsLacked; items: number; overdue: number }

/** How many escalations lack each thing, and of how many it is overdue. */
export const lackCounts = (escalations: readonly WaitingEscalation[]): LackCount[] =>
  whatIsLacked.map((what) => {
    const found = escalations.flatMap((escalation) => lackIn(escalation, what) ?? [])
    return { what, items: found.length, overdue: found.filter(({ is_overdue }) => is_overdue).length }
  })
