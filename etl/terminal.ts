import { printable } from '../data/shared/printable.ts'
import { disk, type Effects } from './effects.ts'

/** The effects of a real run: the log goes to standard output, progress to a terminal only. */
export function realEffects(): Effects {
  const terminal = process.stderr.isTTY ? process.stderr : null
  const clear = (): void => {
    terminal?.write('\r\x1b[K')
  }
  return {
    now: () => new Date(),
    log: (line) => {
      clear()
      // a cell or a name that stands in a message must not drive a terminal
      console.log(line.split('\n').map(printable).join('\n'))
    },
    progress: (line) => {
      clear()
      terminal?.write(printable(line).slice(0, (terminal.columns ?? 80) - 1))
    },
    disk,
  }
}
