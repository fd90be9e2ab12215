/** Sizes of what is drawn, in the pixels of a page whose text is 16 pixels high. */
export const sizes = {
  /** A phone 375 pixels wide has so many between its margins. */
  widest: 340,
  /** A4 has so many. */
  widestOnPaper: 640,
  text: 15,
  line: 19,
  who: 13,
  whoLine: 18,
  label: 14,
  labelLine: 17,
  widestLabel: 84,
  /** How much wider bold letters are. */
  bold: 1.08,
  /** Between a box and its text; beside the text of a question its corners need more. */
  padding: 10,
  corner: 12,
  between: 18,
  lane: 12,
  arrow: 8,
  gap: 16,
} as const
