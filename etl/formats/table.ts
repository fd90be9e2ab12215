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
  notes: [
    'Nothing is known of it but what the source says: entity, grain, columns, values and dates.',
    'Write down what every word of the status column means: a record with another one is set aside.',
    'Where day and month could be taken for each other, give the format of the date or day_first.',
    'In a row an item, an updated_at tells which of two versions is the later one: without it the later export counts.',
  ],
}
