import { Refusal } from './refusal.ts'

const starts =
  (...bytes: number[]) =>
  (start: Uint8Array): boolean =>
    bytes.every((byte, index) => start[index] === byte)

export const isGzip = starts(0x1f, 0x8b)
export const isZip = starts(0x50, 0x4b, 0x03, 0x04)
/** The container of .xls, and of an .xlsx with a password. */
export const isOle = starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const isPdf = starts(0x25, 0x50, 0x44, 0x46, 0x2d)
const isUtf16BigEndian = starts(0xfe, 0xff)

const notText: readonly (readonly [(start: Uint8Array) => boolean, string])[] = [
  [isZip, 'it is a spreadsheet or a zip, not text: name it .xlsx, or unpack it'],
  [
    isOle,
    'it is an old Excel workbook (.xls) or one with a password, not text: save it as .xlsx without a password',
  ],
  [isPdf, 'it is a PDF, not text: export it as CSV'],
  [isGzip, 'it is gzip, not text: name it .csv.gz'],
  [isUtf16BigEndian, 'it is UTF-16 with the high byte first, which is not read: export it again as UTF-8'],
]

/** Throws `Refusal` where the first bytes of a file say that it is something else than text, and what to do with it. */
export function refuseWhatIsNoText(start: Uint8Array): void {
  const found = notText.find(([is]) => is(start))
  if (found) throw new Refusal('encoding', found[1])
}
