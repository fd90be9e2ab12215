/** The calculator as it is used: by keys alone, wrongly, in another zone, as time goes by, and without scripts. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenSites, openSites, type Site } from '../sites.ts'
import { weightOf } from '../weight.ts'

const staff: Site = { audience: 'staff', release: 'full' }
const path = '/service-levels/'
let opened: OpenSites

beforeAll(async () => {
  opened = await openSites([staff])
})
afterAll(async () => opened?.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const complaints = async (page: Page): Promise<unknown> => {
  await page.addScriptTag({ content: axe })
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`)
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const told = async (page: Page): Promise<string> =>
  plain((await page.locator('[data-result]').textContent()) ?? '')
const announced = async (page: Page): Promise<string> =>
  plain((await page.getByRole('status').textContent()) ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()

type Answers = { day: string; month: string; year: string; time: string; level: string }
const usual: Answers = { day: '20', month: '11', year: '2026', time: '15:00', level: 'A department (P2)' }

const visit = (
  now: string,
  use: (page: Page, heard: { complaints: string[]; asked: string[] }) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> =>
  opened.open(
    staff,
    path,
    { timezoneId: 'Europe/London', bypassCSP: true, ...options },
    async (page, heard) => {
      await page.clock.install({ time: now })
      await page.reload()
      await use(page, heard)
    },
  )

const ask = async (page: Page, answers: Partial<Answers> = {}): Promise<void> => {
  const { day, month, year, time, level } = { ...usual, ...answers }
  await page.getByLabel('Day').fill(day)
  await page.getByLabel('Month').fill(month)
  await page.getByLabel('Year').fill(year)
  await page.getByLabel('Time', { exact: true }).fill(time)
  await page.getByLabel(level).check()
  await page.getByRole('button', { name: 'Work out the targets' }).click()
}
const monday = '2026-11-23T12:00:00Z'

describe('the calculator', () => {
  test('is filled in and read by keys alone', async () => {
    await visit(monday, async (page) => {
      await page.getByLabel('Day').focus()
      for (const text of ['20', '11', '2026', '3pm']) {
        await page.keyboard.type(text)
        await page.keyboard.press('Tab')
      }
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Use the time now')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await announced(page)).toContain('A ticket raised on Fri 20 Nov 2026, 15:00: A department (P2).')
      expect(await announced(page)).toContain(
        'The target for a first answer fell due at 11:00 today, unless your ticket waited. If you had no answer by then, it was missed: you may escalate. The target for solving it falls due at 15:00 today.',
      )
      for (const _ of ['the button that was pressed by Enter', 'what comes next'])
        await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/escalate/')
    })
  })

  test('shows when each target falls and the hours that it counted', async () => {
    await visit(monday, async (page) => {
      await ask(page)
      const text = await told(page)
      expect(text).toContain('Mon 23 Nov 2026, 11:00')
      expect(text).toContain('Mon 23 Nov 2026, 15:00')
      const lists = page.locator('[data-told] .counted')
      const lines = async (place: number): Promise<string[]> =>
        (await lists.nth(place).locator('li').allTextContents()).map(plain)
      expect(await lines(0)).toEqual([
        'Fri 20 Nov, 15:00 to 17:00: 2 h',
        'Sat 21 Nov and Sun 22 Nov: closed',
        'Mon 23 Nov, 09:00 to 11:00: 2 h',
        'Counted in all: 4 h',
      ])
      expect(await lines(1)).toHaveLength(4)
    })
  })

  test('says of a level without a target that none is published', async () => {
    await visit(monday, async (page) => {
      await ask(page, { level: 'One person (P3)' })
      expect(await announced(page)).toContain('No target is published for this level.You may escalate if')
      expect(await page.locator('[data-told] .counted').count()).toBe(0)
    })
  })

  test('shows every level to those who do not know theirs', async () => {
    await visit(monday, async (page) => {
      await ask(page, { level: 'I do not know' })
      expect(await page.locator('[data-told] h3').allTextContents()).toEqual([
        'A class or an exam, now (P1)',
        'A department (P2)',
        'One person (P3)',
      ])
      const names = await page.locator('[data-told] summary').allTextContents()
      expect(names).toHaveLength(4)
      expect(new Set(names).size).toBe(4)
    })
  })

  test('fills in the time of the moment, by the institution’s clocks', async () => {
    await visit(
      '2026-07-01T22:59:30Z',
      async (page) => {
        await page.getByRole('button', { name: 'Use the time now' }).click()
        const values = await page
          .locator('[data-calculator] input[type="text"]')
          .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
        expect(values).toEqual(['1', '7', '2026', '23:59'])
      },
      { timezoneId: 'Asia/Tokyo' },
    )
  })

  test('asks nothing of any network and keeps nothing', async () => {
    await visit(monday, async (page, heard) => {
      const before = heard.asked.length
      await ask(page)
      expect(heard.asked.slice(before)).toEqual([])
      expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0)
      expect(heard.complaints).toEqual([])
    })
  })
})

describe('what cannot wait', () => {
  const call =
    'Is it stopping a class right now? Do not wait for a target: call 020 7946 0000, or use live chat.'
  test.each([
    ['A class or an exam, now (P1)', true],
    ['I do not know', true],
    ['A department (P2)', false],
    ['One person (P3)', false],
  ])('of “%s” the result begins with the phone: %s', async (level, isFirst) => {
    await visit(monday, async (page) => {
      await ask(page, { level })
      expect((await announced(page)).startsWith(call)).toBe(isFirst)
      expect(await page.getByRole('status').getByRole('link').count()).toBe(isFirst ? 1 : 0)
    })
  })

  test('whoever is at the phone number stays there as time goes by', async () => {
    await visit('2026-11-23T10:30:00Z', async (page) => {
      await ask(page, { day: '23', time: '10:20', level: 'A class or an exam, now (P1)' })
      const link = page.getByRole('status').getByRole('link')
      await link.focus()
      await page.clock.fastForward('10:00')
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.getByLabel('Day').focus()
      await page.clock.fastForward('02:00')
      await expect.poll(() => announced(page)).toContain('fell due at 10:35 today')
    })
  })
})

describe('a result whose answers are changed', () => {
  const changes: [string, (page: Page) => Promise<void>][] = [
    ['the day', (page) => page.getByLabel('Day').fill('19')],
    ['the time', (page) => page.getByLabel('Time', { exact: true }).fill('16:00')],
    ['the level', (page) => page.getByLabel('One person (P3)').check()],
    ['all of the time, by the button', (page) => page.getByRole('button', { name: 'Use the time now' }).click()],
  ] // biome-ignore format: a table
  test.each(changes)('is taken away: %s', async (_, change) => {
    await visit(monday, async (page) => {
      await ask(page)
      await change(page)
      expect(await page.locator('[data-result]').isVisible()).toBe(false)
      expect(await announced(page)).toBe('An answer was changed. Work out the targets again.')
      expect(await complaints(page)).toEqual([])
    })
  })

  test('is told of once, does not come back with time, and gives way to the next', async () => {
    await visit(monday, async (page) => {
      await ask(page)
      await page.evaluate(`new MutationObserver(() => { window.changes = (window.changes ?? 0) + 1 })
        .observe(document.querySelector('[data-announced]'), { childList: true, subtree: true, characterData: true })`)
      await page.getByLabel('Time', { exact: true }).pressSequentially('0')
      await page.getByLabel('Day').pressSequentially('1')
      await page.clock.fastForward('10:00')
      expect(await page.evaluate('window.changes')).toBe(1)
      expect(await page.locator('[data-result]').isVisible()).toBe(false)
      await ask(page, { time: '16:00' })
      expect(await announced(page)).toContain('A ticket raised on Fri 20 Nov 2026, 16:00')
      expect(await page.locator('[data-result]').isVisible()).toBe(true)
    })
  })
})

describe('a form that is not filled in right', () => {
  test('says everything that is wrong, moves the focus there, and leads to each field', async () => {
    await visit(monday, async (page) => {
      await page.getByRole('button', { name: 'Work out the targets' }).click()
      const summary = page.getByRole('alert')
      expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
      expect(await summary.getByRole('link').allTextContents()).toEqual([
        'Enter the date on which your ticket was raised.',
        'Enter the time at which it was raised, such as 14:05.',
        'Choose whom it affects, or “I do not know”.',
      ])
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.id')).toBe('raised-day')
      const day = page.getByLabel('Day')
      expect(await day.getAttribute('aria-invalid')).toBe('true')
      const described = ((await day.getAttribute('aria-describedby')) ?? '').split(' ')
      expect(await page.locator(`#${described.at(-1)}`).textContent()).toBe(
        'Enter the date on which your ticket was raised.',
      )
      expect(await complaints(page)).toEqual([])
    })
  })

  test('is quiet again once it is put right', async () => {
    await visit(monday, async (page) => {
      await page.getByRole('button', { name: 'Work out the targets' }).click()
      await ask(page)
      expect(await page.getByRole('alert').isVisible()).toBe(false)
      expect(await page.locator('[aria-invalid]').count()).toBe(0)
      expect(await page.locator('[data-result]').isVisible()).toBe(true)
    })
  })

  test.each([
    ['in the future', { day: '24' }, 'The date and time must be in the past. By this device’s clock it is Mon 23 Nov 2026, 12:00 in London.'],
    ['before the calendar begins', { year: '2024' }, 'This page knows working hours from Thu 16 Oct 2025, 00:00 on only. Enter a later date.'],
    ['that is none', { day: '31' }, '“31 11 2026” is not a date. Write one such as 23 11 2026.'],
  ])('tells of a date %s, and shows no result', async (_, answers, words) => {
    await visit(monday, async (page) => {
      await ask(page)
      await ask(page, answers)
      expect((await page.getByRole('alert').getByRole('link').allTextContents()).map(plain)).toEqual([words])
      expect(await page.locator('[data-result]').isVisible()).toBe(false)
      expect(await announced(page)).toBe('')
    })
  }) // biome-ignore format: a table
})

describe('as time goes by', () => {
  test('a target passes while the page is open, and that is said', async () => {
    await visit('2026-11-23T10:30:00Z', async (page) => {
      await ask(page)
      expect(await announced(page)).toContain('Neither target has passed yet.You may still escalate if')
      await page.clock.fastForward('31:00')
      await expect
        .poll(() => announced(page))
        .toContain('The target for a first answer fell due at 11:00 today')
      await page.clock.fastForward('04:00:00')
      await expect
        .poll(() => announced(page))
        .toContain('and the target for solving it at 15:00 today. If you had no answer by the first time')
    })
  })

  test('it is announced once, and again only when it is another', async () => {
    await visit('2026-11-23T10:30:00Z', async (page) => {
      await page.evaluate(`new MutationObserver(() => { window.changes = (window.changes ?? 0) + 1 })
        .observe(document.querySelector('[data-announced]'), { childList: true, subtree: true, characterData: true })`)
      await ask(page)
      await page.clock.fastForward('10:00')
      await expect.poll(() => told(page)).toContain('10:40')
      expect(await page.evaluate('window.changes')).toBe(1)
      await page.clock.fastForward('25:00')
      await expect.poll(() => page.evaluate('window.changes')).toBe(2)
    })
  })

  test('hours that the reader has unfolded stay so', async () => {
    await visit('2026-11-23T10:30:00Z', async (page) => {
      await ask(page, { level: 'I do not know' })
      await page.locator('[data-told] summary').first().click()
      await page.clock.fastForward('05:00')
      expect(await page.locator('[data-told] details[open]').count()).toBe(1)
    })
  })
})

test('a reader elsewhere gets the institution’s times, and is told so', async () => {
  await visit(
    monday,
    async (page) => {
      await ask(page)
      const text = await told(page)
      expect(text).toContain('Mon 23 Nov 2026, 11:00')
      expect(text).toContain(
        'All times here are London time. Your device is set to another time zone, where it is Mon 23 Nov 2026, 21:00.',
      )
    },
    { timezoneId: 'Asia/Tokyo' },
  )
})

test('a time that came twice is taken for the later, and a reader in London is not told of zones', async () => {
  await visit(monday, async (page) => {
    await ask(page, { day: '25', month: 'Oct', time: '01:30', level: 'A class or an exam, now (P1)' })
    const text = await told(page)
    expect(text).toContain('The clocks went back that night, so 01:30 came twice: the later one is taken.')
    expect(text).toContain('Sun 25 Oct 2026, 01:45')
    expect(text).not.toContain('another time zone')
  })
})

describe.each(['light', 'dark'] as const)('in %s, on a narrow screen,', (colorScheme) => {
  const narrow = { viewport: { width: 320, height: 640 }, colorScheme }
  test.each(['A department (P2)', 'One person (P3)', 'I do not know'])(
    'the result for “%s” fits and has no accessibility violation',
    async (level) => {
      await visit(
        monday,
        async (page) => {
          await ask(page, { level })
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
          expect(await complaints(page)).toEqual([])
        },
        narrow,
      )
    },
  )
})

test('without scripts the targets and the example stand, and no form', async () => {
  await opened.open(staff, path, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('[data-calculator]').isVisible()).toBe(false)
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByText('The calculator needs JavaScript').isVisible()).toBe(true)
    expect(await page.getByRole('rowheader', { name: /^A department/ }).isVisible()).toBe(true)
    expect(plain((await page.locator('main').textContent()) ?? '')).toContain(
      'A ticket that is raised on Fri 27 Nov 2026, 15:00 is due on Mon 30 Nov 2026, 15:00.',
    )
  })
})

test('the page weighs at most 25 KB with all that it loads', () => {
  expect(weightOf(opened.folderOf(staff), path).bytes).toBeLessThanOrEqual(25 * 1024)
})
