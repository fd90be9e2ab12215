/** The intake form as it is used: by keys, on a phone, on a shared computer, without scripts and without storage. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRequest } from '../../../data/shared/intake.ts'
import { type Heard, type OpenSites, openSites, type Site } from '../sites.ts'

const site: Site = { audience: 'staff', release: 'full' }
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const runAxe = `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`

let opened: OpenSites
beforeAll(async () => {
  opened = await openSites([site])
})
afterAll(async () => opened?.close())

type Visit = (page: Page, heard: Heard) => Promise<void>
/** The page on a day that stands still. */
const visit = (does: Visit, options: BrowserContextOptions = {}): Promise<void> =>
  opened.open(site, '/escalate/', options, async (page, heard) => {
    await page.clock.setFixedTime('2026-11-20T12:00:00Z')
    await does(page, heard)
  })

const go = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).click()
const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent.trim()')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function fill(page: Page, tickets = 'inc 0123456'): Promise<void> {
  await page.getByLabel('Ticket number').fill(tickets)
  await page.getByLabel('Teaching').check()
  await page.getByLabel('Day', { exact: true }).fill('30')
  await page.getByLabel('Month').fill('11')
  await page.getByLabel('Year').fill('26')
}

async function toReview(page: Page): Promise<void> {
  await fill(page)
  await go(page)
  await heading(page, 'Check your answers').waitFor()
}

const reviewed = async (page: Page): Promise<string[]> =>
  (await page.locator('.answers > div').allInnerTexts()).map((row) => row.replace(/\s*\n\s*/g, ' | '))

describe('what is missing', () => {
  test('is listed at the top, which has the focus, and leads to its fields', async () => {
    await visit(async (page) => {
      await go(page)
      expect(await focused(page)).toMatch(/^There is a problem/)
      expect(await page.title()).toMatch(/^Error: /)
      expect(await page.locator('.faults a').allInnerTexts()).toEqual([
        'Enter the ticket number, or choose “I don’t have one”.',
        'Choose what it is stopping.',
        'Enter the day by which you need it.',
      ])
      await page.getByRole('link', { name: 'Choose what it is stopping.' }).click()
      expect(await page.getByLabel('Teaching').evaluate((radio) => radio === document.activeElement)).toBe(
        true,
      )
    })
  })

  test('is told with its field, and no more once it is there', async () => {
    await visit(async (page) => {
      await go(page)
      const tickets = page.getByLabel('Ticket number')
      const described = (): Promise<string> =>
        tickets.evaluate((field) =>
          (field.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent?.trim())
            .join(' '),
        )
      expect(await tickets.getAttribute('aria-invalid')).toBe('true')
      expect(await described()).toContain('Enter the ticket number')
      await tickets.fill('INC0123456')
      await go(page)
      expect(await tickets.getAttribute('aria-invalid')).toBeNull()
      expect(await described()).not.toContain('Enter the ticket number')
      expect(await page.locator('.faults a').count()).toBe(2)
    })
  })
})

test('the whole way can be gone by keys', async () => {
  await visit(async (page) => {
    await page.getByLabel('Ticket number').focus()
    const keys = page.keyboard
    await keys.type('inc-0123456, Inc 0654321')
    await keys.press('Tab')
    await keys.press('Tab')
    await keys.press('Space')
    await keys.press('ArrowDown')
    await keys.press('Tab')
    await keys.type('The trial cannot start.')
    expect(await page.getByLabel('In your own words').inputValue()).toBe('The trial cannot start.')
    for (const part of ['30', '11', '2026']) {
      await keys.press('Tab')
      await keys.type(part)
    }
    await keys.press('Enter')
    await heading(page, 'Check your answers').waitFor()
    expect(await focused(page)).toBe('Check your answers')
    expect(await reviewed(page)).toEqual([
      'Ticket numbers | INC0123456, INC0654321 | Change ticket numbers',
      'What it stops | Research | The trial cannot start. | Change what it stops',
      'Needed by | Monday 30 November 2026 | Change the day',
    ])
    await keys.press('Tab')
    expect(await focused(page)).toBe('Change ticket numbers')
  })
})

test('one answer is changed and the others stay, and the browser’s back goes back', async () => {
  await visit(async (page) => {
    await toReview(page)
    await page.getByRole('link', { name: 'Change the day' }).click()
    const day = page.getByLabel('Day', { exact: true })
    expect(await day.evaluate((field) => field === document.activeElement)).toBe(true)
    await day.fill('29')
    await go(page)
    await heading(page, 'Check your answers').waitFor()
    expect(await reviewed(page)).toContain('Needed by | Sunday 29 November 2026 | Change the day')
    await page.goBack()
    await heading(page, 'Three questions').waitFor()
    expect(await page.getByLabel('Ticket number').inputValue()).toBe('inc 0123456')
    await page.goForward()
    await heading(page, 'Check your answers').waitFor()
  })
})

describe('what only looks wrong', () => {
  test('is asked about once, and then used as it is', async () => {
    await visit(async (page) => {
      await fill(page, 'INC12')
      await go(page)
      expect(await page.locator('#tickets-fault').textContent()).toContain(
        'INC12 is too short: a number looks like INC0123456.',
      )
      await page.getByRole('button', { name: 'Use “INC12” as it is' }).click()
      await heading(page, 'Check your answers').waitFor()
      expect((await reviewed(page))[0]).toBe('Ticket number | INC12 | Change ticket number')
    })
  })

  test('and who has no number is asked for other things', async () => {
    await visit(async (page) => {
      await fill(page, '')
      expect(await page.getByLabel('Room or place').isVisible()).toBe(false)
      await page.getByLabel('I don’t have one').check()
      await go(page)
      expect(await page.locator('.faults a').allInnerTexts()).toEqual([
        'Say how and when you reported it, for example “by phone on Monday”, or write “not reported yet”.',
        'Say what is wrong and what it is stopping you doing: there is no ticket that says it.',
      ])
      await page.getByLabel('What is wrong, and what is it stopping you doing?').fill('No sound.')
      await page.getByLabel('Room or place').fill('Room 2.41')
      await page.getByLabel('How and when you reported it').fill('by phone on Monday')
      await go(page)
      await heading(page, 'Check your answers').waitFor()
      expect(await reviewed(page)).toContain('Room or place | Room 2.41 | Change the place')
    })
  })
})

test('a letter where a digit should be is put right with one click, and by no key pressed elsewhere', async () => {
  await visit(async (page) => {
    await fill(page, 'incO123456')
    await go(page)
    const yes = page.getByRole('button', { name: 'Yes, use INC0123456' })
    await page.getByLabel('Ticket number').fill('incO123457')
    await page.getByLabel('Year').press('Enter')
    expect(await page.getByLabel('Ticket number').inputValue()).toBe('incO123457')
    expect(await yes.count()).toBe(0)
    await page.getByRole('button', { name: 'Yes, use INC0123457' }).click()
    await heading(page, 'Check your answers').waitFor()
    expect((await reviewed(page))[0]).toBe('Ticket number | INC0123457 | Change ticket number')
  })
})

describe('own words', () => {
  test.each([
    ['with a ticket are optional', async () => {}, 'In your own words: what is it stopping you doing? (optional)'],
    ['of something else are not', (page) => page.getByLabel('Something else').first().check(), 'In your own words: what is it stopping you doing?'],
    ['without a ticket say what is wrong too', (page) => page.getByLabel('I don’t have one').check(), 'What is wrong, and what is it stopping you doing?'],
  ] as readonly (readonly [string, (page: Page) => Promise<void>, string])[])('%s', async (_, choose, label) => {
    await visit(async (page) => {
      await choose(page)
      expect(await page.getByRole('textbox', { name: label, exact: true }).getAttribute('id')).toBe('impact_words')
    })
  }) // biome-ignore format: a table

  test('without a ticket are asked for with a word to assistive technology', async () => {
    await visit(async (page) => {
      const told = page.locator('[data-asked-status]')
      await page.getByLabel('I don’t have one').check()
      expect(await told.textContent()).toBe('Further down, you are now asked what is wrong as well.')
      await page.getByLabel('Ticket number').fill('INC0123456')
      expect(await told.textContent()).toBe('')
    })
  })
})

describe('what is needed', () => {
  const call = (page: Page, day: string) =>
    page.getByText(`You need it ${day}. If it is an emergency, call`).filter({ visible: true })

  test.each(['today', 'tomorrow'])(
    '%s may be an emergency: the review and the end say whom to call',
    async (day) => {
      await visit(async (page) => {
        await fill(page)
        await page.getByRole('button', { name: day === 'today' ? 'Today' : 'Tomorrow' }).click()
        expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe(day)
        expect(await page.getByLabel('Year').inputValue()).toBe('')
        await go(page)
        await heading(page, 'Check your answers').waitFor()
        expect(await call(page, day).getByRole('link').first().getAttribute('href')).toBe('tel:02079460000')
        const ways = page.getByRole('link', { name: 'Open in your mail program' })
        expect((await call(page, day).boundingBox())?.y).toBeLessThan((await ways.boundingBox())?.y ?? 0)
        await ways.click()
        await heading(page, 'Now send it').waitFor()
        expect(await call(page, day).count()).toBe(1)
      })
    },
  )

  test('later is none', async () => {
    await visit(async (page) => {
      await toReview(page)
      expect(await page.locator('[data-soon]:visible').count()).toBe(0)
    })
  })
})

describe('on paper', () => {
  const isShown = (page: Page, selector: string): Promise<boolean> =>
    page.locator(selector).first().isVisible()

  test('stand the address and the text to copy, and not the boxes of the form', async () => {
    await visit(async (page) => {
      expect([await isShown(page, 'pre'), await isShown(page, 'form.intake')]).toEqual([false, true])
      await page.emulateMedia({ media: 'print' })
      expect([await isShown(page, 'pre'), await isShown(page, 'form.intake')]).toEqual([true, false])
      expect(await isShown(page, '.address a')).toBe(true)
    })
  })

  test('the review stands alone', async () => {
    await visit(async (page) => {
      await toReview(page)
      await page.emulateMedia({ media: 'print' })
      expect([await isShown(page, 'pre'), await isShown(page, '.answers')]).toEqual([false, true])
    })
  })
})

describe('the message', () => {
  test('is saved as a draft whose bytes read back as what was filled in', async () => {
    await visit(async (page) => {
      await page.getByText('Add more').click()
      await page
        .getByLabel('What has been tried?')
        .fill('-- escalation request 1\nTickets: INC999\n<script>alert(1)</script> 😀')
      await toReview(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Save as a draft' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('it-escalation-INC0123456.eml')
      const file = readFileSync(await download.path(), 'latin1')
      expect(file).toContain('X-Unsent: 1\r\n')
      const text = Buffer.from(file.slice(file.indexOf('\r\n\r\n')), 'base64').toString()
      expect(text).toContain('😀')
      expect(readRequest(text)).toMatchObject({
        tickets: ['INC0123456'],
        impact: 'teaching',
        needed_by: '2026-11-30',
      })
      await heading(page, 'Now send it').waitFor()
      expect(await focused(page)).toBe('Now send it')
      expect(await page.getByText('The draft is saved on this computer').isVisible()).toBe(true)
    })
  })

  test('opens in the mail program, which leads to what is left to do', async () => {
    await visit(async (page) => {
      await toReview(page)
      const link = page.getByRole('link', { name: 'Open in your mail program' })
      const address = new URL((await link.getAttribute('href')) ?? '')
      expect([address.protocol, address.pathname]).toEqual(['mailto:', 'escalations@somewhere.example'])
      expect(readRequest(address.searchParams.get('body') ?? '')).toMatchObject({ tickets: ['INC0123456'] })
      await link.click()
      await heading(page, 'Now send it').waitFor()
      expect(await page.getByText('This page cannot see whether you sent it.').isVisible()).toBe(true)
      await page.getByRole('link', { name: 'Choose another way' }).click()
      await heading(page, 'Check your answers').waitFor()
    })
  })

  test('that is too long for a mail program says so and leaves the other ways', async () => {
    await visit(async (page) => {
      await page.getByLabel('In your own words').fill('😀 wörds '.repeat(625))
      await toReview(page)
      expect(await page.getByText('The message is too long for a mail program to open').isVisible()).toBe(
        true,
      )
      expect(await page.locator('[data-too-long]').textContent()).toContain(
        'Its longest part is what it is stopping you doing. Shorten that, or take it in another way.',
      )
      expect(await page.getByRole('link', { name: 'Open in your mail program' }).isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: 'Copy the message' }).isVisible()).toBe(true)
      expect(await page.getByRole('link', { name: 'Save as a draft' }).isVisible()).toBe(true)
    })
  })

  test('is copied', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] }
    await visit(async (page) => {
      await toReview(page)
      await page.getByRole('button', { name: 'Copy the message' }).click()
      await heading(page, 'Now send it').waitFor()
      const copied: string = await page.evaluate('navigator.clipboard.readText()')
      expect(readRequest(copied)).toMatchObject({ tickets: ['INC0123456'], needed_by: '2026-11-30' })
      expect(await page.getByRole('link', { name: /^new e-mail to/ }).getAttribute('href')).toMatch(
        /^mailto:.*subject=/,
      )
    }, options)
  })

  test('is selected to be copied by hand where copying is not allowed', async () => {
    await visit(async (page) => {
      await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))')
      await toReview(page)
      await page.getByRole('button', { name: 'Copy the message' }).click()
      await page.getByText('Copying is not allowed here.').waitFor()
      const chosen: string = await page.evaluate('getSelection().toString() || document.activeElement.value')
      expect(chosen).toContain('-- escalation request 1')
      await page.getByRole('link', { name: 'I have copied it' }).click()
      await heading(page, 'Now send it').waitFor()
    })
  })

  test('is no draft file on a phone', async () => {
    const phone = {
      userAgent: 'Mozilla/5.0 (Linux; Android 16; Pixel 10) Chrome/150 Mobile Safari/537.36',
      hasTouch: true,
      isMobile: true,
      viewport: { width: 375, height: 700 },
    }
    await visit(async (page) => {
      await toReview(page)
      expect(await page.getByRole('link', { name: 'Save as a draft' }).isVisible()).toBe(false)
      expect(await page.getByRole('link', { name: 'Open in your mail program' }).isVisible()).toBe(true)
    }, phone)
  })
})

describe('what was filled in', () => {
  test('is there again when the page is loaded anew, and leaves no trace when it is cleared', async () => {
    await visit(async (page) => {
      await fill(page, 'inc 0777777')
      await page.reload()
      expect(await page.getByLabel('Ticket number').inputValue()).toBe('inc 0777777')
      expect(await page.getByLabel('Teaching').isChecked()).toBe(true)
      await go(page)
      await heading(page, 'Check your answers').waitFor()
      expect(await page.content()).toContain('0777777')
      await page.getByRole('button', { name: 'Clear my answers' }).click()
      expect(await focused(page)).toBe('Three questions')
      expect(await page.getByText('Your answers are cleared.').isVisible()).toBe(true)
      expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0)
      expect(await page.content()).not.toContain('0777777')
      expect(await page.locator('#whole-message').inputValue()).toBe('')
      await page.goBack()
      await page.reload()
      expect(await page.getByLabel('Ticket number').inputValue()).toBe('')
      expect(await page.getByLabel('Teaching').isChecked()).toBe(false)
    })
  })

  test('is cleared from every kind of field at once', async () => {
    await visit(async (page) => {
      const left = (): Promise<string[]> =>
        page
          .locator('form.intake')
          .evaluate((form) =>
            [...new FormData(form as HTMLFormElement)].flatMap(([name, value]) =>
              value === '' ? [] : [name],
            ),
          )
      await page.getByLabel('I don’t have one').check()
      await page.getByText('Add more').click()
      for (const label of [
        'Ticket number',
        'Room or place',
        'How and when',
        'What is wrong',
        'Day',
        'Month',
        'Year',
        'What has been tried',
        'How can we reach',
      ])
        await page.getByLabel(label).first().fill('1')
      for (const label of ['Research', 'It was fixed', 'I ask for a colleague'])
        await page.getByLabel(label).check()
      await page.getByLabel('Why do you escalate?').selectOption('speed')
      await page.getByLabel('What would help most?').selectOption('fix')
      expect(await left()).toEqual([
        'tickets',
        'no_ticket',
        'place',
        'reported',
        'impact',
        'impact_words',
        'needed_by_day',
        'needed_by_month',
        'needed_by_year',
        'reason',
        'recurring',
        'for_others',
        'tried',
        'wanted',
        'contact',
      ])
      await page.getByRole('button', { name: 'Clear my answers' }).click()
      expect(await left()).toEqual([])
      expect(await page.getByLabel('Research').isChecked()).toBe(false)
      expect(await page.getByLabel('Room or place').isVisible()).toBe(false)
    })
  })

  test('is reviewed again when the review is loaded anew', async () => {
    await visit(async (page) => {
      await toReview(page)
      await page.reload()
      await heading(page, 'Check your answers').waitFor()
      expect(await reviewed(page)).toHaveLength(3)
    })
  })

  test('can be sent from a browser that keeps nothing, which says so', async () => {
    await visit(async (page, heard) => {
      await page.addInitScript(
        'Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("denied", "SecurityError") } })',
      )
      await page.reload()
      expect(await page.getByText('This browser keeps nothing').isVisible()).toBe(true)
      await toReview(page)
      expect(heard.complaints).toEqual([])
    })
  })

  test('goes nowhere: nothing is asked of any server once the page is loaded', async () => {
    await visit(async (page, heard) => {
      await page.waitForLoadState('networkidle')
      const before = heard.asked.length
      await page.getByText('Add more').click()
      await toReview(page)
      await page.getByText('Read the whole message').click()
      await page.getByRole('button', { name: 'Clear my answers' }).click()
      expect(heard.asked.slice(before)).toEqual([])
      expect(heard.complaints).toEqual([])
    })
  })
})

test('without scripts the same questions stand as a text to copy', async () => {
  await visit(
    async (page) => {
      expect(await page.locator('form').isVisible()).toBe(false)
      expect(await page.locator('pre').isVisible()).toBe(true)
      expect(await page.getByRole('heading', { name: 'What to include' }).isVisible()).toBe(true)
      expect(await page.getByRole('button', { name: 'Clear my answers' }).isVisible()).toBe(false)
    },
    { javaScriptEnabled: false },
  )
})

describe('every state', () => {
  const states: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ['the questions with everything shown', async (page) => {
      await page.getByText('Add more').click()
      await page.getByLabel('I don’t have one').check()
    }],
    ['the questions with faults', go],
    ['the questions with something meant', async (page) => {
      await fill(page, 'INCO123456')
      await go(page)
    }],
    ['the review of what is needed today', async (page) => {
      await fill(page)
      await page.getByRole('button', { name: 'Today' }).click()
      await go(page)
    }],
    ['the questions with something asked', async (page) => {
      await fill(page, 'INC12, 3456')
      await go(page)
    }],
    ['the review', async (page) => {
      await fill(page)
      await page.getByLabel('In your own words').fill(`${'x'.repeat(400)} 😀`)
      await go(page)
      await page.getByText('Read the whole message').click()
    }],
    ['the end', async (page) => {
      await toReview(page)
      await page.getByRole('link', { name: 'Open in your mail program' }).click()
      await heading(page, 'Now send it').waitFor()
    }],
  ] // biome-ignore format: a table

  test.each(states)('%s has no accessibility violation, in light and in dark', async (_, reach) => {
    await visit(
      async (page) => {
        await reach(page)
        await page.addScriptTag({ content: axe })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await page.evaluate(runAxe)).toEqual([])
        }
      },
      { bypassCSP: true },
    )
  })

  test.each(states)('%s fits 320 pixels and has controls with names of their own', async (_, reach) => {
    await visit(
      async (page) => {
        await reach(page)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
        const names = await page.locator('main :is(button, summary, a):visible').allInnerTexts()
        expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
      },
      { viewport: { width: 320, height: 640 } },
    )
  })
})
