/** What the words of the facts mean to someone who reads them for the first time. */
const labels: Readonly<Record<string, string>> = {
  in_progress: 'in progress',
  tz_ambiguous: 'a time in the hour that the clocks go through twice: the later is taken',
  tz_gap: 'a time in the hour that the clocks leave out: the later reading is taken',
  negative_acknowledge: 'acknowledged before it was received, by its own times',
  negative_resolve: 'resolved before it was received, by its own times',
  date_only: 'a date without a time',
  first_seen_under_way: 'under way when first seen: when that began is not known',
  future: 'a time later than the export that has it',
  bad_date: 'a date that cannot be read so',
  missing_id: 'no id',
  missing_time: 'no time',
  unknown_value: 'a word that no map knows',
  short_row: 'fewer cells than the header',
  long_row: 'more cells than the header',
  too_large: 'too large',
  bad_bytes: 'bytes that are no text',
  redirected_emergency: 'redirected: an emergency',
  redirected_ticket: 'redirected: to be a ticket',
  redirected_service: 'redirected to another service',
  service_to_students: 'service to students',
  call_back: 'a call back',
  in_person: 'in person',
}

/** A word of the facts in plain words. */
export const labelOf = (word: string): string => labels[word] ?? word
