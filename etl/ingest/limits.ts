/** What no export of a service desk reaches: a file beyond these is not what it is taken for. */
export const mostBytes = 8 * 2 ** 30
export const mostRecords = 50_000_000
export const mostColumns = 2_000
export const mostCharactersInRecord = 16 * 2 ** 20
export const mostCharactersInCell = 2 ** 20
