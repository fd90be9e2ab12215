import { describe, expect, test } from 'vitest'
import type { Chart } from '../../../data/contract.ts'
import { verdict } from '../../../site/sentences/verdict.ts'
import { base, beyond, breaks, month, of, rare, segment, twice, week } from '../charted.ts'
import { plain } from '../plain.ts'

describe('what is said of the latest period', () => {
  test.each<[string, ReturnType<typeof of>, string | null]>([
    ['no chart', of(month, null), null],
    ['no complete period', of(month, { latest: null }), null],
    [
      'within limits',
      of(month, {}),
      'October 2026 lies within the usual range, 48 % to 100 %: nothing can be read into it alone.',
    ],
    [
      'within limits, by week',
      of(week, {}),
      'The week of 9 Nov 2026 lies within the usual range, 48 % to 100 %: nothing can be read into it alone.',
    ],
    [
      'within limits, of a hundred',
      of(
        week,
        {
          segments: [
            { ...segment(25)[0], lower: 1.2, upper: 6.51, is_provisional: false },
          ] as Chart['segments'],
        },
        42,
        'per_100',
      ),
      'The week of 9 Nov 2026 lies within the usual range, 1.2 to 6.5 in 100: nothing can be read into it alone.',
    ],
    ['within usual, without limits', of(month, { segments: [] }), 'October 2026 is as usual.'],
    [
      'very few items',
      of(month, {}, 3),
      'In October 2026 there were 3 escalations: too few to read anything into.',
    ],
    ['one item', of(month, {}, 1), 'In October 2026 there was 1 escalation: too few to read anything into.'],
    [
      'slipped, beyond the limit',
      breaks(month, 'beyond_limit', 'down', 'concerning', beyond),
      'October 2026: below the usual range of 48 % to 100 %. Chance alone seldom does that: it has slipped.',
    ],
    [
      'slipped upwards, where low is good',
      breaks(month, 'beyond_limit', 'up', 'concerning', beyond),
      'October 2026: above the usual range of 48 % to 100 %. Chance alone seldom does that: it has slipped.',
    ],
    [
      'slipped by a run, two running',
      breaks(month, 'shift', 'down', 'concerning', twice),
      'October 2026: seven or more months in a row below the usual middle. The month before showed a sign of getting worse too: it has slipped.',
    ],
    [
      'slipped by week, two running',
      breaks(week, 'two_of_three', 'down', 'concerning', twice),
      'The week of 9 Nov 2026: two of three weeks near the lower end of the usual range, or beyond. The week before showed a sign of getting worse too: it has slipped.',
    ],
    [
      'a sign of worse, a run',
      breaks(month, 'shift', 'down', 'concerning'),
      'October 2026: seven or more months in a row below the usual middle. It is a sign of getting worse, and not strong enough to say that it has slipped.',
    ],
    [
      'a sign of worse, a fall',
      breaks(month, 'trend', 'down', 'concerning'),
      'October 2026: six or more months in a row, each lower. It is a sign of getting worse, and not strong enough to say that it has slipped.',
    ],
    [
      'a sign of worse, a rise by week',
      breaks(week, 'trend', 'up', 'concerning'),
      'The week of 9 Nov 2026: six or more weeks in a row, each higher. It is a sign of getting worse, and not strong enough to say that it has slipped.',
    ],
    [
      'better, beyond the limit',
      breaks(month, 'beyond_limit', 'up', 'improving'),
      'October 2026: above the usual range of 48 % to 100 %. Chance alone seldom does that: it is better than usual.',
    ],
    [
      'better, a run',
      breaks(month, 'shift', 'up', 'improving'),
      'October 2026: seven or more months in a row above the usual middle. It is a sign of getting better, and not strong enough to say that it is better than usual.',
    ],
    [
      'better, near the end',
      breaks(month, 'two_of_three', 'up', 'improving'),
      'October 2026: two of three months near the upper end of the usual range, or beyond. It is a sign of getting better, and not strong enough to say that it is better than usual.',
    ],
    [
      'neutral, higher',
      breaks(month, 'beyond_limit', 'up', 'changed_up'),
      'October 2026: above the usual range of 48 % to 100 %. Chance alone seldom does that: it is higher than usual, which is neither better nor worse in itself.',
    ],
    [
      'neutral, lower',
      breaks(month, 'trend', 'down', 'changed_down'),
      'October 2026: six or more months in a row, each lower. It is a sign of falling, which is neither better nor worse in itself, and not strong enough to say that it is lower than usual.',
    ],
    [
      'neutral never slips',
      breaks(month, 'shift', 'down', 'changed_down', beyond),
      'October 2026: seven or more months in a row below the usual middle. It is a sign of falling, which is neither better nor worse in itself, and not strong enough to say that it is lower than usual.',
    ],
    [
      'a rule that no signal shows',
      of(month, { variation: 'improving', rule: 'shift' }),
      'October 2026 is not as usual. It is a sign of getting better, and not strong enough to say that it is better than usual.',
    ],
    [
      'few, as few as usual',
      of(month, rare('kept', 1, 44)),
      'In October 2026 it was 1 of 42 escalations, where about 2 would be usual: that is within what chance alone does.',
    ],
    [
      'few, where fewer would be usual',
      of(month, rare('kept', 1, 12)),
      'In October 2026 it was 1 of 42 escalations, where fewer than 1 would be usual: that is within what chance alone does.',
    ],
    [
      'none, where none would be usual',
      of(month, rare('kept', 0, 0)),
      'In October 2026 it was none of 42 escalations, where none would be usual: that is within what chance alone does.',
    ],
    [
      'all but one',
      of(month, rare('not_kept', 1, 5)),
      'In October 2026 it was all but 1 of 42 escalations, where all or all but 1 would be usual: that is within what chance alone does.',
    ],
    [
      'all',
      of(month, rare('not_kept', 0, 50)),
      'In October 2026 it was all of 42 escalations, where all but about 2 would be usual: that is within what chance alone does.',
    ],
    [
      'few, and slipped',
      of(month, rare('not_kept', 9, 50, { variation: 'concerning', slipped: 'comparison' })),
      'In October 2026 it was all but 9 of 42 escalations, where all but about 2 would be usual. Chance alone seldom does that: it has slipped.',
    ],
    [
      'few, a sign of worse',
      of(month, rare('kept', 6, 50, { variation: 'concerning' })),
      'In October 2026 it was 6 of 42 escalations, where about 2 would be usual. It is a sign of getting worse, and not strong enough to say that it has slipped.',
    ],
    [
      'few, better',
      of(month, rare('kept', 6, 50, { variation: 'improving' }, 0.003)),
      'In October 2026 it was 6 of 42 escalations, where about 2 would be usual. Chance alone seldom does that: it is better than usual.',
    ],
    [
      'few, a sign of better',
      of(month, rare('kept', 6, 50, { variation: 'improving' }, 0.008)),
      'In October 2026 it was 6 of 42 escalations, where about 2 would be usual. It is a sign of getting better, and not strong enough to say that it is better than usual.',
    ],
    [
      'few, neutral and higher',
      of(month, rare('kept', 6, 50, { variation: 'changed_up' }, 0.003)),
      'In October 2026 it was 6 of 42 escalations, where about 2 would be usual. Chance alone seldom does that: it is higher than usual, which is neither better nor worse in itself.',
    ],
    [
      'few, without a past',
      of(month, {
        ...rare('kept', 6, 0),
        comparison: {
          of: 'kept',
          later: { count: 6, exposure: 42 },
          earlier: { count: 0, exposure: 0 },
          p_higher: 1,
          p_lower: 1,
        },
      }),
      'In October 2026 it was 6 of 42 escalations: that is within what chance alone does.',
    ],
    [
      'too early, and when',
      of(month, { variation: 'not_yet', segments: segment(7), told_from: '2027-03-01' }),
      'Too early to tell what is chance: that takes 13 complete months, and there are 7 so far. The thirteenth is March 2027 at the earliest.',
    ],
    [
      'too early, by week',
      of(week, { variation: 'not_yet', segments: segment(1), told_from: '2027-02-01' }),
      'Too early to tell what is chance: that takes 13 complete weeks, and there is 1 so far. The thirteenth is the week of 1 Feb 2027 at the earliest.',
    ],
    [
      'too early, nobody knows when',
      of(month, { variation: 'not_yet', segments: segment(7) }),
      'Too early to tell what is chance: that takes 13 complete months, and there are 7 so far.',
    ],
    [
      'too early since a change',
      of(month, { variation: 'not_yet', segments: [...base.segments, ...segment(2, ['A new form'])] }),
      'Too early to tell what is chance: that takes 13 complete months since “A new form”, and there are 2 so far.',
    ],
    [
      'too early, nothing since a change',
      of(month, { variation: 'not_yet', segments: segment(0, ['A new form']) }),
      'Too early to tell what is chance: that takes 13 complete months since “A new form”, and there are none so far.',
    ],
    [
      'too early, without a stretch',
      of(month, { variation: 'not_yet', segments: [] }),
      'Too early to tell what is chance: that takes 13 complete months, and there is 1 so far.',
    ],
  ])('%s', (_, given, sentence) => {
    expect(plain(verdict(given))).toBe(sentence)
  })
})
