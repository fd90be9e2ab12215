import { connections } from './connections.ts'
import type { Service } from './service.ts'
import { teaching } from './teaching.ts'
import { work } from './work.ts'

export type { Service, Topic } from './service.ts'

/** Every service of the sample. */
export const services: readonly Service[] = [...connections, ...teaching, ...work]
