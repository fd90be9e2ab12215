import { test } from 'vitest'
import { holdInWorlds } from './worlds.ts'

test.each([1, 5, 9])(
  'in small, nasty worlds the warehouse tells what a slow, plain reading does (from seed %i)',
  (first) => holdInWorlds(first, first + 3),
  300_000,
)
