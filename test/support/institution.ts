import { type RawSettings, settingsSchema } from '../../etl/config/schema.ts'

type Institution = RawSettings['institution']
export type Contact = Institution['contact']

/** An institution of which everything is known, but for what `contact` says otherwise. */
export const institution = (contact: Partial<Contact> = {}): Institution =>
  settingsSchema.shape.institution.parse({
    name: 'University of Somewhere',
    department: 'IT Services',
    timezone: 'Europe/London',
    contact: {
      escalations_email: 'escalations@somewhere.example',
      service_desk_phone: '020 7946 0000',
      live_chat_url: 'https://chat.somewhere.example/it?from=_site_',
      service_desk_hours: 'Monday to Friday, 8:00 to 18:00',
      read_more_url: 'https://somewhere.example/it/escalations',
      ...contact,
    },
  })
