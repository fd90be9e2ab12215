import type { QuarantineReason } from '../../data/contract.ts'
import type { Settings } from './config.ts'
import type { Delivery, Row, SourceName } from './delivery.ts'
import { newWord } from './sheets.ts'

/** A file that was accepted, by its bytes. Times in milliseconds. */
export interface Landed {
  readonly delivery: Delivery
  /** The name of its source when it was last read. */
  readonly source: string
  /** Whether it was read with the column `Service`. */
  readonly hasService: boolean
  /** Every export time that its bytes came with, in order. */
  readonly times: readonly number[]
}

export interface TakenRow extends Row {
  readonly landed: Landed
  /** When its file was first exported. */
  readonly exportedAt: number
  /** From 1. */
  readonly record: number
}

/** What a source is called in config.yaml. */
export const nameOf = (source: SourceName, { network }: Settings): string =>
  source === 'network' ? network : source

const firstOf = ({ times }: Landed): number => times[0] as number
export const lastOf = ({ times }: Landed): number => times.at(-1) as number

/** Why a row is set aside as long as the settings are so. */
function faultOf({ cells, fault }: Row, { knowsNewWord }: Settings): QuarantineReason | null {
  return fault ?? (cells.State === newWord && !knowsNewWord ? 'unknown_value' : null)
}

/** All that was ever delivered and accepted: what the nights may know, and nothing else. */
export class Ledger {
  readonly #landed = new Map<string, Landed>()

  /** Takes the files of an inbox, as a night does that gets as far as reading them. */
  take(deliveries: readonly Delivery[], settings: Settings): void {
    for (const delivery of deliveries) {
      if (delivery.refused !== null || delivery.source === null) continue
      const source = nameOf(delivery.source, settings)
      const before = this.#landed.get(delivery.sha256)
      const times = before?.source === source ? before.times : []
      this.#landed.set(delivery.sha256, {
        delivery: before?.source === source ? before.delivery : delivery,
        source,
        hasService: settings.hasService,
        times: [...new Set([...times, delivery.at])].sort((one, other) => one - other),
      })
    }
  }

  /** The files that count: those of sources that the settings name. */
  counted(settings: Settings): Landed[] {
    return [...this.#landed.values()].filter(
      ({ source, delivery }) => delivery.source !== null && source === nameOf(delivery.source, settings),
    )
  }

  /** Every file that was ever accepted. */
  get size(): number {
    return this.#landed.size
  }

  /** The records of the files that count, each with why it is set aside. */
  rows(settings: Settings): TakenRow[] {
    return this.counted(settings).flatMap((landed) =>
      landed.delivery.rows.map((row, index) => {
        const { Service: _, ...others } = row.cells
        return {
          ...row,
          cells: landed.hasService ? row.cells : others,
          fault: faultOf(row, settings),
          landed,
          exportedAt: firstOf(landed),
          record: index + 1,
        }
      }),
    )
  }
}
