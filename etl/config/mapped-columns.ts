import { ownWordColumns, wordColumns } from '../formats/canonical.ts'

/**
 * Columns of tickets and escalations whose cells a source may map to other words. Ids, times and numbers are what they
 * are; requesters and actors are hashed before any word of theirs could be looked up; own words are never kept.
 */
export const mappedColumns = ['event', ...wordColumns, ...ownWordColumns] as const
export type MappedColumn = (typeof mappedColumns)[number]

/** Columns of messages whose cells may be mapped. */
export const mappedMessageColumns = ['is_automatic'] as const
