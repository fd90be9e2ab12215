import { type Service, topicsOf } from './service.ts'

/** What teaching and study need: rooms, the learning environment, timetables, the library, printing. */
export const teaching: readonly Service[] = [
  {
    name: 'AV & teaching rooms',
    team: 'AV & Teaching Spaces',
    season: 'teaching',
    ticketsAWeek: 38,
    patience: 1.6,
    vendorShare: 0.09,
    topics: topicsOf(`
      # AV | No picture | 7 | 0.2 | 190
      Projector will not come on in {room} | No picture from lectern in {room} {building}
      Screen black in {room}, class waiting | Projector shows blue screen, room {room}
      Display flickers in {room} {building}
      # AV | No sound | 5 | 0.2 | 170
      No sound from lectern in {room} | Microphone not working in lecture theatre {room}
      Speakers crackle in {room} {building} | Radio mic battery dead in {room}
      # AV | Lectern PC | 5 | 0.3 | 260
      Lectern PC will not start in {room} | Lectern computer frozen in {room} {building}
      Cannot log in to lectern PC {room} | Lectern PC asks for updates in class
      # AV | Lecture recording | 5 | 0.25 | 420
      Lecture in {room} was not recorded | Recording has no sound, {room} {when}
      Lecture capture missing for my module | Recording stopped halfway {when}
      # AV | Hybrid meeting kit | 3 | 0.2 | 320
      Room camera not found in {room} | Remote students cannot hear us in {room}
      Touch panel dead in {room} {building}
    `),
  },
  {
    name: 'Virtual learning environment',
    team: 'Learning Technology',
    season: 'exams',
    ticketsAWeek: 32,
    patience: 1.1,
    vendorShare: 0.05,
    topics: topicsOf(`
      # Teaching systems | Course page access | 7 | 0.4 | 260
      Cannot see my module page | Module missing from my list | Students cannot see the course page
      Please enrol me as teacher on {code}
      # Teaching systems | Assignment submission | 6 | 0.2 | 300
      Upload fails when I submit my assignment | Submission link closed too early
      Similarity report not showing | File too large to submit {when}
      # Teaching systems | Marks and feedback | 4 | 0.1 | 480
      Marks not showing to students | Gradebook column missing for {code} | Feedback released by mistake
      # Teaching systems | Online quiz | 3 | 0.1 | 420
      Quiz froze during the test | Extra time not applied in online quiz | Quiz shows wrong closing time
      # Teaching systems | Video upload | 2 | 0.3 | 340
      Video will not play on course page | Cannot upload recording to module page
    `),
  },
  {
    name: 'Timetabling',
    team: 'Library & Student Systems',
    season: 'teaching',
    ticketsAWeek: 10,
    patience: 1.2,
    vendorShare: 0.03,
    topics: topicsOf(`
      # Student systems | Timetable wrong | 5 | 0.2 | 420
      My timetable shows the wrong room | Two classes at the same time on timetable
      Seminar missing from timetable | Timetable says {room} but class is elsewhere
      # Student systems | Timetable not syncing | 3 | 0.4 | 300
      Timetable not updating in calendar | Personal timetable is empty | App shows last year timetable
      # Student systems | Student record | 4 | 0.15 | 640
      Cannot enrol online | Student record shows wrong programme | Error {code} on student record page
    `),
  },
  {
    name: 'Library systems',
    team: 'Library & Student Systems',
    season: 'exams',
    ticketsAWeek: 9,
    patience: 0.7,
    vendorShare: 0.08,
    topics: topicsOf(`
      # Library | E-journal access | 5 | 0.35 | 460
      Cannot open journal article off campus | Database asks for payment
      E-book link broken in reading list
      # Library | Self-service machine | 3 | 0.1 | 380
      Self-issue machine out of order in {building} | Book return machine rejects books
      Library gate does not read my card
      # Library | Catalogue | 2 | 0.3 | 420
      Library search gives an error | Reservation not showing in library account
    `),
  },
  {
    name: 'Printing',
    team: 'Print & Campus Devices',
    season: 'students',
    ticketsAWeek: 27,
    patience: 0.8,
    vendorShare: 0.1,
    topics: topicsOf(`
      # Printing | Print queue stuck | 9 | 0.3 | 230
      Print job stuck in queue | Nothing prints, job waits in queue
      Printing held in queue at {building} | Print queue frozen on printer {code}
      Jobs vanish from print queue {when}
      # Printing | Paper jam | 4 | 0.15 | 210
      Paper jam on printer {code} | Printer on floor of {building} jammed
      Printer jams on every job, {room}
      # Printing | Toner or staples | 4 | 0.1 | 240
      Toner empty on printer {code} | Printer in {building} out of staples | Faint print in {room}
      # Printing | Card not read | 3 | 0.4 | 260
      Printer does not read my card | Card reader error at printer {code}
      Need to link new card for printing
      # Printing | Print credit | 3 | 0.65 | 180
      Print credit not showing | Charged twice for printing | Refund for failed print job
    `),
  },
]
