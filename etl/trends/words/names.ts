/** Common names of people whose stem is that of an ordinary word, as park is of parking: as they stand they are never shown. */
export const names: ReadonlySet<string> = new Set(
  'alia dock drew grant grants hang keys lowe mark marks miss mille park parks rob short tim wall walls'.split(
    ' ',
  ),
)
