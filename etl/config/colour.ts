const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Relative luminance by WCAG 2.2, 0 black to 1 white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of a colour on white, 1 to 21. */
export const contrastOnWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)

/** The same hue, as dark as it must be to reach a contrast on white. */
export function darkened(colour: string, contrast: number): string {
  for (let percent = 99; percent > 0; percent -= 1) {
    const darker = channels(colour).map((value) => Math.floor((value * percent) / 100))
    const text = `#${darker.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (contrastOnWhite(text) >= contrast) return text
  }
  return '#000000'
}
