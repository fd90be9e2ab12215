/** The pages of each audience, in the order of its navigation. */

export type Audience = 'staff' | 'leadership'
export type Entry = { path: string; label: string }

const pages: Record<Audience, Entry[]> = {
  staff: [
    { path: '/', label: 'The procedure' },
    { path: '/escalate/', label: 'Escalate an issue' },
    { path: '/definitions/', label: 'Definitions' },
  ],
  leadership: [
    { path: '/', label: 'Promises' },
    { path: '/acknowledged/', label: 'Acknowledged' },
    { path: '/owner-load/', label: 'Owner load' },
    { path: '/recurring/', label: 'Recurring issues' },
    { path: '/data/', label: 'Data' },
    { path: '/definitions/', label: 'Definitions' },
  ],
}

/** The audience that this site is built for. */
export const audience = (): Audience => (process.env.AUDIENCE === 'staff' ? 'staff' : 'leadership')

/** Its pages. */
export const navigation = (of: Audience): Entry[] => pages[of]

/** The page of a measure on the leadership site, null where it has none yet. */
export const measurePath = (id: string): string | null =>
  pages.leadership.find((entry) => entry.path === `/${id}/`)?.path ?? null
