import { unturned } from '../words/apart.ts'

/** A number that a browser would take for the folder itself or the one above it. */
const isFolder = (id: string): boolean => id === '.' || id === '..'

/** The address of a ticket in the tool that holds it; null where the tool has none. `url` has `{id}` in place of the number. */
export const ticketAddress = (url: string | null, id: string): string | null =>
  url === null || !/^https?:\/\//.test(url) || isFolder(id)
    ? null
    : url.replaceAll('{id}', encodeURIComponent(unturned(id).toWellFormed()))
