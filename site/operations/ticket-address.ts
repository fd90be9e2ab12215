/** The address of a ticket in the tool that holds it; null where the tool has none. `url` has `{id}` in place of the number. */
export const ticketAddress = (url: string | null, id: string): string | null =>
  url === null || !/^https?:\/\//.test(url)
    ? null
    : url.replaceAll('{id}', encodeURIComponent(id.toWellFormed()))
