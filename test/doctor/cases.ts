import {
  added,
  type Break,
  cut,
  inRelease,
  landedOf,
  looped,
  opened,
  removed,
  replaced,
  siteOfRun,
  together,
  written,
} from './breaking.ts'
import type { Circumstances } from './looked.ts'

/** An installation that is broken in one way, and every line that is then not well, with the last one. */
export interface Case {
  readonly is: string
  readonly breaks?: Break
  readonly on?: Circumstances
  readonly says: readonly string[]
}

const thirdMorning = '2026-04-04T07:30:00Z'
const room = { device: 1, freeBytes: 50e9, freeFiles: 1e6, isNetwork: false }
const roomOf = (parts: Partial<typeof room>) => ({ roomOf: async () => ({ ...room, ...parts }) })
const otherKey = 'kept-from-all-0123456789abcdef01'
const run = '20260402T020000000Z'
const assessed = `audiences: { leadership: { owners: coded, dpia: { reference: Secret file 7, date: 2025-01-01, workers_consulted: true } } }\n`
const until = '1 thing to do; no night publishes until this is mended:'

const stale =
  'to do source: "log": newest export 3 days old, 2 days allowed: pages call it stale. See why the tool no longer exports, and put an export into inbox/ as log*.csv'
const missed =
  'to do last night: 3 nights missed: the last that ended well was Wed 1 Apr 2026 03:00, the next was due Thu 2 Apr 2026 03:00'
const noExport =
  'to do source: "log": newest export 19 hours old, and inbox/ holds no file of it: pages call it stale. Put an export into inbox/ as log*.csv'

export const cases: readonly Case[] = [
  {
    is: 'config.yaml has a wrong line',
    breaks: replaced('config.yaml', 'hours:', 'houres:'),
    says: [
      'to do settings: config.yaml:22: calendar.hours: missing. Write settings below it. Until this is mended, no night runs',
      'to do settings: config.yaml:23: calendar.houres: unknown setting "houres". Did you mean "hours"? Until this is mended, no night runs',
      '2 things to do; no night publishes until this is mended: settings.',
    ],
  },
  {
    is: 'two people share a name, which is not printed',
    breaks: replaced('config.yaml', 'people: [', 'people: [{ name: Ann Leeds, aliases: [alee] }, '),
    says: [
      'to do settings: config.yaml:25: people[1]: "…" is also a name of another. Keep it with one of them, or give both from and to. Until this is mended, no night runs',
      `${until} settings.`,
    ],
  },
  {
    is: 'changes.yaml has a day that is none',
    breaks: written('changes.yaml', 'changes: [{ date: 2026-13-01, title: x, kind: policy }]\n'),
    says: [
      'to do settings: changes.yaml:1: changes[0].date: "2026-13-01" cannot be read: write a day of the calendar as 2026-11-30. This entry is left out. Mend that line: the rest counts without it',
      '1 thing to do.',
    ],
  },
  {
    is: 'current leads nowhere',
    breaks: inRelease('', (path) => removed(path)),
    says: [
      'to do release: current leads to release RUN, which is not there. Remove the link DIR/current, then run npm run nightly -- --data DIR --out OUT: it publishes one anew',
      `${until} release.`,
    ],
  },
  {
    is: 'current is a folder, as a copy makes of a link',
    breaks: together(removed('current'), written('current/manifest.json', '{}')),
    says: [
      'to do release: DIR/current is not a link that a run made. Move it elsewhere, then run npm run nightly -- --data DIR --out OUT',
      `${until} release.`,
    ],
  },
  {
    is: 'files of the release are damaged and gone',
    breaks: together(
      inRelease('measures/owned.json', cut),
      inRelease('run.json', (path) => removed(path)),
    ),
    says: [
      'to do release: 2 of 31 files of release RUN cannot be used: run.json is missing, measures/owned.json is damaged. Run npm run nightly -- --data DIR --out OUT: it publishes all anew',
      '1 thing to do.',
    ],
  },
  {
    is: 'the release holds a file that the contract does not know',
    breaks: inRelease('people.json', (path) => written(path, '{}')),
    says: [
      'note release: release RUN holds 1 file that no release has: people.json. See who put them there; the next release is without them',
      'All is well, with 1 note.',
    ],
  },
  {
    is: 'the manifest is damaged, so that no night can tell what it would replace',
    breaks: inRelease('manifest.json', (path) => written(path, '{')),
    says: [
      'to do release: 1 of 15 files of release RUN cannot be used: manifest.json is damaged. Remove the link DIR/current, then run npm run nightly -- --data DIR --out OUT',
      `${until} release.`,
    ],
  },
  {
    is: 'a landed file is cut off, and its export is still there',
    breaks: landedOf('log', 'parquet', cut),
    says: [
      'to do landed: 1 landed file damaged: SHA… (log.csv). Remove their .json and .parquet from DIR/landed: the next night reads the exports in inbox/ again',
      `${until} landed.`,
    ],
  },
  {
    is: 'a landed file is cut off, and its export is gone',
    breaks: together(landedOf('log', 'parquet', cut), removed('inbox/log.csv')),
    says: [
      noExport,
      'to do landed: 1 landed file damaged: SHA… (log.csv). Restore them from a back-up, or remove their .json and .parquet from DIR/landed and put the exports into inbox/ again',
      '2 things to do; no night publishes until this is mended: landed.',
    ],
  },
  {
    is: 'a landed file holds other records than its receipt says',
    breaks: landedOf('log', 'json', (path) => replaced(path, '"records": 2', '"records": 3')),
    says: [
      'to do landed: 1 landed file damaged: SHA… (log.csv). Remove their .json and .parquet from DIR/landed: the next night reads the exports in inbox/ again',
      `${until} landed.`,
    ],
  },
  {
    is: 'one receipt is damaged and another is gone',
    breaks: together(
      landedOf('log', 'json', cut),
      landedOf('escalations', 'json', (path) => removed(path)),
    ),
    says: [
      'note source: "log": nothing of it is landed; a file of it waits in inbox/',
      'note source: "escalations": nothing of it is landed; a file of it waits in inbox/',
      'to do landed: 1 receipt in landed/ cannot be read: SHA… Restore them from a back-up, or remove them and their .parquet and put the exports into inbox/ again',
      'note landed: 1 landed file without a receipt, which no night reads: SHA… Where its export is not in inbox/ any more, restore the receipt from a back-up before the next night, which removes the file',
      '1 thing to do, 3 notes; no night publishes until this is mended: landed.',
    ],
  },
  {
    is: 'a landed file is gone',
    breaks: landedOf('log', 'parquet', (path) => removed(path)),
    says: [
      'note source: "log": nothing of it is landed; a file of it waits in inbox/',
      'to do landed: 1 landed file gone, of which the receipt is there: SHA… (log.csv). Restore them from a back-up, or put the exports into inbox/ again',
      '1 thing to do, 1 note.',
    ],
  },
  {
    is: 'the key was changed',
    breaks: together(written('.key', otherKey), removed('inbox/log.csv')),
    says: [
      noExport,
      'note readings: 1 landed file read with another key than now, so that who asked is not known as the same person; the next night reads them anew from inbox/',
      'to do readings: 1 landed file read with another key than now, so that who asked is not known as the same person, and not in inbox/ any more. Give the key of before back, or put those exports into inbox/ again',
      '2 things to do, 1 note.',
    ],
  },
  {
    is: 'the key is gone',
    breaks: removed('.key'),
    says: [
      'to do key: there is neither ESCALATION_TRENDS_SECRET here nor DIR/.key: a night without the key that exports were read with takes the same requester for two. Ask again with ESCALATION_TRENDS_SECRET set as the nightly has it, or restore .key from a back-up',
      '1 thing to do.',
    ],
  },
  {
    is: 'a secret is set that can be guessed',
    breaks: removed('.key'),
    on: { machine: { environment: { ESCALATION_TRENDS_SECRET: 'short' } } },
    says: [
      'to do key: the key in ESCALATION_TRENDS_SECRET has 5 bytes only: no night runs with it. Set one of 32 random bytes: openssl rand -hex 32',
      'note readings: 2 landed files read with another key than now, so that who asked is not known as the same person; the next night reads them anew from inbox/',
      '1 thing to do, 1 note.',
    ],
  },
  {
    is: 'persons were erased under another key',
    breaks: together(
      written(
        '.erased',
        JSON.stringify({ version: 1, check: '0'.repeat(32), is_unfinished: false, persons: [] }),
      ),
      opened('.erased', 0o600),
    ),
    says: [
      'to do erased: .erased cannot be used: it was written under another secret, by which no erased person would be known again. Give the secret of before (ESCALATION_TRENDS_SECRET or .key)',
      `${until} erased.`,
    ],
  },
  {
    is: 'a source is read by other settings than before',
    breaks: together(replaced('config.yaml', 'team: team', 'team: group'), removed('inbox/log.csv')),
    says: [
      noExport,
      'to do readings: 1 landed file read by other settings or another version than now, and not in inbox/ any more. Put those exports into inbox/ again if they are to be read anew',
      '2 things to do.',
    ],
  },
  {
    is: 'no night was begun for three days, and a source is stale',
    on: { now: thirdMorning },
    says: [
      `${missed}, and nothing was read since. See whether cron, the timer or the workflow still starts it, then run npm run nightly -- --data DIR --out OUT`,
      stale,
      '2 things to do.',
    ],
  },
  {
    is: 'nights were begun and published nothing',
    breaks: together(written(`quarantine/${run}.csv`, 'x'), opened('quarantine', 0o700)),
    on: { now: thirdMorning },
    says: [
      `${missed}; a run on Thu 2 Apr 2026 03:00 read exports and published nothing. Run npm run nightly -- --data DIR --out OUT and do what it says`,
      stale,
      '2 things to do.',
    ],
  },
  {
    is: 'a night published and failed after that',
    breaks: written(
      'last-night.json',
      JSON.stringify({ ended_at: '2026-04-01T02:00:30.000Z', exit_code: 1, run, out: '/srv/sites' }),
    ),
    says: [
      'to do last night: it ended Wed 1 Apr 2026 03:00 with exit code 1: release RUN was published, and it did not end well after that. Run npm run nightly -- --data DIR --out OUT and do what it says',
      '1 thing to do.',
    ],
  },
  {
    is: 'a night failed and left what stood',
    breaks: written(
      'last-night.json',
      JSON.stringify({ ended_at: '2026-04-01T02:00:30.000Z', exit_code: 1, run: null, out: null }),
    ),
    says: [
      'to do last night: it ended Wed 1 Apr 2026 03:00 with exit code 1: nothing was published by it. Run npm run nightly -- --data DIR --out OUT and do what it says',
      '1 thing to do.',
    ],
  },
  {
    is: 'nothing was ever exported',
    breaks: removed(
      'current',
      'releases',
      'landed',
      'inbox/log.csv',
      'inbox/escalations.csv',
      'last-good.json',
      'out',
    ),
    says: [
      'to do last night: nothing was published yet, and inbox/ is empty. Put an export into it, then run npm run nightly -- --data DIR --out OUT',
      'to do source: "log": nothing of it is landed, and it is required. Put its export into inbox/ as log*.csv',
      'note source: "escalations": nothing of it is landed. Put its export into inbox/ as escalations*.csv, or take the source out of config.yaml',
      '2 things to do, 1 note; no night publishes until this is mended: last night and source.',
    ],
  },
  {
    is: 'the disk is nearly full',
    on: { machine: roomOf({ freeBytes: 48_500_000 }) },
    says: [
      'to do room: 48.5 MB free at DIR, OUT, TMP; a night takes up to 200 MB. Make room there, or set releases_kept lower',
      `${until} room.`,
    ],
  },
  {
    is: 'the disk takes few more files, and lies on another machine',
    on: { machine: roomOf({ freeFiles: 20, isNetwork: true }) },
    says: [
      'to do room: the disk at DIR, OUT, TMP takes 20 more files only, a night writes 1,034. Remove small files there: df -i says where they are counted',
      'note room: DIR, OUT, TMP lie on a network folder, whose locks and renames may not hold. Move the installation to a disk of this machine',
      '1 thing to do, 1 note; no night publishes until this is mended: room.',
    ],
  },
  {
    is: 'a folder cannot be written',
    on: { machine: { mayWrite: async (path) => !path.endsWith('landed') } },
    says: [
      'to do folders: cannot be written by this user: DIR/landed. Give them to whoever runs the nightly (chown), or mount them to be written',
      `${until} folders.`,
    ],
  },
  {
    is: 'a folder cannot be opened',
    breaks: looped('quarantine'),
    says: [
      'to do sizes: cannot be looked at: DIR/quarantine (ELOOP). Ask again as whoever runs the nightly',
      'to do folders: cannot be looked at: DIR/quarantine/rows (ELOOP). Ask again as whoever runs the nightly',
      '2 things to do.',
    ],
  },
  {
    is: 'somebody else asks',
    on: { machine: { user: 4242 } },
    says: [
      'note folders: this is asked by user N, and nights are run by user N: permissions and room may be otherwise for them. Ask again as whoever runs the nightly',
      'All is well, with 1 note.',
    ],
  },
  {
    is: 'others may read the key, and the group the landed files',
    breaks: together(opened('.key', 0o644), opened('landed', 0o750)),
    says: [
      'to do privacy: others on this machine may read what names persons: DIR/.key. chmod -R go= on each',
      'note privacy: its group may read what names persons: DIR/landed. Where that is not meant: chmod -R g= on each',
      '1 thing to do, 1 note.',
    ],
  },
  {
    is: 'the clock went back',
    on: { now: '2026-03-31T23:00:00Z' },
    says: [
      'to do clock: the clock says Wed 1 Apr 2026 00:00, 3 hours before the release that stands was published. Set the clock right (timedatectl says whether it is kept by the network)',
      `${until} clock.`,
    ],
  },
  {
    is: 'an export of next year was landed',
    breaks: landedOf('log', 'json', (path) => replaced(path, '"known_at": "2026', '"known_at": "2027')),
    says: [
      'to do clock: landed files that say they were exported later than the clock: log.csv (2027-03-31). Remove their .json and .parquet from DIR/landed before the next night is as of then; mend exported_at of their source, or their names, and put them into inbox/ again',
      '1 thing to do.',
    ],
  },
  {
    is: 'exports of next year lie in the inbox, and one that no source reads',
    breaks: together(
      written('inbox/log-2.csv', 'x', '2027-03-31T12:00:00Z'),
      written('inbox/stray.txt', 'x'),
    ),
    says: [
      'to do inbox: 1 file that no source reads: stray.txt. Rename them or add a source (npm run inspect -- FILE prints one), or take them out of inbox/',
      'to do clock: files in inbox/ were changed later than the clock says it is: log-2.csv. Set the clock right, or date them anew (touch FILE), since that is when they count as exported',
      '2 things to do.',
    ],
  },
  {
    is: 'a site is of another release, and one has no page',
    breaks: together(siteOfRun('staff', '20260331T020000000Z'), removed('out/operations/index.html')),
    says: [
      'to do sites: the staff site is of release RUN, which this installation does not have: another one may build its sites there, and then each needs a folder of its own. Run npm run nightly -- --data DIR --out OUT',
      'to do sites: the operations site has no first page. Run npm run nightly -- --data DIR --out OUT',
      '2 things to do.',
    ],
  },
  {
    is: 'a site was copied and does not say what it is of',
    breaks: together(removed('out/staff'), written('out/staff/index.html', '<!doctype html>')),
    says: [
      'to do sites: the staff site does not say which release it is of. Run npm run nightly -- --data DIR --out OUT',
      '1 thing to do.',
    ],
  },
  {
    is: 'there are no sites',
    breaks: removed('out'),
    says: [
      'note sites: no sites in OUT: the last night was told to build none (--no-site)',
      'All is well, with 1 note.',
    ],
  },
  {
    is: 'a run was killed',
    breaks: together(
      written(`.workshop/${run}/x`, 'x'),
      written('landed/a.json.new', 'x'),
      written(`releases/${run}/x`, 'x'),
      written(`out/.builds/${run}/x`, 'x'),
    ),
    says: [
      'note leftovers: a run was killed and left 4 things, 4 bytes: .workshop/RUN, landed/a.json.new, releases/RUN and 1 more; the next night removes them',
      'All is well, with 1 note.',
    ],
  },
  {
    is: 'the history and the warehouse are damaged',
    breaks: together(cut('history/backlog.parquet'), cut('warehouse.duckdb')),
    says: [
      'to do history: DIR/history/backlog.parquet is damaged, and nothing else holds the backlog as it was published. Restore it from a back-up, or move it elsewhere to begin anew',
      'note history: warehouse.duckdb cannot be opened. Run npm run nightly -- --data DIR --out OUT if analysts need it sooner than tomorrow',
      '1 thing to do, 1 note; no night publishes until this is mended: history.',
    ],
  },
  {
    is: 'an assessment is older than a year',
    breaks: added('config.yaml', assessed),
    says: [
      'note assessment: the assessment for leadership is of 2025-01-01, 455 days ago. Review it, and write the new date under audiences.leadership.dpia',
      'All is well, with 1 note.',
    ],
  },
  {
    is: 'retention is due and did not happen',
    breaks: added('config.yaml', 'retention: { landed_days: 1, quarantine_days: 1 }\n'),
    on: { now: thirdMorning },
    says: [
      `${missed}, and nothing was read since. See whether cron, the timer or the workflow still starts it, then run npm run nightly -- --data DIR --out OUT`,
      stale,
      'note inbox: 2 files, 293 bytes, not changed for more than 1 day, which is how long exports are kept. npm run purge -- --data DIR --inbox removes those that were read',
      'to do retention: landed files are kept 1 day, what was set aside 1 day; older and still there: 2 landed files, 0 files in quarantine/. Run npm run purge -- --data DIR',
      '3 things to do, 1 note.',
    ],
  },
  {
    is: 'the lock is no lock any more',
    breaks: written('.lock', 'no database'),
    says: [
      'to do run: DIR/.lock is damaged, so no run can take it. Remove it while no run is at work',
      `${until} run.`,
    ],
  },
  {
    is: 'what is run after a night cannot be run',
    breaks: written('after-night', '#!/bin/sh\n'),
    says: [
      'to do after-night: after-night cannot be run, so nobody hears of a night. chmod 700 DIR/after-night',
      '1 thing to do.',
    ],
  },
  {
    is: 'Node is old, and the limit of memory is none',
    on: { machine: { node: '24.1.0', environment: { ESCALATION_TRENDS_MEMORY_MB: 'much' } } },
    says: [
      'to do program: Node 24.1.0 is too old: 26.10.0 is needed. Run npm ci in PROGRAM, and start commands by npm run',
      'to do program: ESCALATION_TRENDS_MEMORY_MB is "much": write a whole number of megabytes, 128 or more. Mend it where the nightly is started, or leave it out',
      '2 things to do; no night publishes until this is mended: program.',
    ],
  },
]
