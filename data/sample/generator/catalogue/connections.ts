import { type Service, topicsOf } from './service.ts'

/** Networks, telephones, accounts and e-mail. */
export const connections: readonly Service[] = [
  {
    name: 'Eduroam Wi-Fi',
    team: 'Network Services',
    season: 'students',
    ticketsAWeek: 26,
    patience: 0.9,
    vendorShare: 0.02,
    topics: topicsOf(`
      # Network | Wi-Fi drop-out | 6 | 0.15 | 620
      eduroam keeps dropping in {building} | Wi-Fi drops every few minutes, room {room} {building}
      Wireless connection lost again in {building} {room} | eduroam disconnects during teaching, {room}
      Lost the wireless connection {when} in {building}
      # Network | Wi-Fi sign-in | 8 | 0.68 | 210
      Cannot sign in to eduroam on my {device} | eduroam asks for password again and again
      Wi-Fi says wrong password on {device} | eduroam certificate warning on {device}
      New {device} will not join eduroam
      # Network | Slow Wi-Fi | 4 | 0.25 | 480
      Very slow Wi-Fi in {building} | Wireless too slow for video calls, {room}
      Slow internet in {building} {when} | eduroam slow, cannot load lecture slides
      # Network | No signal | 3 | 0.1 | 900
      No wireless signal in {room} | No eduroam coverage in {building} {room}
      Weak Wi-Fi signal in office {room}
      # Network | Visitor Wi-Fi | 2 | 0.8 | 120
      Guest Wi-Fi for visitors to {building} | Visitor cannot get on the guest network
      Conference guests need wireless {when}
    `),
  },
  {
    name: 'Network & VPN',
    team: 'Network Services',
    season: 'office',
    ticketsAWeek: 17,
    patience: 1,
    vendorShare: 0.04,
    topics: topicsOf(`
      # Network | VPN connection | 7 | 0.5 | 260
      VPN will not connect from home | VPN drops after a few minutes | VPN error {code} on my {device}
      Cannot reach shared drive over VPN | VPN stuck at connecting {when}
      # Network | Network socket | 4 | 0.1 | 700
      Network socket dead in {room} | Please activate network point {code} in {room}
      No wired connection in {building} {room} | Wall socket in {room} not working
      # Network | Firewall request | 2 | 0.02 | 1500
      Firewall change for server in {building} | Port needs opening for lab equipment
      Partner cannot reach our web server
      # Network | Website unreachable | 2 | 0.3 | 400
      Site will not load on campus | Cannot reach journal site from {building}
      Web page times out on campus only
    `),
  },
  {
    name: 'Telephony',
    team: 'Telephony',
    season: 'office',
    ticketsAWeek: 8,
    patience: 0.8,
    vendorShare: 0.12,
    topics: topicsOf(`
      # Telephony | No dial tone | 3 | 0.2 | 600
      Phone dead in {room} | No dial tone on extension {code}
      Desk phone in {building} {room} not working
      # Telephony | Voicemail | 3 | 0.6 | 200
      Cannot get into voicemail | Voicemail PIN reset for extension {code} | Voicemail light stays on
      # Telephony | Calls forwarded wrongly | 2 | 0.3 | 380
      Calls go to the wrong extension | Hunt group for {building} rings nobody
      Call forwarding will not switch off
      # Telephony | Headset or softphone | 3 | 0.55 | 260
      No sound on softphone | Headset not recognised in calls | People cannot hear me on calls {when}
    `),
  },
  {
    name: 'Accounts & passwords',
    team: 'Identity & Access',
    season: 'students',
    ticketsAWeek: 46,
    patience: 0.7,
    vendorShare: 0,
    topics: topicsOf(`
      # Accounts | Password reset | 10 | 0.9 | 60
      Password reset please | Forgotten my password | Password expired and cannot log in
      Locked out of my account | Need a new password to log in {when}
      # Accounts | Two-step sign-in | 7 | 0.72 | 120
      New phone, cannot approve sign-in | Lost phone, two-step code not possible
      Authenticator app stopped working | No code arrives when I sign in | Need two-step sign-in reset
      # Accounts | Account not active | 5 | 0.35 | 330
      New starter has no account | Account disabled but still employed
      Student account not active after enrolment | Login says account does not exist
      # Accounts | Shared folder access | 5 | 0.25 | 420
      Access to shared folder for new colleague | Cannot open department shared drive
      Permission denied on shared folder | Please add me to the team folder
      # Accounts | Leaver account | 2 | 0.3 | 500
      Extend account for leaver | Leaver still has access to our folder
      Honorary account about to expire
    `),
  },
  {
    name: 'Email & calendar',
    team: 'Messaging & Collaboration',
    season: 'office',
    ticketsAWeek: 31,
    patience: 0.8,
    vendorShare: 0.03,
    topics: topicsOf(`
      # Email | Cannot send or receive | 4 | 0.4 | 260
      Cannot send e-mail | Not receiving any mail since {when} | E-mail stuck in outbox
      Mail to external addresses bounces
      # Email | Shared mailbox | 5 | 0.35 | 300
      Access to shared mailbox | Shared mailbox missing from my list | Cannot send from shared mailbox
      New shared mailbox for programme team
      # Email | Suspicious e-mail | 5 | 0.75 | 110
      Is this e-mail genuine | Suspicious e-mail with link | Clicked a link in a phishing e-mail
      Spam pretending to be head of school
      # Email | Calendar and meetings | 4 | 0.5 | 240
      Calendar not syncing to my phone | Cannot see colleagues calendar
      Meeting room {room} cannot be booked | Meeting invitations arrive an hour out
      # Email | Mailbox full | 2 | 0.7 | 150
      Mailbox is full | Quota warning, cannot send | Archive mailbox not showing
    `),
  },
]
