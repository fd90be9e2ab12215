import { type Disk, disk } from '../../etl/effects.ts'

type Step = keyof Disk

/** A disk of which every step goes through `around`, which is told what it is and does it, or not. */
export function watchedDisk(
  around: (step: Step, given: readonly unknown[], work: () => Promise<void>) => Promise<void>,
): Disk {
  const watched =
    <A extends unknown[]>(step: Step, work: (...given: A) => Promise<void>) =>
    (...given: A): Promise<void> =>
      around(step, given, () => work(...given))
  return {
    folder: watched('folder', disk.folder),
    write: watched('write', disk.write),
    seal: watched('seal', disk.seal),
    settle: watched('settle', disk.settle),
    copy: watched('copy', disk.copy),
    move: watched('move', disk.move),
    link: watched('link', disk.link),
    remove: watched('remove', disk.remove),
  }
}

/** A disk that is pulled out before its nth step. */
export function dyingDisk(steps: number): Disk {
  let left = steps
  return watchedDisk(async (_step, _given, work) => {
    if (left-- <= 0) throw new Error('killed')
    await work()
  })
}

/** A disk that is pulled out as soon as a file was moved to a path that matches. */
export function dyingAfter(path: RegExp): Disk {
  let isGone = false
  return watchedDisk(async (step, given, work) => {
    if (isGone) throw new Error('killed')
    await work()
    isGone = step === 'move' && path.test(String(given[1]))
  })
}
