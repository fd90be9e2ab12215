import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fields,
  hasOurs,
  isShown,
  readState,
  type State,
  writeState,
} from '../../../site/operations/state.ts'

const choices = {
  lack: ['', 'owner', 'update'],
  priority: ['', 'P2', '(none)'],
  team: ['', 'Network & Wi-Fi', '(none)'],
  owner: ['', 'Ann Lee'],
}

test.each<[string, string, State, string[]]>([
  ['nothing', '', {}, []],
  ['one thing', '?lack=owner', { lack: 'owner' }, []],
  ['a priority', '?priority=P2', { priority: 'P2' }, []],
  ['several', '?owner=Ann+Lee&team=Network+%26+Wi-Fi', { owner: 'Ann Lee', team: 'Network & Wi-Fi' }, []],
  ['what is not ours', '?utm=1', {}, []],
  ['an empty value', '?team=', {}, []],
  ['a team that is not there', '?team=Sales&lack=owner', { lack: 'owner' }, ['There is no team “Sales” here, so it is left out.']],
  ['a thing that nothing lacks', '?lack=sense', {}, ['Nothing here lacks “sense”, so it is left out.']],
  ['a very long name', `?owner=${'x'.repeat(5_000)}`, {}, [`There is no owner “${'x'.repeat(60)}…” here, so it is left out.`]],
  ['the name of a part of every object', '?team=constructor', {}, ['There is no team “constructor” here, so it is left out.']],
])('an address asks for %s', (_, search, state, words) => {
  expect(readState(search, choices)).toEqual({ state, words })
}) // biome-ignore format: a table

test('where a field is not offered, an address cannot ask for it', () => {
  expect(readState('?team=Sales', { lack: ['owner'] }).state).toEqual({})
})

test('whatever is chosen is read back from its address, and what is not ours stays there', () => {
  const value = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.toWellFormed())
  const state = fc.record({ lack: value, priority: value, team: value, owner: value }, { requiredKeys: [] })
  fc.assert(
    fc.property(state, (chosen) => {
      const search = writeState('?print=yes&team=before', chosen)
      const offered = Object.fromEntries(
        fields.map((field) => [field, chosen[field] === undefined ? [] : [chosen[field]]]),
      )
      expect(readState(search, offered)).toEqual({ state: chosen, words: [] })
      expect(new URLSearchParams(search).get('print')).toBe('yes')
      expect(hasOurs(search)).toBe(Object.keys(chosen).length > 0)
    }),
  )
})

test('of nothing chosen nothing stands in the address', () => expect(writeState('?team=Sales', {})).toBe(''))

const row = { lacks: 'acknowledgement owner', priority: 'P2', team: 'Network', owner: undefined }
test.each<[State, boolean]>([
  [{}, true],
  [{ lack: 'owner' }, true],
  [{ lack: 'own' }, false],
  [{ lack: 'update' }, false],
  [{ team: 'Network' }, true],
  [{ team: 'network' }, false],
  [{ priority: 'P2' }, true],
  [{ priority: '(none)' }, false],
  [{ owner: '(none)' }, true],
  [{ owner: 'Ann Lee' }, false],
  [{ lack: 'owner', team: 'Network', owner: '(none)' }, true],
  [{ lack: 'owner', team: 'Sales' }, false],
])('a row that lacks two things, of a team and of nobody, is shown for %j: %s', (state, shown) => {
  expect(isShown(row, state)).toBe(shown)
})
