import { readFile } from 'node:fs/promises'

/** Prints whether the digest in the file named says that a trend was newly called: `called=true` or `called=false`. */
const [path = ''] = process.argv.slice(2)
const alerts = JSON.parse(await readFile(path, 'utf8')) as { called: number }
if (!Number.isInteger(alerts.called)) throw new Error(`${path} does not say how many trends were called`)
console.log(`called=${alerts.called > 0}`)
