import { holdSameAsAnew } from './standing.ts'

for (const seed of [2, 3, 4, 5]) holdSameAsAnew(seed)
