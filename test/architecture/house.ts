import { arrows } from './arrows.ts'
import { readSql, sqlArrows } from './sql-arrows.ts'
import { type HouseFile, readTree } from './tree.ts'

/** A file that goes against a rule of the house. */
export interface Breach {
  readonly rule: string
  readonly file: string
  readonly reads: string
}

export const rules: readonly string[] = [...arrows, ...sqlArrows].map(({ id }) => id)

async function sqlBreaches(house: readonly HouseFile[]): Promise<Breach[]> {
  const files = house.filter(({ path }) => sqlArrows.some(({ place }) => place.test(path)))
  const reads = await readSql(files)
  return [...reads].flatMap(([file, read]) =>
    sqlArrows
      .filter(({ place }) => place.test(file))
      .flatMap(({ id, breaks }) => breaks(read).map((found) => ({ rule: id, file, reads: found }))),
  )
}

/** Every file below a root that goes against a rule. */
export async function breaches(root: string): Promise<Breach[]> {
  const house = readTree(root)
  const inCode = house.flatMap((file) =>
    arrows.flatMap(({ id, breaks }) =>
      breaks(file, house).map((reads) => ({ rule: id, file: file.path, reads })),
    ),
  )
  return [...inCode, ...(await sqlBreaches(house))]
}
