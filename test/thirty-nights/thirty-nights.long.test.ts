import { holdNightByNight } from './thirty-nights.ts'

for (const seed of [1, 2, 3]) holdNightByNight(seed, 'all')
