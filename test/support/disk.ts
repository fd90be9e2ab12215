import { type Disk, disk } from '../../etl/effects.ts'

/** A disk that is pulled out before its nth step. */
export function dyingDisk(steps: number): Disk {
  let left = steps
  const dying =
    <A extends unknown[]>(work: (...given: A) => Promise<void>) =>
    (...given: A): Promise<void> => {
      if (left-- <= 0) throw new Error('killed')
      return work(...given)
    }
  return {
    folder: dying(disk.folder),
    write: dying(disk.write),
    seal: dying(disk.seal),
    move: dying(disk.move),
    link: dying(disk.link),
    remove: dying(disk.remove),
  }
}
