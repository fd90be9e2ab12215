/** Which teams need help, in words. */
import type { Balance, Departure, Unowned } from '../teams.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'
import { items } from '../words/value.ts'

const mostTitles = 3

/** "Network (Acknowledged and Effort)" */
const withFigures = (team: string, worse: readonly Departure[]): string => {
  const titles = [...new Set(worse.filter((one) => one.team === team).map(({ title }) => title))]
  return titles.length > mostTitles
    ? `${team} (in ${number(titles.length)} measures)`
    : `${team} (${list(titles)})`
}

const worseSentence = (all: readonly Departure[], isJudged: boolean): string => {
  if (!isJudged)
    return 'Whether a team stands apart cannot be told: that takes five teams with 30 items each.'
  const worse = all.filter(({ isWorse }) => isWorse === true)
  const teams = [...new Set(worse.map(({ team }) => team))]
  if (teams.length === 0) return 'No team is worse off in any figure than is usual among the teams.'
  const named = teams.map((team) => withFigures(team, worse)).join('; ')
  return `${sentenceCase(count(teams.length, 'team'))} may need help, being worse off than is usual among the teams: ${named}.`
}

const pilingSentence = (piling: readonly Balance[] | null): string => {
  if (piling === null) return 'Whether work piles up cannot be told.'
  if (piling.length === 0) return 'At no team did clearly more tickets arrive than left in the last 28 days.'
  const teams = piling.map(
    ({ team, arrived, departed }) =>
      `at ${team} ${items(arrived, 'ticket')} arrived and ${number(departed)} left`,
  )
  return `Work piles up: in the last 28 days ${list(teams)}.`
}

/** "Most of the open tickets have no owner at Service Desk (28 of 34)." */
export const unownedSentence = (teams: readonly Unowned[]): string | null =>
  teams.length === 0
    ? null
    : `Most of the open tickets have no owner at ${list(teams.map(({ team, open, unowned }) => `${team} (${number(unowned)} of ${number(open)})`))}.`

/** Who stands apart for the worse, and where work piles up. */
export const teamsSentences = (
  all: readonly Departure[],
  piling: readonly Balance[] | null,
  isJudged: boolean,
): string[] => [
  worseSentence(all, isJudged),
  ...(all.length > 0 ? ['Of what stands apart, about one in twenty does so by chance.'] : []),
  pilingSentence(piling),
]
