import { expect, test } from 'vitest'
import { cellsFileOf } from '../../../data/shared/cells.ts'
import { type FetchJson, loaderOf } from '../../../site/filter/load.ts'

const team = [{ dimension: 'team', value: 'Desk' }]
const cellsOf = (filter: unknown) => ({ filter, shares: [], times: [] })

function asked(answer: (address: string) => unknown): { fetchJson: FetchJson; addresses: string[] } {
  const addresses: string[] = []
  const fetchJson: FetchJson = async (address) => {
    addresses.push(address)
    return answer(address)
  }
  return { fetchJson, addresses }
}

test('a filter’s cells are asked for once, under the name of their values', async () => {
  const { fetchJson, addresses } = asked(() => cellsOf(team))
  const load = loaderOf('/base/cells/1/', fetchJson)
  expect(await load(team)).toBe(await load([...team]))
  expect(addresses).toEqual([`/base/cells/1/${cellsFileOf(team)}.json`])
})

test('cells of another filter are refused', async () => {
  const load = loaderOf('/', asked(() => cellsOf([{ dimension: 'team', value: null }])).fetchJson)
  await expect(load(team)).rejects.toThrow('the cells of another filter')
})

test('what failed is asked for again', async () => {
  let times = 0
  const { fetchJson, addresses } = asked(() => {
    times += 1
    if (times === 1) throw new Error('404')
    return cellsOf([])
  })
  const load = loaderOf('/', fetchJson)
  await expect(load([])).rejects.toThrow('404')
  await expect(load([])).resolves.toEqual(cellsOf([]))
  expect(addresses).toHaveLength(2)
})
