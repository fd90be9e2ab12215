/** Run in a thread of its own, so that it is heard while a build is busy: ends the process when its standard input ends. */
import { Socket } from 'node:net'

const input = new Socket({ fd: 0, readable: true, writable: false })
const end = (): void => {
  process.kill(process.pid, 'SIGKILL')
}
input.once('close', end)
input.once('error', end)
input.resume()
