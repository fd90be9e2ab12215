import { holdNightByNight } from './thirty-nights.ts'

holdNightByNight(1, [1, 2, 5, 10, 21, 24, 29])
