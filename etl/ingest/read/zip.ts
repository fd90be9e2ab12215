import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from '../refusal.ts'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const inExtra = 0xffffffff
const stored = 0
const deflated = 8

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly start: number
}

const damaged = (what: string) =>
  new Refusal(
    'unreadable',
    `it is no workbook, or a damaged one (${what}): open it in Excel and save it again as .xlsx`,
  )

/** Position of the record that ends a zip: the last one, a comment may follow it. */
function endOf(zip: Buffer): number {
  const mark = Buffer.from([0x50, 0x4b, 0x05, 0x06])
  const end = zip.subarray(-(0xffff + 22)).lastIndexOf(mark)
  const position = end < 0 ? -1 : Math.max(0, zip.length - (0xffff + 22)) + end
  if (position < 0 || position + 22 > zip.length || zip.readUInt32LE(position) !== endMark)
    throw damaged('its zip is cut off')
  return position
}

/** Numbers too large for their field, or so written by a tool that streams, stand in the entry's zip64 extra field. */
function zip64(extra: Buffer, fields: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return fields.map((field) => {
      if (field !== inExtra) return field
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return [...fields]
}

function entriesOf(zip: Buffer): Entry[] {
  const end = endOf(zip)
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  while (at < end && zip.readUInt32LE(at) === entryMark) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const nameEnd = at + 46 + (nameBytes ?? 0)
    const extraEnd = nameEnd + (extraBytes ?? 0)
    const fields = [24, 20, 42].map((offset) => zip.readUInt32LE(at + offset))
    const [bytes = 0, packedBytes = 0, start = 0] = zip64(zip.subarray(nameEnd, extraEnd), fields)
    if ((zip.readUInt16LE(at + 8) & 1) === 1) throw damaged('it is encrypted')
    entries.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packedBytes,
      bytes,
      start,
    })
    at = extraEnd + (commentBytes ?? 0)
  }
  if (entries.length !== zip.readUInt16LE(end + 10)) throw damaged('its zip has lost its list of parts')
  return entries
}

function unpack(zip: Buffer, { name, method, crc, packedBytes, bytes, start }: Entry): Buffer {
  if (zip.readUInt32LE(start) !== localMark) throw damaged(`part ${name} is not where its zip says`)
  const begin = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
  const packed = zip.subarray(begin, begin + packedBytes)
  if (method !== stored && method !== deflated) throw damaged(`part ${name} is packed in an unusual way`)
  // One byte more than stated is already too many: what a zip says of its sizes is not believed.
  const found = method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) })
  if (found.length !== bytes || crc32(found) !== crc) throw damaged(`part ${name} is not as it was packed`)
  return found
}

/**
 * The parts of a zip that `isWanted` asks for, by name. Its list of parts is believed for nothing but names: more than
 * `mostBytes` in all, or a part that is not as stated, is a `Refusal`.
 */
export function unzip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): ReadonlyMap<string, Buffer> {
  try {
    const wanted = entriesOf(zip).filter(({ name }) => isWanted(name))
    const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0)
    if (total > mostBytes) {
      throw new Refusal(
        'too_large',
        `it unpacks to ${Math.ceil(total / 2 ** 20)} MiB, more than the ${Math.floor(mostBytes / 2 ** 20)} MiB that a spreadsheet may: export it as CSV`,
      )
    }
    return new Map(wanted.map((entry) => [entry.name, unpack(zip, entry)]))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw damaged('its zip is damaged')
  }
}

/** Parts as a zip again, each stored as it is. */
export function* zipped(parts: ReadonlyMap<string, Buffer>): Generator<Buffer> {
  const directory: Buffer[] = []
  let position = 0
  for (const [name, bytes] of parts) {
    const nameBytes = Buffer.from(name)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(bytes), 0)
    sizes.writeUInt32LE(bytes.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    sizes.writeUInt16LE(nameBytes.length, 12)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(localMark, 0)
    local.writeUInt16LE(20, 4)
    sizes.copy(local, 14)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(entryMark, 0)
    entry.writeUInt16LE(20, 6)
    sizes.copy(entry, 16)
    entry.writeUInt32LE(position, 42)
    directory.push(entry, nameBytes)
    yield* [local, nameBytes, bytes]
    position += 30 + nameBytes.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(position, 16)
  yield* [...directory, end]
}
