/** A stretch of time in milliseconds. */
export interface Span {
  readonly from_at: number
  readonly to_at: number
}

/** What two lists of spans have in common, each in order and without overlaps of its own. */
export const common = (one: readonly Span[], other: readonly Span[]): Span[] =>
  one
    .flatMap((a) =>
      other.map((b) => ({ from_at: Math.max(a.from_at, b.from_at), to_at: Math.min(a.to_at, b.to_at) })),
    )
    .filter(({ from_at, to_at }) => from_at < to_at)

/** What is left of spans without others. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, { from_at, to_at }) =>
      left
        .flatMap((span) => [
          { from_at: span.from_at, to_at: Math.min(span.to_at, from_at) },
          { from_at: Math.max(span.from_at, to_at), to_at: span.to_at },
        ])
        .filter((span) => span.from_at < span.to_at),
    [...spans],
  )
}

/** How long spans last, in minutes. */
export const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from_at, to_at }) => sum + (to_at - from_at) / 60_000, 0)
