// What is usual, as a person sees it: behind the bars, in the sentence, in the table and in the order of the overview.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { launch, open, signIn } from './browser.mjs'
import { startFixtures } from './fixtures/server.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const norms = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

let server
let browser
let desk

before(async () => {
  server = await startFixtures()
  browser = await launch()
  desk = await open(browser)
  await signIn(desk.page, server.url, server.key, '/p/default')
})

after(async () => {
  await browser?.close()
  await server?.close()
})

const go = async (path, at = desk) => {
  await at.page.goto(server.url + path)
  await at.page.locator('.answer, .wall-answer').first().waitFor()
}
const text = async (selector, at = desk) => (await at.page.locator(selector).innerText()).replaceAll('\u00a0', ' ')
const quiet = (at = desk) => assert.deepEqual(at.complaints.splice(0), [])
/** What the server says is usual, changed before the page hears of it. */
const saying = (expected) => desk.page.route('**/view**expected=true**', async (route) => {
  const answer = await (await route.fetch()).json()
  for (const view of answer.views ?? [answer]) view.expected = expected(view.expected)
  await route.fulfill({ json: answer })
})

describe('what is usual', () => {
  test('stands behind the bars, in their names and in the table, and in the sentence', async () => {
    await go('/p/default/w/nordbahn?range=7d')
    assert.match(await desk.page.locator('.chart .band').getAttribute('d'), /^M[\d. L]+Z/)
    assert.match(await text('.answer'), /Stimmen über „Nordbahn“, (\d+ % mehr als üblich|\d+-mal so viele wie üblich|\d+ % weniger als üblich|wie üblich)\./)
    assert.doesNotMatch(await text('.answer'), /davor/)
    assert.match(await text('.of-usual'), /^[\d.]+–[\d.]+\s+üblich$/)
    assert.match(await desk.page.locator('a.slot').first().getAttribute('aria-label'), /üblich \d+(–\d+)?$/)
    await desk.page.locator('.twin summary').click()
    assert.equal(await text('.twin thead th:last-child'), 'üblich von – bis')
    assert.match(await text('.twin tbody tr:first-child td:last-child'), /^\d+(–\d+)?$/)
    quiet()
  })

  test('is said to be still learned, with the days known so far, and no verdict stands in the overview meanwhile', async () => {
    await saying((expected) => ({ ...expected, state: 'learning', knownDays: 3 }))
    await go('/p/default/w/nordbahn?range=7d')
    assert.match(await text('.answer'), /Was üblich ist, wird noch gelernt: 3 von 14 Tagen\.$/)
    await saying((expected) => ({ state: 'learning', knownDays: 0, neededDays: 14, until: expected.until, series: [] }))
    await go('/p/default?range=7d')
    assert.match(await text('.watches tbody tr:first-child td.usual'), /^wird gelernt: 0 von 14 Tagen$/)
    await desk.page.unroute('**/view**expected=true**')
    quiet()
  })

  test('where nobody can say it, nothing is said or drawn', async () => {
    for (const range of ['12m', 'all']) {
      await go(`/p/default/w/nordbahn?range=${range}`)
      assert.doesNotMatch(await text('.answer'), /üblich/)
      assert.equal(await desk.page.locator('.of-usual').count(), 0)
    }
    quiet()
  })

  test('puts the unusual first in the overview', async () => {
    const counts = new Map([['paketmoewe', 3.1], ['stadtwerke-auental', 9]])
    await desk.page.route('**/views**expected=true**', async (route) => {
      const answer = await (await route.fetch()).json()
      for (const view of answer.views) {
        const { voices } = view.total
        const times = counts.get(view.watch) ?? 1
        const limits = { low: Math.floor((voices / times) * 0.8), expected: voices / times, high: Math.ceil((voices / times) * 1.2) }
        view.expected = { ...view.expected, state: 'known', total: { mentions: limits, voices: limits } }
      }
      await route.fulfill({ json: answer })
    })
    await go('/p/default?range=7d')
    const rows = await desk.page.locator('.watches tbody tr').evaluateAll((all) =>
      all.map((row) => [row.querySelector('th a').textContent, row.querySelector('td.usual').textContent.replaceAll('\u00a0', ' ')]))
    assert.deepEqual(rows.slice(0, 2), [['Stadtwerke Auental', '9-mal so viel wie üblich'], ['Paketmöwe', '3-mal so viel wie üblich']])
    assert.ok(rows.slice(2).every(([, against]) => !against.includes('über')))
    assert.match(await text('.answer'), /am meisten über Nordbahn gesprochen/)
    await desk.page.unroute('**/views**expected=true**')
    quiet()
  })

  test('is a band on the wall, too, and the caption says so', async () => {
    await go('/p/default/wall/paketmoewe')
    assert.equal(await text('.wall-course figcaption'), 'Erwähnungen je Stunde (Band = üblich)')
    assert.match(await desk.page.locator('.wall-plot .band').getAttribute('d'), /^M/)
    quiet()
  })

  for (const dark of [false, true])
    test(`can be read by everyone, ${dark ? 'dark' : 'light'}`, async () => {
      const own = await open(browser, { dark })
      await signIn(own.page, server.url, server.key, '/p/default')
      for (const path of ['/p/default?range=7d', '/p/default/w/nordbahn?range=7d']) {
        await go(path, own)
        await own.page.evaluate(axe)
        const found = await own.page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), norms)
        assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html]), [], path)
      }
      quiet(own)
      await own.context.close()
    })
})
