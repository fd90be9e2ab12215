/** The institution's accent colour, made readable on both papers. */

const fallback = '#0b5c66'
const papers = { light: '#ffffff', dark: '#15171a' }
/** WCAG 2.2 AA asks 4.5 for text; more reads better, and light on dark needs more than dark on light. */
const enough = { light: 5.2, dark: 7 }

type Rgb = readonly [number, number, number]

const parse = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]
const format = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const linear = (part: number): number => {
  const value = part / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** Contrast ratio of two `#rrggbb` colours by WCAG 2.2, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

const readableOn = (scheme: 'light' | 'dark', accent: string): string => {
  const ink = parse(scheme === 'light' ? '#000000' : '#ffffff')
  for (let step = 0; step <= 20; step++) {
    const candidate = format(mix(parse(accent), ink, step / 20))
    if (contrast(candidate, papers[scheme]) >= enough[scheme]) return candidate
  }
  return format(ink)
}

/**
 * The accent for light and for dark paper, as near to the given `#rrggbb` as contrast allows.
 * Null or anything else than `#rrggbb` gives the project's own.
 */
export const accents = (given: string | null): { light: string; dark: string } => {
  const accent = given !== null && /^#[0-9a-f]{6}$/i.test(given) ? given : fallback
  return { light: readableOn('light', accent), dark: readableOn('dark', accent) }
}

/** The style sheet that sets the accent's custom properties. */
export const accentCss = (given: string | null): string => {
  const { light, dark } = accents(given)
  return `:root{--accent-on-light:${light};--accent-on-dark:${dark}}`
}
