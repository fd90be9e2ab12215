/** The stages of the page, each with an address of its own, so that "back" works. */
import { type FieldName, fieldNames } from './filling.ts'

export type Stage = 'questions' | 'review' | 'end'

/** Where the part of an address behind # leads: a stage, a field of the questions, or neither. */
export interface Place {
  readonly stage: Stage
  readonly field: FieldName | null
}

/** `#review` → the review; `#tickets` → that field; nothing → the questions; null for what is no place of this page. */
export function placeAt(hash: string): Place | null {
  const name = hash.replace(/^#/, '')
  if (name === '') return { stage: 'questions', field: null }
  if (name === 'review' || name === 'end') return { stage: name, field: null }
  const field = fieldNames.find((known) => known === name)
  return field ? { stage: 'questions', field } : null
}

/** The stage that may be shown: no review without answers, no end before the message was taken. */
export function stageFor(wanted: Stage, hasAnswers: boolean, isTaken: boolean): Stage {
  if (wanted === 'questions' || !hasAnswers) return 'questions'
  return isTaken ? wanted : 'review'
}

/** Shows the parts of the page that belong to a stage (`data-in`), and hides the others. */
export function show(stage: Stage): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-in]'))
    part.hidden = !part.dataset.in?.split(' ').includes(stage)
}
