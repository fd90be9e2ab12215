/** What is hidden in the sample, for tests to find. Dates are local days; a size is tickets a week or a factor. */
export const stories = {
  asOf: '2026-11-20T17:00Z',

  /** A fault in one building's Wi-Fi: two short visits, then back for good and rising. */
  wifi: {
    service: 'Eduroam Wi-Fi',
    category: 'Network',
    subcategory: 'Wi-Fi drop-out',
    building: 'Garden Building',
    problem: 'PRB0040217',
    visits: [
      { from: '2026-02-09', to: '2026-02-20', tickets_a_week: 7 },
      { from: '2026-05-11', to: '2026-05-20', tickets_a_week: 6 },
    ],
    rising: { from: '2026-09-14', to: '2026-11-20', first_week_tickets: 5, more_each_week: 3 },
  },

  /** New print servers: the fault they were bought for falls to a third. */
  print_fix: {
    service: 'Printing',
    category: 'Printing',
    subcategory: 'Print queue stuck',
    changed_on: '2025-02-24',
    factor: 0.32,
  },

  /** A clean-up tool for slow computers, after which nothing was different. */
  no_effect: {
    service: 'Desktops & laptops',
    category: 'Hardware',
    subcategory: 'Slow computer',
    changed_on: '2026-02-16',
    factor: 1,
  },

  /** A month in which escalations waited much longer for an acknowledgement. */
  slipped_month: { month: '2026-10', factor: 3.4 },

  /** A month in which escalations, once acknowledged, lay untouched for much longer. */
  shallow_month: { month: '2026-03', factor: 5 },

  /** A month in which whoever escalated heard from us more seldom. */
  quiet_month: { month: '2026-10', factor: 5 },

  /** A month whose escalations were passed from the desk to the teams, with days in which nobody had them. */
  reshuffle: { month: '2026-05', share: 0.75, gap_working_days: 4 },

  /** Less satisfied than usual: with the Wi-Fi in its building while that fault rises, and with what was done in a slow month. */
  unhappy: { good_share: 0.88, wifi_good_share: 0.4, slipped_good_share: 0.3 },

  /** Someone leaves; most of what they held stays with their name on it. */
  leaver: {
    owner: 'Tomasz Wilk',
    team: 'Network Services',
    last_day: '2026-09-30',
    slow_from: '2026-06-15',
    orphaned_share: 0.75,
  },

  /** One bad morning for e-mail, with a crowd of tickets in a few hours. */
  outage: {
    service: 'Email & calendar',
    category: 'Email',
    subcategory: 'Cannot send or receive',
    day: '2025-11-18',
    tickets: 44,
    problem: 'PRB0040166',
  },
} as const

/** Two tickets opened in hours that London's clock repeats or skips, and how they must be read. */
export const clockChanges = [
  { wall: '2025-03-30T01:30', instant: '2025-03-30T01:30Z', flag: 'tz_gap' },
  { wall: '2025-10-26T01:30', instant: '2025-10-26T01:30Z', flag: 'tz_ambiguous' },
] as const
