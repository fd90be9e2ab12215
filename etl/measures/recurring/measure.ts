import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'recurring',
  definition: {
    title: 'Recurring issues',
    sentence: 'Which issues come back, how often, for how many people, and whether they rise.',
    how: [
      'Tickets that say the same are one group. Addresses, numbers, dates, user names, persons with a title and the places that tickets name are taken out of the subject first. Tickets join in the order in which they were opened: each the group whose words are most like its own, if they are like enough, else it founds one; none moves later. Rare words count for more than common ones, and words of the same meaning for one. Where there is no subject, tickets of the same category, subcategory and item are a group; so are those of services that the settings never group by text.',
      'A group is a recurring issue once it has reached three tickets from two requesters within any 28 days (both numbers are settings); where no requester is known, the second condition falls away. Its members are all its tickets. It is active while it has a ticket in the last 28 days.',
      'An issue is called by words of the trade that at least half of its first tickets have, and that at least five people used in some ticket; of words that mean the same, one stands for all. It gets its name between its fifth and its twentieth ticket, and keeps it. Before that, and where there are no such words, it is an issue in the category of most of its first tickets.',
      'Rising or falling is told every night, of each issue and category with ten tickets or more: its tickets of the last 28 days out of all tickets of those days, against the same of the 84 days before, or as many of them as the records hold, 28 at least. That is how a season that all tickets share cancels. It is called only where chance alone would seldom do as much, given how many are asked about at once: about one in twenty of what is called on a night may be chance, four of five such for rising, and, where last year is known, if it is also more (or less) than in the eight weeks around the same weeks of term then, and than in each 28 days of those; else it is usual for the time of year. Called in two windows running it is sustained. Tickets under a major incident count once, with it. A source counts while it is known, and once it has been for as long as all that is compared; cancelled tickets count, as they did when they came.',
      'A call stands from the night that first made it. If it ends and comes again within four weeks, it never ended. The days to the call are those from the first ticket of the issue to the first time it was called rising.',
      'The share escalated is that of its tickets that an escalation names. The time between tickets is the median.',
    ],
    good: 'neutral',
    method:
      'Token similarity with weights by rarity (Spärck Jones 1972); conditional test of two Poisson rates (Przyborowski and Wilenski 1940), by mid-p-values (Lancaster 1961); false discovery rate by Benjamini and Hochberg (1995), with weights (Genovese, Roeder and Wasserman 2006).',
  },
  observes: [],
  needs: [
    { item_kind: 'ticket', all: ['subject', 'requester'], bounds: ['subject'] },
    {
      item_kind: 'ticket',
      all: ['category', 'subcategory', 'requester'],
      bounds: ['category', 'subcategory'],
    },
  ],
}
