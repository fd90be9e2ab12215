import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'owner-load',
  definition: {
    title: 'Owner load',
    sentence:
      'How the open items lie on people and teams now, how old they are, and whether more arrive than leave.',
    how: [
      'Open items are those that are not resolved, closed or cancelled. Each counts for its present owner, if a person is named; shared mailboxes and automatic accounts are no owners, and neither is anyone who has left. Where the name of an owner was erased, the item is owned, and counts in no one’s load.',
      'The concentration is told by the fewest people who together hold more than half of the owned open items, and by Gini’s index over the people with at least one open item. With fewer than five people there is no distribution. Teams with fewer than five people are shown together as “small teams”.',
      'Who is merely taken for the owner because they answered counts in no one’s load; how many open items have only such an owner is told apart. Overdue are open tickets past the resolution target of their level.',
      'Arrivals, departures and the open items at a week’s end are those of the daily backlog, which balances: open = open before + arrived + reopened + transferred in − transferred out − closed.',
      'It is made to balance work, not to appraise anyone: no one’s speed is computed and no one is ranked. Who holds what is not shown, unless the institution has assessed that it may be.',
    ],
    good: 'neutral',
    method: 'Gini (1912)',
  },
  observes: [],
  needs: [
    { item_kind: 'ticket', all: ['owner', 'status'] },
    { item_kind: 'escalation', all: ['owner', 'status'] },
  ],
}
