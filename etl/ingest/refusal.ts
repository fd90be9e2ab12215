import { Refusal } from '../../data/shared/refusal.ts'

export { Refusal }

export const notAFile = (): Refusal =>
  new Refusal(
    'not_a_file',
    'not an ordinary file (a folder, a link, a pipe or a device): put the export itself into the inbox',
  )
