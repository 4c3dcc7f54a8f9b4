// Takes pictures of every screen, light and dark, German and English, on a laptop and a phone, into target/look:
//   node test/look.mjs [name part]      (against HABITUS_URL and HABITUS_KEY, else against the fixtures)
import { mkdirSync } from 'node:fs'
import { startFixtures } from './fixtures/server.mjs'
import { laptop, launch, open, phone, signIn } from './browser.mjs'

const out = 'target/look'
const only = process.argv[2] ?? ''
mkdirSync(out, { recursive: true })
const server = process.env.HABITUS_URL ? { url: process.env.HABITUS_URL, key: process.env.HABITUS_KEY, close() {} } : await startFixtures()
const bare = await startFixtures({ example: false })
const watch = process.env.HABITUS_WATCH ?? '/p/default/w/nordbahn'
const browser = await launch()

const settle = (page) => page.waitForTimeout(500)
// A real system may need a moment; a picture of a screen that is still loading is no picture of it.
const arrived = (page, name) => (name.includes('loading') ? null : page.waitForFunction(() => !document.querySelector('.shapes, [aria-busy="true"]')))
const screens = {
  login: { path: '/', stay: true },
  overview: { path: '/p/default?range=30d' },
  'overview-all': { path: '/p/default?range=all' },
  watch: { path: `${watch}?range=30d` },
  'watch-7d': { path: `${watch}?range=7d` },
  'watch-day': { path: watch },
  'watch-all': { path: `${watch}?range=all` },
  'watch-part': {
    path: `${watch}?range=30d`,
    async then(page) {
      await page.locator('a.slot').nth(20).click()
      await settle(page)
      await page.locator('a.slot').nth(22).hover()
    },
  },
  'watch-search': { path: `${watch}?range=30d&q=versp%C3%A4tung%20OR%20(anschluss` },
  'watch-filtered': { path: `${watch}?range=30d&type=review&lang=de&q=nichtszufinden` },
  'watch-table': { path: `${watch}?range=12m`, then: (page) => page.locator('.twin summary').click() },
  'watch-unknown': { path: '/p/default/w/gibtesnicht' },
  'watch-long': { path: `${watch}?range=30d`, full: true },
  edit: { path: `${watch}/edit` },
  'edit-wrong': { path: '/p/default/new', async then(page) {
    await page.locator('#watch-name').fill('Verspätungen')
    await page.locator('.editor textarea').fill('(verspätung OR "zug fällt aus') } },
  'edit-remove': { path: `${watch}/edit`, then: (page) => page.locator('.form-buttons .danger').first().click() },
  settings: { path: '/p/default/settings' },
  sources: { path: '/p/default/sources' },
  wall: { path: '/p/default/wall' },
  'wall-none': { path: '/p/default/wall', bare: true },
  'watch-held': { path: watch, then: (page) => page.keyboard.press('p') },
  menu: { path: '/p/default?range=30d', then: (page) => page.keyboard.press('Control+k') },
  keys: { path: '/p/default?range=30d', then: (page) => page.keyboard.press('?') },
  range: { path: '/p/default?range=30d', then: (page) => page.locator('.custom-range').click() },
  'overview-empty': { path: '/p/default', bare: true },
  'overview-silent': { path: '/p/default?from=2001-01-01&to=2001-01-05' },
  'overview-loading': { path: '/p/default?range=7d', async before(page) { await page.route('**/views**', () => {}) } },
  'overview-error': { path: '/p/default?range=7d', async before(page) { await page.route('**/views**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"title":"Service Unavailable"}' })) } },
  'watch-loading': { path: watch, async before(page) { await page.route('**/view?**', () => {}) } },
  'watch-error': { path: watch, async before(page) { await page.route('**/view?**', (route) => route.abort()) } },
}

for (const [name, screen] of Object.entries(screens)) {
  for (const [size, viewport] of Object.entries({ laptop, phone })) {
    for (const dark of [false, true]) {
      for (const language of ['de', 'en']) {
        const title = `${name}-${size}-${dark ? 'dark' : 'light'}-${language}`
        if (only && !new RegExp(only).test(title)) continue
        const at = screen.bare ? bare : server
        const { page, context, complaints } = await open(browser, { language, dark, viewport })
        if (!screen.stay) await signIn(page, at.url, at.key)
        if (screen.before) await screen.before(page)
        await page.goto(at.url + screen.path)
        await settle(page)
        await arrived(page, name)
        if (screen.then) {
          await screen.then(page)
          await settle(page)
        }
        await page.screenshot({ path: `${out}/${title}.png`, fullPage: screen.full ?? false })
        const expected = /error|loading|login|search|wrong/.test(name)
        if (complaints.length && !expected) console.log(title, complaints)
        await context.close()
      }
    }
  }
}
await browser.close()
await server.close()
await bare.close()
