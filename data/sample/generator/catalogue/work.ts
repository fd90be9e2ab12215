import { type Service, topicsOf } from './service.ts'

/** What offices and laboratories need: computers, business systems, research computing. */
export const work: readonly Service[] = [
  {
    name: 'Desktops & laptops',
    team: 'Desktop Engineering',
    season: 'office',
    ticketsAWeek: 47,
    patience: 0.9,
    vendorShare: 0.07,
    topics: topicsOf(`
      # Hardware | Slow computer | 7 | 0.3 | 420
      Computer very slow to start | Laptop freezes all the time | PC takes twenty minutes to log in
      My {device} has become very slow | Slow computer in {room}
      # Hardware | Will not start | 5 | 0.2 | 460
      Laptop will not turn on | Blue screen on my {device} | PC in {room} dead this morning
      Computer stuck on restart {when}
      # Hardware | Screen, dock or cable | 5 | 0.35 | 320
      Second screen not found | Docking station stopped working
      Cable missing from hot desk in {building} | Monitor flickers in {room}
      # Hardware | Laptop replacement | 4 | 0.05 | 2100
      Laptop battery swollen | Laptop due for replacement | Broken screen on laptop
      Loan laptop while mine is repaired
      # Software | Software install | 7 | 0.45 | 330
      Please install statistics package | Software needed on my {device}
      Installation fails with error {code} | Licence expired for drawing software
      Software for teaching lab {room}
      # Software | Office programs | 4 | 0.6 | 190
      Spreadsheet crashes on opening | Word processor asks to activate
      Cannot open files from cloud storage | Files not syncing on {device}
      # Software | Virus warning | 2 | 0.4 | 300
      Virus warning on my {device} | Pop-up says computer is infected
      Antivirus blocks research program
    `),
  },
  {
    name: 'Finance & HR systems',
    team: 'Business Systems',
    season: 'office',
    ticketsAWeek: 18,
    patience: 1.3,
    vendorShare: 0.1,
    topics: topicsOf(`
      # Business systems | Finance system access | 4 | 0.2 | 480
      No access to finance system | Finance role for new budget holder
      Finance login fails with error {code}
      # Business systems | Purchase order error | 4 | 0.05 | 620
      Purchase order will not submit | Order stuck in approval | Supplier missing from finance system
      Cannot receipt order {code}
      # Business systems | HR self-service | 4 | 0.3 | 420
      Cannot book leave in HR system | Payslip not showing | Wrong line manager in HR system
      # Business systems | Expenses | 3 | 0.2 | 460
      Expense claim rejected without reason | Cannot attach receipt to claim
      Expense claim stuck since {when}
      # Business systems | Reports | 2 | 0.05 | 760
      Budget report shows wrong figures | Monthly report did not arrive | Report times out
    `),
  },
  {
    name: 'Research computing',
    team: 'Research IT',
    season: 'research',
    ticketsAWeek: 13,
    patience: 1.1,
    vendorShare: 0.03,
    topics: topicsOf(`
      # Research | Cluster jobs | 5 | 0.02 | 640
      Jobs pending for days on cluster | Cluster job fails with error {code} | Cannot log in to cluster
      GPU queue not moving
      # Research | Research storage | 4 | 0.05 | 760
      Research storage full | More research storage for grant project
      Cannot reach research share from lab {room}
      # Research | Instrument PC | 3 | 0.05 | 900
      Microscope PC lost its network drive | Instrument computer in {room} needs replacing
      Lab PC {code} will not talk to instrument
      # Research | Research software | 3 | 0.05 | 700
      Module for analysis package on cluster | Licence server refuses connection
      Package update for lab group
    `),
  },
]
