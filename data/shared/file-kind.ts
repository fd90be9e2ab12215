/** What a file is made of, by its name: `.gz` says only that it is packed. */
export type Kind = 'text' | 'spreadsheet' | 'json' | 'mail'

export function kindOf(name: string, { container }: { readonly container: 'table' | 'mail' }): Kind {
  if (container === 'mail') return 'mail'
  if (/\.xlsx$/i.test(name)) return 'spreadsheet'
  return /\.json(\.gz)?$/i.test(name) ? 'json' : 'text'
}
