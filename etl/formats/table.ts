import type { Format } from './format.ts'

/** Any table: the configuration says what its columns and values mean, and which entity and grain it has. */
export const format: Format = {
  name: 'table',
  title: 'A table whose columns the configuration names',
  entity: 'ticket',
  grain: 'item',
  coverage: 'all',
  nulls: [],
  dates: ['iso'],
  columns: {},
  required: ['id'],
  values: {},
  signatures: [],
}
