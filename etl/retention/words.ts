/** `1 file`, `1,234 files` */
export const files = (count: number): string =>
  `${count.toLocaleString('en-GB')} file${count === 1 ? '' : 's'}`

/** `1 record`, `2 records` */
export const records = (count: number): string =>
  `${count.toLocaleString('en-GB')} record${count === 1 ? '' : 's'}`
