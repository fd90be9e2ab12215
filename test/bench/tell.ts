/** What a measured process says of itself, in its last line (`Told`); `records` is how many it read or made. */
export const tell = (began: number, records: number, more: object = {}): void =>
  console.log(
    JSON.stringify({
      seconds: (performance.now() - began) / 1000,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      records,
      ...more,
    }),
  )
