import { expect, test } from 'vitest'
import { declaredBy } from '../../etl/figures/declare.ts'
import { loadMeasures } from '../../etl/measures/index.ts'
import { told } from './observed.ts'

const declared = async () =>
  declaredBy(
    (await loadMeasures()).map((one) => ({ ...one, telling: told(one.measure.observes) })),
    {},
  )

test('what requesters say is in no cell, of either kind', async () => {
  const answers = (await declared()).filter(({ is_answer }) => is_answer)
  expect(answers.map(({ id, item_kind, is_in_cells }) => [id, item_kind, is_in_cells])).toEqual([
    ['satisfied', 'ticket', false],
    ['satisfied', 'escalation', false],
    ['responded', 'ticket', false],
    ['responded', 'escalation', false],
  ])
})

test('what is done to items is, unless it is declared to be in none', async () => {
  const named = async (id: string) => (await declared()).find((one) => one.id === id)?.is_in_cells
  expect(await Promise.all(['heard', 'always', 'lead'].map(named))).toEqual([true, true, false])
})
