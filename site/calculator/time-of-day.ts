/** A time of day as people type it. */

const shape = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?$/

/** Minutes since midnight: "14:05", "14.05", "1405", "9", "2pm", "2:05 p.m."; null where it is none. */
export const minutesOf = (typed: string): number | null => {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/([ap])\.?m\.?$/, '$1m')
  const [, hours = '', minutes = '0', half] = shape.exec(text) ?? []
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (hours === '' || minute > 59) return null
  if (half === undefined) return hour > 23 ? null : hour * 60 + minute
  if (hour < 1 || hour > 12) return null
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute
}
