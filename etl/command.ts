import { UsageError } from './config/errors.ts'
import type { Effects } from './effects.ts'
import { realEffects } from './terminal.ts'
import { toldUnforeseen } from './unforeseen.ts'

/**
 * Runs a command line: `read` makes options of its words (null: it asks for help), `work` does it and resolves to the
 * exit code. Wrong usage is said and is 2; what nobody foresaw is shown with its stack, without the cells it quotes, and is 1.
 */
export async function runCommand<Options>(
  help: string,
  read: (words: readonly string[]) => Options | null,
  work: (options: Options, effects: Effects) => Promise<number>,
): Promise<void> {
  try {
    const options = read(process.argv.slice(2))
    if (options === null) console.log(help)
    else process.exitCode = await work(options, realEffects())
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : toldUnforeseen(error))
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
