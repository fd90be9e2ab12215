import { expect, test } from 'vitest'
import { allNames } from '../../etl/retention/names.ts'

const nobody = { people: [], sources: [] }

test.each([
  ['a name', 'Ann Lee', ['Ann Lee', 'Lee, Ann']],
  ['a name as lists have it', 'Lee, Ann', ['Lee, Ann', 'Ann Lee']],
  ['a name of three words', 'Mary Ann Lee', ['Mary Ann Lee', 'Lee, Mary Ann']],
  ['a user name', 'alee', ['alee']],
  ['an address', 'a.lee@example.ac.uk', ['a.lee@example.ac.uk']],
  ['a name with its address', 'Ann Lee <a.lee@example.ac.uk>', ['Ann Lee <a.lee@example.ac.uk>']],
])('%s is written in these ways', (_, name, written) => {
  expect(allNames([name], nobody).sort()).toEqual([...written].sort())
})
