// The browser the page is tried in: the system's own Chromium, never a downloaded one.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const usual = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const executable = usual.find((path) => path && existsSync(path)) ?? null

export function launch() {
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  })
}

export const laptop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** A page of its own, in this language and these colours; what it complains about is collected in `complaints`. */
export async function open(browser, { language = 'de', dark = false, viewport = laptop, reducedMotion = true } = {}) {
  const context = await browser.newContext({
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    viewport,
    isMobile: viewport.width < 600,
    hasTouch: viewport.width < 600,
  })
  const page = await context.newPage()
  const complaints = []
  const requests = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  return { page, context, complaints, requests }
}

/** Signs in as a person does, by pasting the key. */
export async function signIn(page, url, key, path = '/') {
  await page.goto(url + path)
  await page.locator('#key').fill(key)
  await page.locator('form button[type=submit]').click()
  await page.locator('header.bar').waitFor()
}
