import { test } from 'vitest'
import { holdInWorlds } from './worlds.ts'

test.each(Array.from({ length: 10 }, (_, index) => 20 * index + 1))(
  'in two hundred small, nasty worlds the warehouse tells what a slow, plain reading does (from seed %i)',
  (first) => holdInWorlds(first, first + 19),
)
