import { shown, wrapped } from '../../inspect/text.ts'
import { fact, spansText } from '../clocks.ts'
import { elapsed, working } from '../local-time.ts'
import { common, minutesOf, type Span, without } from '../spans.ts'
import type { OwnerStretch, Story } from '../story.ts'

const lasting = ({ from_at, to_at }: OwnerStretch, until: number): Span => ({
  from_at,
  to_at: to_at ?? until,
})

/** The stretches in which the item should have had a named owner, and had none. */
export function ownerless({ open, owned, owners, item }: Story): Span[] {
  if (owned?.window_from_at == null) return []
  const window = common(open, [{ from_at: owned.window_from_at, to_at: item.known_until }])
  const named = owners.filter(({ is_assumed }) => !is_assumed).map((one) => lasting(one, item.known_until))
  return without(window, named)
}

function ownerText(stretch: OwnerStretch, { time }: Story): string {
  const { owner, to_at, is_assumed, is_ended_by_leaving } = stretch
  const until =
    to_at === null ? 'and still' : `to ${time.at(to_at)}${is_ended_by_leaving ? ', on leaving' : ''}`
  const note = is_assumed ? ' (assumed, from who answered: does not count)' : ''
  return `${shown(owner)}: ${time.at(stretch.from_at)} ${until}${note}`
}

function whyUntold({ owned, item, settings }: Story): string {
  if (owned === null || owned.is_unowned_now === null) return 'Cannot be told: no source of it names owners.'
  if (item.is_first_seen_under_way)
    return 'Cannot be told: it was under way when it was first seen, so who owned it before is not known.'
  return `Does not count: it must have an owner from its acknowledgement on, or ${settings.owner_within.words} after it began, and that had not come before it was done or as far as it is known.`
}

function verdict(story: Story): string {
  const { owned } = story
  if (owned === null || owned.is_always_owned === null) return whyUntold(story)
  if (owned.is_always_owned && owned.window_minutes === 0)
    return 'It counts as owned: there was no time in which it had to have an owner.'
  if (owned.is_always_owned) return 'It had a named owner all the time.'
  return owned.is_unowned_now
    ? 'It was not owned all the time, and nobody owns it now.'
    : 'It was not owned all the time.'
}

function windowText({ owned, item, time, settings }: Story): string | null {
  if (owned?.window_from_at == null || owned.is_always_owned === null) return null
  const why =
    owned.window_from_at === item.acknowledged_at
      ? 'when it was acknowledged'
      : `${settings.owner_within.words} after it began`
  return `from ${time.at(owned.window_from_at)}, ${why}, while it was not done`
}

/** Whether a named owner was there throughout: from when to when it counts, who, and the stretches with nobody. */
export function ownedLines(story: Story): string[] {
  const { owned, owners, time } = story
  const gaps = ownerless(story)
  const hasGaps = gaps.length > 0 && owned?.is_always_owned === false
  const business = owned?.unowned_business_minutes
  const ofThose = business == null ? '' : `, of those ${working(business)} in service hours`
  return [
    ...wrapped(verdict(story)),
    ...fact('counts', windowText(story)),
    ...owners.flatMap((stretch) => fact('owner', ownerText(stretch, story))),
    ...fact('nobody', hasGaps ? spansText(gaps, time) : null),
    ...fact('without an owner', hasGaps ? `${elapsed(minutesOf(gaps))}${ofThose}` : null),
    ...fact(
      'left out',
      owned?.is_always_owned != null && owned.unowned_minutes === null
        ? 'its minutes: a time of it is known by its day, or as a bound, alone'
        : null,
    ),
  ]
}
