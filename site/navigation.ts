/** The pages of each audience, in the order of its navigation. */

export type Audience = 'staff' | 'leadership' | 'operations'
export type Entry = { path: string; label: string }

const pages: Record<Audience, Entry[]> = {
  staff: [
    { path: '/', label: 'The procedure' },
    { path: '/escalate/', label: 'Escalate an issue' },
    { path: '/flowchart/', label: 'Flowchart' },
    { path: '/service-levels/', label: 'Service levels' },
    { path: '/performance/', label: 'How promises are kept' },
  ],
  operations: [
    { path: '/', label: 'Escalations' },
    { path: '/tickets/', label: 'Tickets past target' },
    { path: '/data/', label: 'Data' },
    { path: '/check/', label: 'Check a file' },
    { path: '/definitions/', label: 'Definitions' },
  ],
  leadership: [
    { path: '/', label: 'Promises' },
    { path: '/escalations/', label: 'Escalations' },
    { path: '/recurring/', label: 'Recurring issues' },
    { path: '/owner-load/', label: 'Owner load' },
    { path: '/teams/', label: 'Teams' },
    { path: '/improvements/', label: 'Improvements' },
    { path: '/brief/', label: 'Brief' },
    { path: '/data/', label: 'Data' },
    { path: '/definitions/', label: 'Definitions' },
  ],
}

/** The audience that this site is built for. */
export const audience = (): Audience => {
  const { AUDIENCE } = process.env
  return AUDIENCE === 'staff' || AUDIENCE === 'operations' ? AUDIENCE : 'leadership'
}

/** Its pages. */
export const navigation = (of: Audience): Entry[] => pages[of]

/** Measures whose page is made for them alone; every other has the one that all share. */
export const ownPages: readonly string[] = ['owner-load', 'recurring', 'improvements']

/** The page of a measure on the leadership site. */
export const measurePath = (id: string): string => `/${id}/`
