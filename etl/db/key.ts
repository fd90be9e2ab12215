import { createHash } from 'node:crypto'
import type { Database } from './database.ts'

const blockBytes = 64

/** The secret as HMAC takes it (RFC 2104), each byte xor-ed with `pad`. */
function padded(secret: Buffer, pad: number): string {
  const short = secret.length > blockBytes ? createHash('sha256').update(secret).digest() : secret
  return Buffer.from(Array.from({ length: blockBytes }, (_, index) => (short[index] ?? 0) ^ pad)).toString(
    'hex',
  )
}

/** Gives the macro `keyed` of this connection its secret, which is written nowhere. */
export async function setKey(database: Database, secret: Buffer): Promise<void> {
  await database.run('set variable inner_pad = unhex($pad)', { pad: padded(secret, 0x36) })
  await database.run('set variable outer_pad = unhex($pad)', { pad: padded(secret, 0x5c) })
}
