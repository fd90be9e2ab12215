import { readFile } from 'node:fs/promises'

/**
 * Prints whether tonight's digest, in the file named first, says that a trend was newly called: `called=true` or
 * `called=false`. A night that found nothing new, as the file named second says, calls nothing again.
 */
const [path = '', ended = ''] = process.argv.slice(2)
const alerts = JSON.parse(await readFile(path, 'utf8')) as { called: number }
if (!Number.isInteger(alerts.called)) throw new Error(`${path} does not say how many trends were called`)
const { run } = JSON.parse(await readFile(ended, 'utf8')) as { run: string | null }
console.log(`called=${run !== null && alerts.called > 0}`)
