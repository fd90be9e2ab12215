/** What bytes say, however they say it: as they are, as UTF-16, and as what percent signs, entities, base64 and such stand for. */

const isHidden = /%[0-9a-f]{2}|&#|\\u00|=\r?\n|=[0-9a-f]{2}/
const character = (code: string, radix: number): string => {
  const point = Number.parseInt(code, radix)
  return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : ''
}

/** The text with its escapes resolved: of addresses, of HTML, of JSON and of quoted-printable. */
const resolved = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/[%=]([0-9a-f]{2})/g, (_, code: string) => character(code, 16))
    .replace(/&#x([0-9a-f]{1,6});?/g, (_, code: string) => character(code, 16))
    .replace(/&#(\d{1,7});?/g, (_, code: string) => character(code, 10))
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => character(code, 16))

/** The bytes that runs of base64 stand for, from each place where a group of four may begin. */
const unpacked = (text: string): string[] =>
  (text.match(/(?:[A-Za-z0-9+/_-]{8,}(?:\r?\n)?)+/g) ?? []).flatMap((run) => {
    const whole = run.replace(/\s/g, '')
    return [0, 1, 2, 3].map((from) => Buffer.from(whole.slice(from), 'base64').toString('latin1'))
  })

const hexadecimal = (text: string): string[] =>
  (text.match(/(?:[0-9a-f]{2}){8,}/gi) ?? []).map((run) => Buffer.from(run, 'hex').toString('latin1'))

/** All that the bytes may be read as, in small letters. */
export function* viewsOf(bytes: Buffer): Generator<string> {
  const text = bytes.toString('latin1')
  const small = text.toLowerCase()
  yield small
  if (text.includes('\0')) yield small.replaceAll('\0', '')
  if (isHidden.test(small)) yield resolved(small).toLowerCase()
  // digits parted as people write them
  yield small.replace(/(?<=\d)[ .()-]{1,2}(?=\d)/g, '')
  yield unpacked(text).join('\n').toLowerCase()
  yield hexadecimal(text).join('\n').toLowerCase()
}
