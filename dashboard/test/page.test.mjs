// The page in a real browser, as a person uses it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { laptop, launch, open, signIn } from './browser.mjs'
import { startFixtures } from './fixtures/server.mjs'
import { prepare, until } from './world.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const norms = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

let server
let world
let browser
/** A page that is signed in, shared by the tests that do not need one of their own. */
let desk

before(async () => {
  server = process.env.HABITUS_URL
    ? { url: process.env.HABITUS_URL.replace(/\/$/, ''), key: process.env.HABITUS_KEY, close() {} }
    : await startFixtures()
  world = await prepare(server)
  browser = await launch()
  desk = await open(browser)
  await signIn(desk.page, server.url, server.key, world.path)
})

after(async () => {
  await browser?.close()
  await world?.remove()
  await server?.close()
})

const go = async (path, at = desk) => {
  await at.page.goto(server.url + path)
  await at.page.locator('main#content').waitFor()
}
const text = async (selector, at = desk) => (await at.page.locator(selector).innerText()).replaceAll('\u00a0', ' ')
const number = (words) => Number(words.replace(/\D/g, ''))
const listed = async (at = desk) => number(await text('.mentions .total', at))
const total = (expected, at = desk) => until(async () => assert.equal(await listed(at), expected), { within: 15_000 })
const quiet = (at = desk) => assert.deepEqual(at.complaints.splice(0), [])
/** Refused requests are logged by the browser itself; where one is meant to be refused, that is no complaint. */
const quietBut = (status, at = desk) =>
  assert.deepEqual(at.complaints.splice(0).filter((complaint) => !complaint.includes(`status of ${status}`)), [])

describe('signing in', () => {
  test('a key that is none is refused at once, a wrong one by the server, the right one opens', async () => {
    const own = await open(browser)
    await own.page.goto(server.url)
    await own.page.locator('#key').fill('geheim')
    await own.page.keyboard.press('Enter')
    assert.match(await text('#key-wrong', own), /beginnt mit „hab_“/)
    await own.page.locator('#key').fill(`hab_${'a'.repeat(8)}_${'b'.repeat(43)}`)
    await own.page.keyboard.press('Enter')
    await own.page.getByText('Dieser Schlüssel gilt nicht').waitFor()
    quietBut(401, own)
    await own.page.locator('#key').fill(` ${server.key}\n`)
    await own.page.keyboard.press('Enter')
    await own.page.locator('header.bar').waitFor()
    await own.page.reload()
    await own.page.locator('header.bar').waitFor()
    const kept = await own.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, cookie: document.cookie }))
    assert.ok(!kept.includes(server.key.slice(13)), 'the key is nowhere in the browser')
    await own.page.getByRole('button', { name: 'Abmelden' }).click()
    await own.page.locator('#key').waitFor()
    quiet(own)
    await own.context.close()
  })

  test('a session that ends asks for the key and then shows what was there', async () => {
    const own = await open(browser)
    await signIn(own.page, server.url, server.key, `${world.watchPath('Nordbahn')}?range=12m&q=anschluss`)
    await own.page.locator('.mention').first().waitFor()
    await own.context.clearCookies()
    await own.page.getByText('Die Sitzung ist abgelaufen').waitFor({ timeout: 15_000 })
    await own.page.locator('#key').fill(server.key)
    await own.page.keyboard.press('Enter')
    await own.page.locator('.mention').first().waitFor()
    assert.match(own.page.url(), /range=12m&q=anschluss/)
    quietBut(401, own)
    await own.context.close()
  })
})

describe('the overview', () => {
  test('has one line per watch, the loudest first, and leads to each', async () => {
    await go(`${world.path}?range=30d`)
    await desk.page.locator('.watches tbody tr').first().waitFor()
    const names = await desk.page.locator('.watches tbody th a').allInnerTexts()
    assert.equal(names.length, 4)
    const counts = await desk.page.locator('.watches tbody tr').evaluateAll((rows) =>
      rows.map((row) => Number(row.children[3].firstChild.textContent.replace(/\D/g, '')) + Number(row.children[5].firstChild.textContent.replace(/\D/g, ''))))
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a))
    assert.equal(names.at(-1), 'Nie Gehörtes')
    assert.match(await text('.answer'), /^In den letzten 30 Tagen wurde am meisten über .+ gesprochen/)
    await desk.page.getByRole('link', { name: 'Nordbahn', exact: true }).last().click()
    await desk.page.locator('.watch .answer').waitFor()
    assert.match(desk.page.url(), /\/w\/nordbahn\?range=30d$/)
    await desk.page.goBack()
    await desk.page.locator('.watches').waitFor()
    quiet()
  })

  test('offers the time in which something was heard when nothing was in the chosen one', async () => {
    await go(`${world.path}?from=2001-01-01&to=2001-01-05`)
    await desk.page.getByRole('link', { name: 'Diesen Zeitraum zeigen' }).click()
    await desk.page.locator('.answer').waitFor()
    assert.match(desk.page.url(), /range=all/)
    quiet()
  })

  test('takes any days', async () => {
    await go(world.path)
    await desk.page.getByRole('button', { name: 'Von – bis' }).click()
    await desk.page.getByLabel('Von', { exact: true }).fill('2020-02-03')
    await desk.page.getByLabel('Bis', { exact: true }).fill('2020-02-01')
    await desk.page.getByRole('button', { name: 'Zeigen' }).click()
    await desk.page.getByText('darf nicht nach').waitFor()
    await desk.page.getByLabel('Bis', { exact: true }).fill('2020-02-29')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('button', { name: /^3\..29\. Feb\. 2020$/ }).waitFor()
    assert.match(desk.page.url(), /from=2020-02-03&to=2020-02-29/)
    quiet()
  })

  test('invites to add a watch where there is none', async () => {
    const id = `${world.id}-empty`
    await world.rest('POST', '/projects', { id, name: 'Leer', officialAccounts: [], timeZone: 'Europe/Berlin' })
    try {
      await go(`/p/${id}`)
      await desk.page.getByRole('link', { name: 'Erste Beobachtung anlegen' }).click()
      await desk.page.locator('#watch-name').waitFor()
      quiet()
    } finally {
      await world.rest('DELETE', `/projects/${id}`)
    }
  })
})

describe('one watch', () => {
  test('says, draws, tabulates and lists the same figure', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await total(world.nordbahn)
    const figures = (await desk.page.locator('.answer a.figure').allInnerTexts()).map(number)
    assert.equal(figures[1] + figures[2], world.nordbahn)
    await desk.page.locator('.twin summary').click()
    const rows = await desk.page.locator('.twin tbody tr').evaluateAll((all) =>
      all.map((row) => [1, 2].map((i) => Number(row.children[i].textContent.replace(/\D/g, '')))))
    assert.equal(rows.flat().reduce((a, b) => a + b), world.nordbahn)
    const bars = await desk.page.locator('a.slot').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')))
    const drawn = bars.map((label) => label.split(': ')[1].split(', ')).map(([posts, reposts]) => Number(posts.replace(/\D/g, '')) + Number(reposts.replace(/\D/g, '')))
    assert.equal(drawn.reduce((a, b) => a + b), world.nordbahn)
    quiet()
  })

  test('opens the posts of a bar, and of several that were dragged over', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=30d`)
    await desk.page.locator('a.slot').first().waitFor()
    const counts = await desk.page.locator('a.slot').evaluateAll((all) =>
      all.map((bar) => bar.getAttribute('aria-label').split(': ')[1].split(', ').slice(0, 2).reduce((sum, part) => sum + Number(part.replace(/\D/g, '')), 0)))
    const loud = counts.indexOf(Math.max(...counts))
    await desk.page.locator('a.slot').nth(loud).click()
    await total(counts[loud])
    assert.match(desk.page.url(), /part=/)
    const box = async (i) => (await desk.page.locator('a.slot .slot-area').nth(i).boundingBox())
    const [a, b] = [await box(4), await box(14)]
    await desk.page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
    await desk.page.mouse.down()
    await desk.page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 8 })
    await desk.page.mouse.up()
    await total(counts.slice(4, 15).reduce((x, y) => x + y))
    await desk.page.goBack()
    await total(counts[loud])
    await desk.page.goBack()
    await total(counts.reduce((x, y) => x + y))
    quiet()
  })

  test('lets the keyboard walk along the bars and open one', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=30d`)
    await desk.page.locator('a.slot').first().waitFor()
    await desk.page.locator('.segments.small a').last().focus()
    await desk.page.keyboard.press('Tab')
    const label = () => desk.page.evaluate(() => document.activeElement.getAttribute('aria-label'))
    const last = await label()
    await desk.page.keyboard.press('ArrowLeft')
    const before = await label()
    assert.notEqual(before, last)
    await desk.page.keyboard.press('Home')
    await desk.page.keyboard.press('End')
    await desk.page.keyboard.press('Home')
    await desk.page.keyboard.press('ArrowRight')
    const chosen = await label()
    await desk.page.keyboard.press('Enter')
    await total(chosen.split(': ')[1].split(', ').slice(0, 2).reduce((sum, part) => sum + number(part), 0))
    await desk.page.keyboard.press('Tab')
    assert.equal(await desk.page.evaluate(() => document.activeElement.tagName), 'SUMMARY', 'the chart is one stop')
    quiet()
  })

  test('loads the list on to its end, each post once', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await total(world.nordbahn)
    await until(async () => {
      await desk.page.mouse.wheel(0, 20_000)
      const ids = await desk.page.locator('[data-mention]').evaluateAll((all) => all.map((item) => item.dataset.mention))
      assert.equal(new Set(ids).size, ids.length)
      assert.equal(ids.length, world.nordbahn)
    }, { within: 40_000 })
    const times = await desk.page.locator('.mention time').evaluateAll((all) => all.map((time) => Date.parse(time.dateTime)))
    assert.deepEqual(times, [...times].sort((x, y) => y - x))
    quiet()
  })

  test('finds in the list what is searched for, and marks it', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await total(world.nordbahn)
    await desk.page.keyboard.press('/')
    await desk.page.keyboard.type('anschluss')
    await desk.page.keyboard.press('Enter')
    await total(await world.count(world.watchOf('Nordbahn'), '&q=anschluss'))
    assert.match(desk.page.url(), /q=anschluss/)
    assert.ok((await desk.page.locator('.mention mark').allInnerTexts()).some((mark) => /^anschluss$/i.test(mark)))
    await desk.page.reload()
    await total(await world.count(world.watchOf('Nordbahn'), '&q=anschluss'))
    quiet()
  })

  test('marks the place of a mistake in the search and says what it is', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await desk.page.locator('.mention').first().waitFor()
    await desk.page.locator('.mention-search textarea').fill('anschluss OR (bus')
    await desk.page.locator('.query-problem').waitFor()
    assert.equal(await text('.query-mirror mark.wrong'), '(')
    assert.match(await text('.query-problem'), /Diese Klammer wird nicht geschlossen\. · Zeichen 14/)
    quietBut(422)
  })

  test('narrows by source, kind and language, and says when nothing is left', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await total(world.nordbahn)
    await desk.page.getByLabel('Art').selectOption('review')
    await total(await world.count(world.watchOf('Nordbahn'), '&type=review'))
    await desk.page.getByLabel('Quelle').selectOption('bewertungen')
    await desk.page.getByLabel('Sprache').selectOption('pl')
    await desk.page.getByText('Keine Erwähnung passt dazu').waitFor()
    await desk.page.getByRole('link', { name: 'Alle Filter aufheben' }).click()
    await total(world.nordbahn)
    quiet()
  })

  test('keeps still when something new is heard, and shows it when asked', async () => {
    await go(`${world.watchPath('Paketmöwe')}?range=7d`)
    await desk.page.locator('.mention').first().waitFor()
    await desk.page.locator('.mention').nth(2).scrollIntoViewIfNeeded()
    const place = () => desk.page.locator('.mention').first().evaluate((item) => [item.dataset.mention, item.getBoundingClientRect().top])
    const before = await place()
    const had = await listed()
    await world.send([{ id: 'fresh-1', source: 'forum', created_at: new Date().toISOString(), text: 'Paketmöwe ist gerade eben neu.', lang: 'de' }])
    await desk.page.getByRole('button', { name: '1 neue Erwähnung' }).waitFor({ timeout: 30_000 })
    assert.deepEqual(await place(), before)
    await desk.page.keyboard.press('n')
    await desk.page.getByText('ist gerade eben neu').waitFor()
    await total(had + 1)
    quiet()
  })

  test('follows what is heard while one looks, without being asked', async () => {
    await go(world.watchPath('Paketmöwe'))
    await desk.page.locator('.answer').waitFor()
    const posts = async () => number(await text('.totals .of-posts b'))
    const had = (await desk.page.locator('.totals').count()) ? await posts() : 0
    // From here on only the stream can tell: no question for the figures is answered any more.
    await desk.page.route(/\/view\?/, () => {})
    await world.send([{ id: 'fresh-2', source: 'forum', created_at: new Date().toISOString(), text: 'Noch eine Paketmöwe, jetzt gerade.', lang: 'de' }])
    await until(async () => assert.equal(await posts(), had + 1), { within: 20_000, every: 50 })
    await desk.page.unrouteAll({ behavior: 'ignoreErrors' })
    quiet()
  })

  test('says where it was said, and each source opens its posts, whatever the list showed before', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=30d&q=fahrkarte`)
    const sources = desk.page.locator('.from-sources .pile')
    await sources.nth(1).waitFor()
    const counts = await sources.evaluateAll((all) => all.map((one) => Number(one.querySelector('.pile-count').textContent.replace(/\D/g, ''))))
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a))
    await sources.nth(1).locator('a').click()
    await total(counts[1])
    assert.doesNotMatch(desk.page.url(), /q=/)
    quiet()
  })

  test('says how people speak, and each pile opens its posts', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=30d`)
    await desk.page.locator('.polarity .pile').first().waitFor()
    const piles = await desk.page.locator('.polarity .pile').evaluateAll((all) =>
      all.map((pile) => Number(pile.querySelector('.pile-count').textContent.replace(/\D/g, ''))))
    assert.equal(piles.length, 4)
    await total(piles.reduce((a, b) => a + b))
    const largest = piles.indexOf(Math.max(...piles))
    await desk.page.locator('.polarity .pile a').nth(largest).click()
    await total(piles[largest])
    assert.match(desk.page.url(), /polarity=/)
    await until(async () => {
      const shown = await desk.page.locator('.mention .judged').evaluateAll((all) => all.map((pile) => pile.textContent))
      assert.equal(new Set(shown).size, 1, 'only this pile is listed')
    })
    quiet()
  })

  test('fills a list that was empty because the index had not yet taken what the stream had counted', async () => {
    await desk.page.route('**/mentions?**', (route) => route.fulfill({ json: { total: 0, mentions: [] } }), { times: 1 })
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await until(async () => assert.ok((await listed()) > 0), { within: 15_000 })
    quiet()
  })

  test('walks from post to post with j and k, and not while one is typing', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await desk.page.locator('.mention').nth(5).waitFor()
    const at = () => desk.page.evaluate(() => [...document.querySelectorAll('.mention')].indexOf(document.activeElement))
    await desk.page.keyboard.press('j')
    await desk.page.keyboard.press('j')
    await desk.page.keyboard.press('j')
    assert.equal(await at(), 2)
    await desk.page.keyboard.press('k')
    assert.equal(await at(), 1)
    await desk.page.locator('.mention-search textarea').focus()
    await desk.page.keyboard.type('jk?')
    assert.equal(await at(), -1)
    await desk.page.locator('.mention-search textarea').fill('')
    quietBut(422)
  })

  test('says so when there is no such watch, and when one has heard nothing yet', async () => {
    await go(`${world.path}/w/gibt-es-nicht`)
    await desk.page.getByText('Diese Beobachtung gibt es nicht').waitFor()
    await go(world.watchPath('Nie'))
    await desk.page.getByText('wurde noch nichts gehört').waitFor()
    quiet()
  })
})

describe('the editor', () => {
  test('shows the mistake while one types, adds, changes and deletes', async () => {
    await go(`${world.path}/new`)
    await desk.page.locator('#watch-name').fill('Ersatzverkehr')
    await desk.page.locator('.editor textarea').fill('ersatzverkehr OR "zwölf minuten')
    await desk.page.locator('.query-problem').waitFor()
    assert.equal(await text('.query-mirror mark.wrong'), '"zwölf minuten')
    quietBut(422)
    await desk.page.locator('.editor textarea').fill('ersatzverkehr OR "zwölf minuten"')
    await desk.page.getByText('Die Suche ist gültig').waitFor()
    await desk.page.getByText('Unter den schon gehörten Erwähnungen').waitFor()
    await desk.page.getByRole('button', { name: 'Anlegen' }).click()
    await desk.page.locator('.watch h1').waitFor()
    assert.match(desk.page.url(), /\/w\/ersatzverkehr/)
    await desk.page.getByRole('link', { name: 'Alles' }).click()
    await until(async () => assert.ok((await listed()) > 0), { within: 60_000 })

    await desk.page.getByRole('link', { name: 'Bearbeiten' }).click()
    await desk.page.locator('#watch-name').fill('Ersatzverkehr am Abend')
    await desk.page.getByRole('button', { name: 'Speichern' }).click()
    await desk.page.getByRole('heading', { name: 'Ersatzverkehr am Abend' }).waitFor()

    await desk.page.getByRole('link', { name: 'Bearbeiten' }).click()
    await desk.page.getByRole('button', { name: 'Löschen …' }).click()
    await desk.page.locator('.dialog').waitFor()
    await desk.page.keyboard.press('Escape')
    await desk.page.locator('.dialog').waitFor({ state: 'detached' })
    await desk.page.getByRole('button', { name: 'Löschen …' }).click()
    await desk.page.getByRole('button', { name: 'Endgültig löschen' }).click()
    await desk.page.locator('.watches').waitFor()
    await until(async () => assert.equal(await desk.page.getByText('Ersatzverkehr am Abend').count(), 0))
    quiet()
  })

  test('says what is missing and puts the cursor there', async () => {
    await go(`${world.path}/new`)
    await desk.page.getByRole('button', { name: 'Anlegen' }).click()
    await desk.page.getByText('Bitte einen Namen angeben').waitFor()
    assert.equal(await desk.page.evaluate(() => document.activeElement.id), 'watch-name')
    quiet()
  })
})

describe('the rest of the page', () => {
  test('settings are kept, and the time zone moves the clock', async () => {
    await go(`${world.path}/settings`)
    await desk.page.locator('#project-zone').fill('Europe/Atlantis')
    await desk.page.getByRole('button', { name: 'Speichern' }).click()
    await desk.page.getByText('Diese Zeitzone gibt es nicht').waitFor()
    await desk.page.locator('#project-zone').fill('Asia/Tokyo')
    await desk.page.locator('#project-accounts').fill('@Nordbahn_Hilfe\nswauental')
    await desk.page.getByRole('button', { name: 'Speichern' }).click()
    await desk.page.getByText('Gespeichert.').waitFor()
    await go(`${world.watchPath('Nordbahn')}?range=30d`)
    await desk.page.getByText('Zeiten in Asia/Tokyo').waitFor()
    const project = await world.rest('GET', `/projects/${world.id}`)
    assert.deepEqual([...project.officialAccounts].sort(), ['nordbahn_hilfe', 'swauental'])
    await world.rest('PATCH', `/projects/${world.id}`, { timeZone: 'Europe/Berlin' })
    await desk.page.reload()
    await desk.page.getByText('Zeiten in Europe/Berlin').waitFor()
    quiet()
  })

  test('a pile of the sentiment shows the words of those who speak so, and the way back', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=all`)
    await desk.page.locator('.own-words .word').first().waitFor()
    const asked = desk.page.waitForRequest((request) => request.url().includes('/words?') && request.url().includes('polarity=negative'))
    await desk.page.locator('.pile.negative a').click()
    await asked
    await desk.page.locator('.words-pile.negative').waitFor()
    const voices = (await desk.page.locator('.own-words .word-voices').allInnerTexts()).map(number)
    assert.deepEqual(voices, [...voices].sort((a, b) => b - a))
    assert.ok(await desk.page.locator('.mentions').first().innerText())
    await desk.page.getByRole('link', { name: 'Worte aller zeigen' }).click()
    await desk.page.locator('.words-pile').waitFor({ state: 'detached' })
    quiet()
  })

  test('the sources add up', async () => {
    await go(`${world.path}/sources`)
    await desk.page.locator('.accounts tbody tr').first().waitFor()
    const rows = await desk.page.locator('.accounts tbody tr').evaluateAll((all) =>
      all.map((row) => [2, 3, 4, 5].map((i) => Number(row.children[i].textContent.replace(/\D/g, '')))))
    assert.ok(rows.length > 0)
    for (const [received, published, seen, unreadable] of rows) assert.equal(received, published + seen + unreadable)
    quiet()
  })

  test('the command menu goes to a watch by a few letters', async () => {
    await go(`${world.path}?range=30d`)
    await desk.page.locator('.watches').waitFor()
    await desk.page.keyboard.press('Control+k')
    await desk.page.locator('.palette input').waitFor()
    await desk.page.keyboard.type('paketmowe')
    await desk.page.getByRole('option', { name: /Paketmöwe/ }).waitFor()
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('heading', { name: 'Paketmöwe' }).waitFor()
    assert.match(desk.page.url(), /range=30d/)
    quiet()
  })

  test('single keys can be switched off', async () => {
    await go(`${world.watchPath('Nordbahn')}?range=30d`)
    await desk.page.locator('.mention').first().waitFor()
    await desk.page.keyboard.press('?')
    await desk.page.getByLabel('Kürzel aus einem Zeichen verwenden').uncheck()
    await desk.page.keyboard.press('Escape')
    await desk.page.keyboard.press('j')
    assert.equal(await desk.page.evaluate(() => document.activeElement.classList.contains('mention')), false)
    await desk.page.evaluate(() => localStorage.removeItem('habitus.single-keys'))
    quiet()
  })

  test('language and colours change at once and stay', async () => {
    await go(`${world.path}?range=30d`)
    await desk.page.getByRole('button', { name: 'English' }).click()
    await desk.page.getByRole('heading', { name: 'What customers say' }).waitFor()
    assert.equal(await desk.page.evaluate(() => document.documentElement.lang), 'en')
    await desk.page.getByRole('button', { name: /^Colours/ }).click()
    await desk.page.getByRole('button', { name: /^Colours: light/ }).click()
    await desk.page.reload()
    await desk.page.getByRole('heading', { name: 'What customers say' }).waitFor()
    const ground = await desk.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    assert.equal(ground, 'rgb(17, 20, 24)')
    await desk.page.evaluate(() => {
      localStorage.removeItem('habitus.theme')
      localStorage.removeItem('habitus.language')
    })
    await desk.page.reload()
    quiet()
  })

  test('a failure says what happened and that data is safe, and goes away by itself', async () => {
    const own = await open(browser)
    await signIn(own.page, server.url, server.key, world.path)
    // Nothing is told either: then asking is all there is.
    await own.page.route('**/stream?**', (route) => route.abort())
    await own.page.route('**/view?**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }))
    await own.page.goto(`${server.url}${world.watchPath('Nordbahn')}?range=30d`)
    await own.page.getByText('Ein Dienst ist gerade nicht erreichbar').waitFor()
    await own.page.getByText('sicher gespeichert').waitFor()
    await own.page.unroute('**/view?**')
    await own.page.locator('.answer').waitFor({ timeout: 15_000 })
    await own.page.route('**/api/**', (route) => route.abort())
    await own.page.getByText('wird wieder verbunden').waitFor({ timeout: 15_000 })
    assert.ok(await own.page.locator('a.slot').count(), 'what was there stays')
    await own.context.close()
  })
})

describe('everyone can use it', () => {
  const screens = {
    overview: () => `${world.path}?range=30d`,
    silence: () => `${world.path}?from=2001-01-01&to=2001-01-02`,
    watch: () => `${world.watchPath('Nordbahn')}?range=30d&type=review`,
    'watch with a table and a part': () => `${world.watchPath('Nordbahn')}?range=all&type=review`,
    'watch without mentions': () => world.watchPath('Nie'),
    'unknown watch': () => `${world.path}/w/gibt-es-nicht`,
    editor: () => `${world.watchPath('Nordbahn')}/edit`,
    settings: () => `${world.path}/settings`,
    sources: () => `${world.path}/sources`,
    nowhere: () => `${world.path}/x/y`,
  }
  const check = async (at, name) => {
    await at.page.evaluate(axe)
    const { violations } = await at.page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false }), norms)
    const found = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`)
    assert.deepEqual(found, [], name)
  }
  const noSideways = async (at, name) => {
    const [wide, seen] = await at.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
    assert.ok(wide <= seen, `${name}: ${wide} px wide in ${seen}`)
  }

  for (const [language, dark, viewport] of [['de', false, laptop], ['en', true, laptop], ['de', true, { width: 320, height: 640 }]]) {
    const how = `${language}, ${dark ? 'dark' : 'light'}, ${viewport.width} px`
    test(`nothing that axe knows is wrong on any screen (${how})`, async () => {
      const own = await open(browser, { language, dark, viewport })
      await own.page.goto(server.url)
      await own.page.locator('#key').waitFor()
      await check(own, 'login')
      await noSideways(own, 'login')
      await signIn(own.page, server.url, server.key)
      for (const [name, path] of Object.entries(screens)) {
        await go(path(), own)
        await until(async () => assert.equal(await own.page.locator('.shapes, .blank[aria-busy]').count(), 0), { within: 15_000 })
        if (name.includes('table')) {
          await own.page.locator('.twin summary').click()
          await own.page.locator('.twin tbody a').first().click()
          await own.page.locator('.chip').waitFor()
        }
        await check(own, name)
        await noSideways(own, name)
      }
      await own.page.keyboard.press('Control+k')
      await own.page.locator('.palette input').waitFor()
      await check(own, 'menu')
      await own.page.keyboard.press('Escape')
      await own.page.keyboard.press('?')
      await own.page.locator('.keys').waitFor()
      await check(own, 'keys')
      await own.page.keyboard.press('Escape')
      await go(`${world.path}/new`, own)
      await own.page.locator('.editor textarea').fill('(bus')
      await own.page.locator('.query-problem').waitFor()
      await check(own, 'mistake')
      await go(`${world.watchPath('Nordbahn')}/edit`, own)
      await own.page.locator('.form-buttons .danger').click()
      await own.page.locator('.dialog').waitFor()
      await check(own, 'deletion')
      await own.page.route('**/views**', (route) => route.abort())
      await go(`${world.path}?range=7d`, own)
      await own.page.locator('.notice[role=alert]').waitFor()
      await check(own, 'failure')
      own.complaints = own.complaints.filter((complaint) => !/status of 422|ERR_FAILED/.test(complaint))
      assert.deepEqual(own.complaints, [])
      await own.context.close()
    })
  }

  test('the focus is seen wherever the keyboard goes, never under the bar, and comes round', async () => {
    await go(`${world.path}?range=30d`)
    await desk.page.locator('.watches tbody tr').first().waitFor()
    const stops = []
    for (let i = 0; i < 40; i++) {
      await desk.page.keyboard.press('Tab')
      const stop = await desk.page.evaluate(() => {
        const at = document.activeElement
        if (at === document.body) return null
        const box = at.getBoundingClientRect()
        const seenOn = [at, at.closest('tr')].filter(Boolean).some((el) => getComputedStyle(el).outlineStyle !== 'none')
        const bar = document.querySelector('header.bar').getBoundingClientRect()
        return { name: at.getAttribute('aria-label') ?? at.textContent, seenOn, hidden: !at.closest('header.bar, .skip') && box.bottom <= bar.bottom }
      })
      if (!stop) break
      stops.push(stop)
    }
    assert.ok(stops.length > 15)
    assert.deepEqual(stops.filter((stop) => !stop.seenOn || stop.hidden), [])
    assert.equal(stops[0].name, 'Zum Inhalt')
    quiet()
  })
})

describe('hostile posts', () => {
  test('300 of them are read as text: nothing runs, nothing is asked of anyone else', async () => {
    const own = await open(browser)
    let dialogs = 0
    own.page.on('dialog', (dialog) => {
      dialogs++
      void dialog.dismiss()
    })
    await signIn(own.page, server.url, server.key, `${world.watchPath('Feindliches')}?range=30d`)
    await total(world.hostile, own)
    await until(async () => {
      await own.page.mouse.wheel(0, 50_000)
      assert.equal(await own.page.locator('.mention').count(), world.hostile)
    }, { within: 60_000 })
    for (const button of await own.page.locator('[data-whole]').all()) await button.click()
    await go(`${world.path}?range=30d`, own)
    await own.page.locator('.watches').waitFor()
    await go(`${world.watchPath('Feindliches')}/edit`, own)
    await own.page.getByText('Unter den schon gehörten').waitFor()
    assert.equal(await own.page.evaluate(() => window.hurt), undefined)
    assert.equal(dialogs, 0)
    const elsewhere = own.requests.filter((request) => !request.startsWith(`${server.url}/`))
    assert.deepEqual(elsewhere, [])
    assert.equal(await own.page.locator('main script, main iframe, main img, main object, main embed, main style').count(), 0)
    quiet(own)
    await own.context.close()
  })

  test('the page may run only its own files, and nothing may frame it', async () => {
    const answer = await fetch(server.url, { headers: { accept: 'text/html' } })
    const policy = answer.headers.get('content-security-policy')
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
      assert.ok(policy.includes(rule), rule)
    assert.doesNotMatch(policy, /unsafe/)
  })

  test('the script stays within its weight', async () => {
    const page = await (await fetch(server.url, { headers: { accept: 'text/html' } })).text()
    const scripts = [...page.matchAll(/src="(\/[^"]+\.js)"/g)].map((found) => found[1])
    let weight = 0
    for (const script of scripts) {
      const body = Buffer.from(await (await fetch(server.url + script)).arrayBuffer())
      weight += (await import('node:zlib')).gzipSync(body).length
    }
    assert.ok(weight > 0 && weight <= 100_000, `${weight} bytes`)
  })
})
