/** That a number is of all teams, where there is more than one: a list below it may be limited to some. */

type Item = { team: string | null }

export const hasTeams = (items: readonly Item[]): boolean => new Set(items.map(({ team }) => team)).size > 1

/** " of all teams"; empty where there is one. */
export const ofAllTeams = (items: readonly Item[]): string => (hasTeams(items) ? ' of all teams' : '')
