/** The one line that a mail is known by: what is new, and how much is to be decided. */
import type { Manifest } from '../../data/contract.ts'
import { instant } from '../words/date.ts'
import { number } from '../words/number.ts'
import type { News } from './news.ts'

const mostLetters = 78

export type Told = {
  manifest: Manifest
  news: News | null
  decisions: number
  /** Whether a source is out of date or a check found something. */
  isDoubtful: boolean
}

const counted = (many: number, words: string): string[] => (many === 0 ? [] : [`${number(many)} ${words}`])

const none: News = { slipped: [], rising: [], falling: [], ended: [] }

const isNothing = (news: News): boolean => Object.values(news).every(({ length }) => length === 0)

/** What it may say, what matters most first. */
const piecesOf = ({ news, decisions, isDoubtful }: Told): string[] => {
  const { slipped, rising, falling, ended } = news ?? none
  return [
    ...(isDoubtful ? ['figures in doubt'] : []),
    ...(news !== null && isNothing(news) ? ['nothing new'] : []),
    ...counted(slipped.length, 'slipped'),
    ...counted(rising.length, 'rising'),
    decisions === 0 ? 'nothing to decide' : `${number(decisions)} to decide`,
    ...counted(falling.length, 'falling'),
    ...counted(ended.length, 'ended'),
  ]
}

const withinLength = (head: string, pieces: readonly string[]): string =>
  pieces.reduce((line, piece, place) => {
    const longer = `${line}${place === 0 ? ' ' : ', '}${piece}`
    return longer.length > mostLetters ? line : longer
  }, head)

/** At most 78 letters of ASCII, so that it goes into a header as it stands. */
export const subjectOf = (told: Told): string => {
  const { known_until, institution, is_sample } = told.manifest
  const day = instant(known_until, institution.timezone).replace(/, .*$/, '').replaceAll('\u00a0', ' ')
  return withinLength(`${is_sample ? '[Sample] ' : ''}Escalations, ${day}:`, piecesOf(told))
}
