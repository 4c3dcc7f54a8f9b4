// The wall in a real browser: what is on it, how it changes, how it fits, and that it can hang there for days.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { launch, open, signIn } from './browser.mjs'
import { startFixtures } from './fixtures/server.mjs'
import { longName, longText, talk } from './talk.mjs'
import { until } from './world.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const norms = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const HOUR = 3_600_000
const TURN = 20_000

let server
let browser
let world

before(async () => {
  server = process.env.HABITUS_URL
    ? { url: process.env.HABITUS_URL.replace(/\/$/, ''), key: process.env.HABITUS_KEY, close() {} }
    : await startFixtures()
  world = await talk(server)
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await world?.remove()
  await server?.close()
})

const wall = (watch) => `${world.path}/wall${watch ? `/${watch}` : ''}`
const fhd = { width: 1920, height: 1080 }
/** A wall that hangs, with a clock that can be put forward. */
async function hang(path = wall(), { clock = true, init, ...how } = {}) {
  const at = await open(browser, { viewport: fhd, ...how })
  await signIn(at.page, server.url, server.key, `/p/${world.project}`)
  if (clock) await at.page.clock.install()
  if (init) await at.page.addInitScript(init)
  await at.page.goto(server.url + path)
  await at.page.locator('.wall h1').waitFor()
  return at
}
const text = async (at, selector) => (await at.page.locator(selector).first().innerText()).replaceAll('\u00a0', ' ').trim()
const name = (at) => text(at, '.wall h1')
const shows = (at, expected) => until(async () => assert.equal(await name(at), expected), { within: 10_000, every: 50 })
const quiet = async (at) => {
  assert.deepEqual(at.complaints, [])
  await at.context.close()
}

describe('the wall', () => {
  test('tells the name, the answer, their own words, the course and the newest post of the loudest', async () => {
    const at = await hang()
    await shows(at, 'Kranichbahn')
    assert.match(await text(at, '.wall-answer'), /^In den letzten 24 Stunden sprachen \d+ Stimmen über „Kranichbahn“, (mehr als|\d+-mal so viele wie) üblich\. .*Was üblich ist, wird noch gelernt: 1 von 14 Tagen\.$/)
    const own = await world.rest('GET', `/projects/${world.project}/watches/kranich/words?from=${new Date(Date.now() - 24 * HOUR).toISOString()}`)
    assert.deepEqual(await at.page.locator('.wall-words li').allTextContents(), own.words.slice(0, 3).map((word) => word.text))
    const sizes = await at.page.locator('.wall-words li').evaluateAll((all) => all.map((word) => Number.parseFloat(getComputedStyle(word).fontSize)))
    assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a))
    assert.equal(await at.page.locator('.wall-course').getAttribute('aria-label'), 'Erwähnungen je Stunde (Band = üblich): 67')
    const quote = await text(at, '.wall-quote q')
    assert.match(quote, / …$/)
    assert.ok(longText.startsWith(quote.replace(/ …$/, '')), quote)
    assert.equal(await text(at, '.wall-place'), '1 von 3')
    assert.match(await text(at, '.wall-foot'), /letzter Beitrag \d\d:\d\d/)
    assert.equal(await text(at, '.wall-project'), 'Prüfwand')
    await quiet(at)
  })

  test('changes every twenty seconds, the loudest first, leaves out those of few voices, and begins anew', async () => {
    const at = await hang()
    await shows(at, 'Kranichbahn')
    await at.page.clock.runFor(200)
    await at.page.clock.fastForward(TURN / 2)
    assert.equal(await name(at), 'Kranichbahn')
    await at.page.clock.fastForward(TURN / 2)
    for (const next of [longName, 'Möwenpost', 'Kranichbahn', longName]) {
      await shows(at, next)
      await at.page.clock.fastForward(TURN)
    }
    await quiet(at)
  })

  test('arrows and buttons go on and back, the space bar holds it', async () => {
    const at = await hang()
    await shows(at, 'Kranichbahn')
    await at.page.keyboard.press('ArrowRight')
    await shows(at, longName)
    await at.page.keyboard.press('ArrowLeft')
    await shows(at, 'Kranichbahn')
    await at.page.keyboard.press('ArrowLeft')
    await shows(at, 'Möwenpost')
    await at.page.keyboard.press('Space')
    await at.page.locator('.wall-stopped').waitFor()
    // The page has to notice before the clock is put forward.
    await at.page.clock.runFor(200)
    for (let i = 0; i < 4; i++) await at.page.clock.fastForward(TURN)
    assert.equal(await name(at), 'Möwenpost')
    await at.page.mouse.move(500, 500)
    await at.page.mouse.move(510, 500)
    await at.page.getByRole('button', { name: 'Vorige Beobachtung' }).click()
    await shows(at, longName)
    await at.page.getByRole('button', { name: 'Weiter wechseln' }).click()
    await at.page.locator('.wall-stopped').waitFor({ state: 'detached' })
    await at.page.clock.runFor(200)
    await at.page.clock.fastForward(TURN)
    await shows(at, 'Möwenpost')
    await quiet(at)
  })

  test('its buttons are there for a pointer or the keyboard, and gone else', async () => {
    const at = await hang()
    const seen = () => at.page.locator('.wall-tools').evaluate((tools) => getComputedStyle(tools).opacity)
    assert.equal(await seen(), '0')
    await at.page.mouse.move(500, 500)
    await at.page.mouse.move(510, 500)
    await until(async () => assert.equal(await seen(), '1'))
    await at.page.clock.fastForward(4000)
    await until(async () => assert.equal(await seen(), '0'))
    await at.page.keyboard.press('Tab')
    await until(async () => assert.equal(await seen(), '1'))
    const sizes = await at.page.locator('.wall-tools button').evaluateAll((all) => all.map((button) => button.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)))
    assert.ok(sizes.every((size) => size >= 40), String(sizes))
    await quiet(at)
  })

  test('one watch stays, and its figures follow what is heard; its quote does not jump', async () => {
    const at = await hang(wall('moewe'))
    await shows(at, 'Möwenpost')
    assert.equal(await at.page.locator('.wall-place').count(), 0)
    const quote = await text(at, '.wall-quote q')
    await at.page.clock.fastForward(1000)
    await world.say('Ganz neu von der Möwenpost.')
    await until(async () => assert.match(await text(at, '.wall-answer'), /11 Beiträgen/), { within: 20_000 })
    assert.equal(await text(at, '.wall-quote q'), quote)
    // What is counted is searchable a moment later: asked for too early, it comes with the next look.
    await until(async () => {
      await at.page.clock.fastForward(31_000)
      assert.equal(await text(at, '.wall-quote q'), 'Ganz neu von der Möwenpost.')
    }, { within: 30_000, every: 1_000 })
    assert.equal(await name(at), 'Möwenpost')
    await quiet(at)
  })

  test('says what will appear where nothing, or too little, was heard', async () => {
    const at = await hang(wall('wenig'))
    await shows(at, 'Zu „Wenig Gehörtes“ ist es still')
    assert.match(await text(at, '.wall-nothing'), /weniger als fünf Stimmen/)
    await at.page.goto(server.url + wall('nie'))
    await at.page.getByText('wurde nichts gehört').waitFor()
    await at.page.goto(server.url + wall('gibt-es-nicht'))
    await at.page.getByText('Diese Beobachtung gibt es nicht').waitFor()
    await world.rest('POST', '/projects', { id: `${world.project}-leer`, name: 'Leer', officialAccounts: [], timeZone: 'Europe/Berlin' })
    try {
      await at.page.goto(`${server.url}/p/${world.project}-leer/wall`)
      await at.page.getByText('Hier steht bald, was Kunden sagen').waitFor()
    } finally {
      await world.rest('DELETE', `/projects/${world.project}-leer`)
    }
    await quiet(at)
  })

  for (const [width, height, capital] of [[1280, 720, 42.7], [1920, 1080, 64], [3840, 2160, 128], [1080, 1920, 64]]) {
    test(`fills ${width} by ${height} without scrolling, and nothing is cut or lies over another`, async () => {
      for (const language of ['de', 'en']) {
        const at = await hang(wall(), { viewport: { width, height }, language })
        await shows(at, 'Kranichbahn')
        assert.ok(Math.abs(Number.parseFloat(await at.page.locator('.wall h1').evaluate((h1) => getComputedStyle(h1).fontSize)) - capital) < 0.2)
        for (const expected of ['Kranichbahn', longName, 'Möwenpost']) {
          await shows(at, expected)
          const found = await at.page.evaluate(() => {
            const wrong = []
            const root = document.documentElement
            if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) wrong.push(`scrolls: ${root.scrollWidth} by ${root.scrollHeight}`)
            for (const box of document.querySelectorAll('.wall h1, .wall-answer, .wall-words ol, .wall-quote blockquote, .wall-foot'))
              if (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2) wrong.push(`cut: ${box.className || box.tagName} ${box.scrollHeight} in ${box.clientHeight}`)
            if (document.querySelector('.wall [data-tight]')) wrong.push('shrunk, although whole sentences could be left out')
            const parts = [...document.querySelectorAll('.wall h1, .wall-answer, .wall-course figcaption, .wall-plot, .wall-words ol, .wall-quote blockquote, .wall-quote figcaption, .wall-foot')].map((part) => ({ part: part.className || part.tagName, box: part.getBoundingClientRect() }))
            for (const { part, box } of parts) if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) wrong.push(`outside: ${part}`)
            for (const a of parts)
              for (const b of parts)
                if (a !== b && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1 && a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1) wrong.push(`${a.part} over ${b.part}`)
            if (document.querySelector('.wall-plot').clientHeight < innerHeight / 8) wrong.push('the course is flat')
            return wrong
          })
          assert.deepEqual(found, [], `${expected}, ${language}`)
          await at.page.keyboard.press('ArrowRight')
        }
        await quiet(at)
      }
    })
  }

  test('is dark whatever the theme, light when asked, and stays so', async () => {
    const at = await hang(wall(), { clock: false, dark: false })
    const ground = () => at.page.locator('.wall').evaluate((it) => getComputedStyle(it).backgroundColor)
    assert.equal(await ground(), 'rgb(17, 20, 24)')
    await at.page.keyboard.press('l')
    assert.equal(await ground(), 'rgb(255, 255, 255)')
    await at.page.reload()
    await at.page.locator('.wall h1').waitFor()
    assert.equal(await ground(), 'rgb(255, 255, 255)')
    await at.page.evaluate(() => (document.documentElement.dataset.theme = 'dark'))
    assert.equal(await ground(), 'rgb(255, 255, 255)')
    await quiet(at)
  })

  for (const language of ['de', 'en'])
    test(`nothing that axe knows is wrong on it, dark or light (${language})`, async () => {
      const at = await hang(wall(), { clock: false, language })
      const check = async (what) => {
        await at.page.evaluate(axe)
        const { violations } = await at.page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false }), norms)
        assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`), [], what)
      }
      await at.page.locator('.wall-quote q').waitFor()
      for (const what of ['dark', 'light']) {
        await at.page.keyboard.press('Tab')
        await check(what)
        await at.page.keyboard.press('l')
      }
      await at.page.goto(server.url + wall('wenig'))
      await at.page.locator('.wall-nothing').waitFor()
      await check('nothing')
      await quiet(at)
    })

  test('is reached by the head and the menu, and Escape leads back to where one was', async () => {
    const at = await open(browser)
    await signIn(at.page, server.url, server.key, `/p/${world.project}/w/kranich?range=7d`)
    await at.page.getByRole('link', { name: 'Wand' }).click()
    await at.page.locator('.wall h1').waitFor()
    assert.match(at.page.url(), /\/wall\/kranich/)
    await at.page.keyboard.press('Escape')
    await at.page.locator('.watch h1').waitFor()
    assert.match(at.page.url(), /\/w\/kranich\?range=7d$/)
    await at.page.keyboard.press('Control+k')
    await at.page.locator('.palette input').waitFor()
    await at.page.keyboard.type('wand alle')
    await at.page.keyboard.press('Enter')
    await at.page.locator('.wall h1').waitFor()
    await at.page.reload()
    await at.page.locator('.wall h1').waitFor()
    await at.page.keyboard.press('Escape')
    await at.page.locator('.overview h1').waitFor()
    await at.page.getByRole('link', { name: 'Wand' }).click()
    await at.page.locator('.wall h1').waitFor()
    await quiet(at)
  })

  test('f fills the screen; the screen stays awake until one leaves', async () => {
    const at = await hang(wall(), {
      clock: false,
      init: () => {
        window.locks = []
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
          const lock = { released: false, release: async () => { lock.released = true } }
          window.locks.push(lock)
          return lock
        } } })
      },
    })
    await until(async () => assert.equal(await at.page.evaluate(() => window.locks.filter((lock) => !lock.released).length), 1))
    await at.page.evaluate(() => {
      // As a browser does when the page is hidden.
      window.locks[0].released = true
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await until(async () => assert.equal(await at.page.evaluate(() => window.locks.filter((lock) => !lock.released).length), 1))
    await at.page.keyboard.press('f')
    await until(async () => assert.equal(await at.page.evaluate(() => document.fullscreenElement !== null), true))
    await at.page.keyboard.press('f')
    await until(async () => assert.equal(await at.page.evaluate(() => document.fullscreenElement !== null), false))
    await at.page.keyboard.press('Escape')
    await at.page.locator('.overview h1').waitFor()
    assert.equal(await at.page.evaluate(() => window.locks.filter((lock) => !lock.released).length), 0)
    await quiet(at)
  })

  test('says so when nothing comes any more, keeps what it showed, and is right again after', async () => {
    const at = await hang(wall('moewe'))
    await shows(at, 'Möwenpost')
    const said = await text(at, '.wall-answer')
    await at.page.route('**/api/**', (route) => route.abort())
    await at.page.clock.fastForward(31_000)
    await until(async () => assert.match(await text(at, '.wall-foot'), /Stand \d\d:\d\d · wird wieder verbunden/), { within: 15_000 })
    assert.equal(await text(at, '.wall-answer'), said)
    assert.ok(await at.page.locator('.wall-quote q').count())
    await at.page.unroute('**/api/**')
    await at.page.clock.fastForward(6000)
    await until(async () => assert.match(await text(at, '.wall-foot'), /live/), { within: 15_000 })
    await at.context.close()
  })

  test('a session that ends leads to the sign-in, and from there back to the wall', async () => {
    const at = await hang(wall('moewe'))
    await at.context.clearCookies()
    await at.page.clock.fastForward(31_000)
    await at.page.getByText('Die Sitzung ist abgelaufen').waitFor({ timeout: 15_000 })
    await at.page.locator('#key').fill(server.key)
    await at.page.keyboard.press('Enter')
    await shows(at, 'Möwenpost')
    await at.context.close()
  })

  test('changes without motion where none is wanted, and fades where it may', async () => {
    for (const reducedMotion of [true, false]) {
      const at = await hang(wall(), { reducedMotion })
      await shows(at, 'Kranichbahn')
      await at.page.evaluate(() => {
        window.left = 0
        new MutationObserver(() => { if (document.querySelector('.wall-face.leaving')) window.left++ }).observe(document.querySelector('.wall'), { subtree: true, attributes: true, childList: true })
      })
      await at.page.keyboard.press('ArrowRight')
      await shows(at, longName)
      assert.equal(await at.page.evaluate(() => window.left > 0), !reducedMotion)
      await quiet(at)
    }
  })

  test('hangs for days: nothing is left behind by a change', async () => {
    const at = await hang()
    const session = await at.context.newCDPSession(at.page)
    await session.send('Performance.enable')
    const around = async (times) => {
      for (let i = 0; i < times; i++)
        for (const next of [longName, 'Möwenpost', 'Kranichbahn']) {
          await at.page.clock.fastForward(TURN)
          await shows(at, next)
        }
    }
    const left = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      return Object.fromEntries(metrics.filter(({ name }) => /^(Nodes|JSEventListeners)$/.test(name)).map(({ name, value }) => [name, value]))
    }
    await shows(at, 'Kranichbahn')
    await around(4)
    const few = await left()
    await around(8)
    // What is still under way has its listeners for a moment; what is left behind has them for ever.
    await until(async () => {
      const many = await left()
      assert.ok(many.Nodes <= few.Nodes + 40, `${few.Nodes} nodes, then ${many.Nodes}`)
      assert.ok(many.JSEventListeners <= few.JSEventListeners + 4, `${few.JSEventListeners} listeners, then ${many.JSEventListeners}`)
    })
    await quiet(at)
  })
})
