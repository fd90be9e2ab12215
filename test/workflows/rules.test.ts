import { expect, test } from 'vitest'
import { broken, rules } from './rules.ts'
import { stepsOf, workflowNamed, workflowOf, workflows } from './workflow.ts'

const nightly = workflowNamed('nightly.yml')

test.each(workflows)('$name keeps to every rule', async (workflow) => {
  expect(await broken(workflow)).toEqual({})
})

const linter = 'the linter finds nothing'
const pinned = 'every action is pinned by its whole hash and says its version'
const asked = 'nothing is allowed that a job does not ask for'
const scripts = 'no expression stands in a script'
const secrets = 'a secret is given to single steps'
const kept = 'what runs on an own machine keeps its data there'

/** What is changed in nightly.yml, and the rule that it breaks then. */
const wrong = [
  [linter, /timeout-minutes: 30/, 'timeout-minute: 30\n    timeout-minutes: 30'],
  [linter, /vars\.SAMPLE != 'off'/, "vars.SAMPLE !! 'off'"],
  [linter, /steps\.night\.outputs/, 'steps.knight.outputs'],
  [linter, /needs: night/, 'needs: knight'],
  [linter, /0 3 \* \* \*/, '0 25 * * *'],
  [linter, /pages: write/, 'pages: always'],
  [linter, /if: vars\.SAMPLE != 'off'/, "if: secrets.SAMPLE != 'off'"],
  [pinned, /(actions\/checkout)@\w+ # v7\.0\.1/, '$1@v7'],
  [pinned, /(actions\/checkout@\w+) # v7\.0\.1/, '$1'],
  [pinned, /(actions\/checkout@\w{7})\w+/, '$1'],
  [asked, /permissions: \{\}/, 'permissions:\n  contents: read'],
  [asked, / {4}permissions:\n {6}contents: read\n/, ''],
  [asked, / {4}permissions:\n {6}contents: read\n/, '    permissions: write-all\n'],
  ['every job ends by itself', / {4}timeout-minutes: 30\n/, ''],
  ['every job ends by itself', /timeout-minutes: 180/, 'timeout-minutes: 360'],
  ['no two runs of a kind overlap', /concurrency:\n {2}group: nightly\n {2}cancel.*\n/, ''],
  ['nothing of a stranger runs with the rights of the house', /workflow_dispatch:/, 'pull_request_target:'],
  ['a checkout leaves no token behind', / {8}with:\n {10}persist-credentials: false\n/, ''],
  ['a checkout leaves no token behind', /persist-credentials: false/, 'persist-credentials: true'],
  [scripts, /run: npm ci/, 'run: npm ci $' + '{{ github.ref_name }}'],
  [scripts, /run: npm ci/, 'run: npm ci $' + '{{ secrets.WEBHOOK }}'],
  [secrets, /DATA: \$\{\{ vars\.INSTALLATION \}\}/, 'DATA: $' + '{{ secrets.INSTALLATION }}'],
  ['scripts are such that bash can read them', /run: npm ci/, 'run: if npm ci; then'],
  ['scripts that are named are there', /scripts\/night\.sh/, 'scripts/nights.sh'],
  [kept, /- name: See whether a trend was called/, '- uses: actions/upload-artifact@x # v1\n      $&'],
  [kept, /- name: See whether a trend was called/, '- uses: actions/cache/save@x # v1\n      $&'],
  ['what runs on an own machine runs in an environment', / {4}environment: installation\n/, ''],
] as const

test.each(wrong)('"%s": %s is noticed', async (rule, from, to) => {
  expect(nightly.text).toMatch(from)
  const faults = await broken(workflowOf('wrong.yml', nightly.text.replace(from, to)))
  expect(Object.keys(faults)).toContain(rule)
})

test('there is a wrong workflow for every rule', () => {
  expect([...new Set(wrong.map(([rule]) => rule))].sort()).toEqual(Object.keys(rules).sort())
})

test('one action has one version in all workflows', () => {
  const used = workflows.flatMap(stepsOf).flatMap(({ step }) => step.uses ?? [])
  const names = new Set(used.map((action) => action.replace(/^([\w.-]+\/[\w.-]+).*@/, '$1@')))
  const bare = [...names].map((action) => action.slice(0, action.indexOf('@')))
  expect(bare.length).toBe(new Set(bare).size)
})

test('the nightly comes by itself, at the hour of the clock on the wall', () => {
  expect(nightly.on.schedule).toEqual([{ cron: '0 3 * * *', timezone: 'Europe/London' }])
})

test('tests run for every push and every pull request', () => {
  expect(Object.keys(workflowNamed('ci.yml').on).sort()).toEqual(['pull_request', 'push'])
})
