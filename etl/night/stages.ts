import type { Effects } from '../effects.ts'

/** Times the stages of a run, and says on the terminal where it is. */
export class Stages {
  readonly #effects: Effects
  readonly #done: { name: string; seconds: number }[]

  /** `done`: those that were over before. */
  constructor(effects: Effects, done: readonly { name: string; seconds: number }[] = []) {
    this.#effects = effects
    this.#done = [...done]
  }

  get done(): readonly { name: string; seconds: number }[] {
    return this.#done
  }

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = this.#effects.now().getTime()
    this.#effects.progress(`${name} …`)
    const result = await work()
    const seconds = Math.max(0, (this.#effects.now().getTime() - began) / 1000)
    this.#done.push({ name, seconds })
    this.#effects.log(`${name.padEnd(10)} ${seconds.toFixed(1)} s`)
    return result
  }
}
