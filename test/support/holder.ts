import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const lock = resolve(import.meta.dirname, '../../etl/db/lock.ts')

/** Another process that holds the lock of the installation in `dir`; resolves to what kills it. */
export async function holdLock(dir: string): Promise<() => Promise<void>> {
  const program = `import { takeLock } from ${JSON.stringify(lock)}
await takeLock(${JSON.stringify(dir)})
console.log('held')
setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}
