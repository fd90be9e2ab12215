/**
 * Ordinary words of the trade, as they are written: the only words that the label of a recurring is made of. Not
 * among them are words that are common names of people (page, price, field, grant, mark) or of places.
 */
export const vocabulary: readonly string[] = words(`
  access account accounts action activate activation active adapter add address addressee admin administrator
  alarm alert alias allocate allow answer antivirus app application applications approval approve approver archive
  arrive assignment assignments attach attachment attachments attendance audio authenticate authentication authenticator
  author authorisation automatic automatically available away
  backlog backup backups badge balance band bandwidth barcode barrier battery blank blinking block blocked blue
  Bluetooth booking bookings boot bounce bounces box break breaks broadcast broken browser budget buffering bug button buzzing
  cable cables cabling cache calendar calendars caller calls camera cancel capacity capture card cards cartridge
  catalogue CCTV certificate certificates change channel charge charger charging chart chat check class classroom clean
  cleaning clear client clock cloud cluster code codes colleague collaboration colour comment compile
  compiler computer computers conference configuration configure confirm conflict connect connecting connection connections
  connectivity console contact contacts contract control converter cookie cookies copier copies copy corrupt corrupted
  course courses cover coverage cracked crash crashed crashes credentials credit current cursor cut
  damaged damp dark dashboard data database databases dataset date deactivate dead deadline debit decline dedicated default
  defect delay delayed delays delegate delegation delete deleted deliver delivery demo deny department deposit
  deployment desk desktop device devices diagram dialling directory disable disabled disappear disc disconnect disconnects
  disk display displays disposal distribution dock docking document documents domain door double download downloads draft
  drain driver drivers drive drop dropped dropping drops duplicate duplex
  earphones echo edit editor eduroam electrical e-mail e-mails embedded embargo empty encryption enrol enrolled enrolment
  equipment error errors ethernet event exam exams exception exchange exclude expense expired expires expiry export exports
  extension external extra
  fade fail failed failing failure fails fault faulty feature feed feedback fibre file files filter finance fingerprint
  firewall firmware fix flash flashing flicker flickering flickers floor folder folders font fonts forgotten form format
  forms forward forwarding found frame freeze freezes freezing front frozen full function
  gateway generate glitch grade grades graphics grid group groups guest guests guide
  handset hang hanging hangs hardware headphones headset headsets hear heating help helpdesk hidden high history hold holiday
  home homepage honorary host hosting hotspot hours hybrid
  icon identity image images import inbox incident incoming incorrect induction information ink input install installation
  installed installer instrument integration intermittent internal internet intranet invalid invitation invite invoice invoices
  item
  jam jammed job jobs join joiner joining journal journals junk
  kettle keyboard keyboards keys kiosk kit
  lab label laboratory labs lag lagging lamp laptop laptops laser latency launch lecture lecturer lectures lectern leaver
  leavers lens letter library licence licences lift light lighting lights limit limited line lines link links list lists load
  loading loan locate location lock locked locker lockout log login logo logon logout lost lot loud low
  machine machines macro mail mailbox mailboxes mailing maintenance malware manage manager manual map marking media meeting
  meetings member members memory menu merge message messages meter MFA microphone microphones microscope migrate migration minute
  minutes mirror missing mobile modem module modules monitor monitors motherboard mount mouse move moved moving multiple mute muted
  name names navigation network networks newsletter noise noisy note notes notice notification notifications number
  obsolete office offline off onboarding online open opening operating option order orders outage outbox outdated output
  overheating overheats overloaded overlay overnight overwritten owner ownership
  pad paper parking partition passcode password passwords paste patch path paused pay payment payments payroll PC PCs PDF
  peripheral permission permissions phishing phone phones photo photocopier photos PIN placeholder plan planner player plotter plug
  plugin pointer policy policies poll poor pop-up port portal ports post poster posters power presentation presenter preview
  print printed printer printers printing priority privacy privileges process processing profile profiles program
  project projection projector projectors projects prompt prompts proposal proxy publish purchase purchasing
  quality quarantine query question queue queued quiz quota
  rack radio random reader readers reboot receive received receiver recording recordings recover recovery recruitment
  redirect reference refresh refund refused register registration reinstall reject release releasing reload remote removal
  remove renew renewal repair repeated replace replacement replacing report reporting reports repository request requests
  research reservation reset resets resize resolution resource resources restart restarts restore restricted result results
  retention return revoke rights ring ringing role roles room rooms roster rota router routing
  safe saved saving save scan scanned scanner scanners scanning schedule scheduled scheduling screen screens script scroll search
  security seat seminar send sender sending sensor sent server servers service services session set settings setup share shared
  sharing shelf shortcut show shut sign signal signature signed SIM site sites size slide slides slow slowly smart
  socket sockets softphone software sound source space spam speaker speakers speed spinning splash splitter spreadsheet staff stalled
  standby starter start starting starts station stationery status stay stays stop stopped stops storage stored stream streaming student
  students stuck studio style submission submissions submit subscription subtitles support survey suspended suspicious switch
  switched switches switchboard sync synchronise syncing system systems
  tab table tablet tablets tap tape task tasks teaching telephone telephony template templates temporary tender term terminal test text
  theatre theme thermostat thesis ticket tickets timed time-out timeout timer timesheet timetable timetables timetabling timing
  title toner tone tool toolbar tools touch touchscreen touchpad tracking training transcript transfer translation tray
  trial tripped trusted tunnel tutor tutorial two-step typing
  unavailable undelivered uninstall unlock unlocked unreachable unreadable unresponsive unstable unsubscribe update updated updates upgrade
  upload uploading uploads URL usage USB user username users
  valid validate validation vending vendor verification verify version video videos view viewer virtual virus visible visitor
  visitors voice voicemail voicemails volume VPN
  warning warranty weak web webcam webinar webpage website websites wheel whiteboard Wi-Fi window wiped wireless
  wired wizard workflow working workshop workspace workstation write wrong
  x-ray
  Acrobat Adobe Android ArcGIS Autodesk Blackboard Chrome Citrix Dropbox EndNote Excel Firefox Google iPad iPhone Intune Java
  JavaScript Kaltura Linux Mac MacBook MATLAB Microsoft Moodle NVivo OneDrive OneNote Outlook Overleaf Panopto Photoshop PowerPoint
  Python QMplus SharePoint SITS Slack SPSS SQL Stata Teams Turnitin Ubuntu Unix Windows Word WordPress Zoom Zotero
`)

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
