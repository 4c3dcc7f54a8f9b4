// Live figures while they are held, and the health of listening, in a real browser.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { launch, open, signIn } from './browser.mjs'
import { startFixtures } from './fixtures/server.mjs'
import { talk } from './talk.mjs'
import { until } from './world.mjs'

const HOUR = 3_600_000
const MINUTE = HOUR / 60
const DAY = 24 * HOUR

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

const text = async (at, selector) => (await at.page.locator(selector).first().innerText()).replaceAll('\u00a0', ' ').trim()
const quiet = async (at) => {
  assert.deepEqual(at.complaints, [])
  await at.context.close()
}

describe('a pause', () => {
  const words = (at) => at.page.locator('main').innerText()
  /** What stands there once it has come to rest: a list is still filled when the answer above it is there. */
  const settled = async (at) => {
    let before
    return until(async () => {
      const now = await words(at)
      const same = now === before
      before = now
      assert.ok(same)
      return now
    }, { within: 20_000, every: 500 })
  }
  const say = (word) => world.say(`${word} kam eben dazu.`)
  /** Somebody else who looks at the same, and sees it move. */
  const follow = async (path) => {
    const other = await open(browser)
    await signIn(other.page, server.url, server.key, path)
    await other.page.locator('.answer').waitFor()
    return other
  }
  const posts = async (at) => Number((await text(at, '.totals .of-posts b')).replace(/\D/g, ''))

  test('nothing changes and nothing is asked while it lasts; then all is current, without an empty moment', async () => {
    const at = await follow(`/p/${world.project}/w/kranich`)
    const other = await follow(`/p/${world.project}/w/kranich`)
    await at.page.locator('.mention').first().waitFor()
    await at.page.locator('.own-words:not(:has(.shape-words))').waitFor()
    await at.page.keyboard.press('p')
    await at.page.getByText(/angehalten um \d\d:\d\d/).waitFor()
    const had = await posts(at)
    const held = await settled(at)
    const asked = at.requests.length
    await say('Kranichbahn')
    await say('Kranichbahn')
    await until(async () => assert.equal(await posts(other), had + 2), { within: 20_000 })
    await other.page.getByRole('button', { name: /neue Erwähnung/ }).waitFor({ timeout: 20_000 })
    assert.equal(await words(at), held)
    assert.deepEqual(at.requests.slice(asked), [])
    await at.page.evaluate(() => {
      window.empty = 0
      const look = () => { if (!document.querySelector('.answer') || !document.querySelector('a.slot') || !document.querySelector('.mention') || document.querySelector('.shapes')) window.empty++ }
      new MutationObserver(look).observe(document.querySelector('main'), { subtree: true, childList: true })
    })
    await at.page.getByRole('button', { name: 'Weiter', exact: true }).click()
    await until(async () => assert.equal(await posts(at), had + 2), { within: 20_000 })
    await at.page.getByRole('button', { name: /neue Erwähnung/ }).waitFor({ timeout: 20_000 })
    assert.equal(await at.page.evaluate(() => window.empty), 0)
    await say('Kranichbahn')
    await until(async () => assert.equal(await posts(at), had + 3), { within: 20_000 })
    await quiet(other)
    await quiet(at)
  })

  test('another range is still loaded, once', async () => {
    const at = await follow(`/p/${world.project}/w/kranich`)
    const other = await follow(`/p/${world.project}/w/kranich?range=7d`)
    await at.page.getByRole('button', { name: 'Anhalten' }).click()
    await at.page.getByText('angehalten um').waitFor()
    await at.page.getByRole('link', { name: '7 Tage' }).click()
    await until(async () => assert.match(await text(at, '.answer'), /In den letzten 7 Tagen/))
    await until(async () => assert.equal(await at.page.locator('.stale').count(), 0))
    const had = await posts(at)
    const held = await settled(at)
    await say('Kranichbahn')
    await until(async () => assert.equal(await posts(other), had + 1), { within: 40_000 })
    assert.equal(await words(at), held)
    const views = at.requests.filter((request) => /\/view\?/.test(request) && request.includes(encodeURIComponent('Europe/Berlin')) && /interval=(hour|day)/.test(request))
    assert.ok(views.length <= 6, views.join('\n'))
    await at.page.keyboard.press('p')
    await until(async () => assert.equal(await posts(at), had + 1), { within: 20_000 })
    await quiet(other)
    await quiet(at)
  })

  test('holds the overview, too, and ends when one goes elsewhere', async () => {
    const at = await follow(`/p/${world.project}`)
    const other = await follow(`/p/${world.project}`)
    await at.page.keyboard.press('p')
    await at.page.getByText('angehalten um').waitFor()
    const held = await settled(at)
    const [before] = await other.page.locator('.watches tbody tr').first().locator('td.posts').allInnerTexts()
    await say('Kranichbahn')
    await until(async () => assert.notEqual(await text(other, '.watches tbody tr td.posts'), before), { within: 20_000 })
    assert.equal(await words(at), held)
    await at.page.getByRole('link', { name: 'Kranichbahn', exact: true }).last().click()
    await at.page.locator('.watch .live').waitFor()
    assert.equal(await at.page.getByText('angehalten um').count(), 0)
    await quiet(other)
    await quiet(at)
  })

  test('stands in the help for keys', async () => {
    const at = await follow(`/p/${world.project}`)
    await at.page.keyboard.press('?')
    await at.page.locator('.keys').getByText('anhalten und weiter', { exact: true }).waitFor()
    await at.page.locator('.keys').getByText('An der Wand').waitFor()
    await quiet(at)
  })
})

test('an answer that takes longer than the next news comes is shown all the same', async () => {
  const at = await open(browser)
  await signIn(at.page, server.url, server.key, `/p/${world.project}`)
  // Slower than news is followed: every question would be given up for the next one.
  await at.page.route(/\/view\?/, async (route) => {
    await new Promise((done) => setTimeout(done, 3_000))
    await route.continue().catch(() => {})
  })
  let talking = true
  const talk = (async () => {
    while (talking) {
      await world.say('Kranichbahn redet weiter.')
      await new Promise((done) => setTimeout(done, 300))
    }
  })()
  await at.page.goto(`${server.url}/p/${world.project}/w/kranich?range=7d`)
  try {
    await at.page.locator('.answer').waitFor({ timeout: 30_000 })
  } finally {
    talking = false
    await talk
  }
  await at.page.unrouteAll({ behavior: 'ignoreErrors' })
  await quiet(at)
})

test('a word listed for two languages says which one it is, and no other does', async () => {
  const at = await open(browser)
  await signIn(at.page, server.url, server.key, `/p/${world.project}`)
  const word = (word, language) => ({ text: word, language, forms: [word], voices: 9, voicesElsewhere: 1, logRatio: 3, lower: 2, upper: 4, quotes: [] })
  await at.page.route('**/words?**', (route) => route.fulfill({ json: { texts: 9, share: 1, sampled: 9, languages: [], words: [word('#Bahn', 'de'), word('Anschluss', 'de'), word('#bahn', 'en')] } }))
  await at.page.goto(`${server.url}/p/${world.project}/w/kranich?range=7d`)
  await at.page.locator('.word').nth(2).waitFor()
  const said = await at.page.locator('.word-text').evaluateAll((all) => all.map((each) => [each.textContent, each.querySelector('abbr')?.title]))
  assert.deepEqual(said, [['#Bahn de', 'Deutsch'], ['Anschluss', undefined], ['#bahn en', 'Englisch']])
  await quiet(at)
})

test('the words of a pile stand by how many say them, and each post is quoted once if there is another', async () => {
  const at = await open(browser)
  await signIn(at.page, server.url, server.key, `/p/${world.project}`)
  const word = (text, voices, ...posts) => ({ text, language: 'de', forms: [text], voices, voicesElsewhere: 1, logRatio: 3, lower: 2, upper: 4, quotes: posts.map((post) => ({ postId: post, text: `${text} in ${post}` })) })
  await at.page.route('**/words?**', (route) => route.fulfill({ json: { texts: 9, share: 1, sampled: 9, languages: [], words: [word('furchtbar', 5, 'a', 'b', 'c'), word('Koffer', 9, 'a', 'b', 'd'), word('weg', 7, 'b')] } }))
  await at.page.goto(`${server.url}/p/${world.project}/w/kranich?range=7d&polarity=negative`)
  await at.page.locator('.word').nth(2).waitFor()
  const said = await at.page.locator('.word').evaluateAll((all) => all.map((each) => [...each.querySelectorAll('.word-text, q')].map((part) => part.textContent)))
  assert.deepEqual(said, [['Koffer', 'Koffer in a', 'Koffer in b'], ['weg', 'weg in b'], ['furchtbar', 'furchtbar in c']])
  await quiet(at)
})

describe('own words', () => {
  const ownWords = (...texts) => ({ texts: 9, share: 1, sampled: 9, languages: [], words: texts.map((text) => ({ text, language: 'de', forms: [text], voices: 9, voicesElsewhere: 1, logRatio: 3, lower: 2, upper: 4, quotes: [{ postId: '1', text: `Man sagt ${text}.` }] })) })
  const shows = (at, ...texts) => until(async () => {
    assert.deepEqual(await at.page.locator('.word-text').allTextContents(), texts)
    assert.deepEqual(await at.page.locator('.word-quote q').allTextContents(), texts.map((text) => `Man sagt ${text}.`))
  }, { within: 20_000 })
  const asked = (at) => at.requests.filter((request) => /\/words\?/.test(request))

  /** A stream that says what the test wants. */
  const listen = async (path) => {
    const at = await open(browser)
    await signIn(at.page, server.url, server.key, '/')
    await at.page.locator('main h1').waitFor()
    await at.page.addInitScript(() => {
      window.EventSource = class extends EventTarget {
        static OPEN = 1
        static CLOSED = 2
        readyState = 0
        constructor() {
          super()
          window.stream = this
          setTimeout(() => this.say('open', 1))
        }
        say(name, state = this.readyState, data) {
          this.readyState = state
          this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
        }
        close() {
          this.readyState = 2
        }
      }
    })
    await at.page.route('**/words?**', (route) => route.fulfill({ json: ownWords('Erfragt') }))
    await at.page.goto(`${server.url}/p/${world.project}/w/kranich${path}`)
    await at.page.locator('.own-words').waitFor()
    return { ...at, tells: (...texts) => at.page.evaluate((words) => window.stream.say('words', 1, words), ownWords(...texts)) }
  }

  test('are told while the connection stands, asked for while it is away, and never gone in between', async () => {
    const at = await listen('')
    await at.tells('Weiche')
    await shows(at, 'Weiche')
    await at.tells('Gleis', 'Weiche')
    await shows(at, 'Gleis', 'Weiche')
    assert.deepEqual(asked(at), [])
    await at.page.evaluate(() => {
      window.empty = 0
      new MutationObserver(() => { if (!document.querySelector('.word') || document.querySelector('.own-words.stale')) window.empty++ }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true })
    })
    await at.page.evaluate(() => window.stream.say('error', 0))
    await shows(at, 'Erfragt')
    await at.page.evaluate(() => window.stream.say('open', 1))
    const had = asked(at).length
    await at.page.getByText('live', { exact: true }).first().waitFor()
    await at.tells('Signal')
    await shows(at, 'Signal')
    assert.equal(asked(at).length, had)
    assert.equal(await at.page.evaluate(() => window.empty), 0)
    await quiet(at)
  })

  test('of another range are asked for, whatever is told', async () => {
    const at = await listen('?range=7d')
    await at.tells('Weiche')
    await shows(at, 'Erfragt')
    await at.page.getByRole('link', { name: '24 Stunden' }).click()
    await shows(at, 'Weiche')
    await quiet(at)
  })
})

describe('the health of listening', () => {
  const account = (source, received, published) => ({ source, received, published, seen: 0, unreadable: 0, lastHeard: new Date().toISOString() })
  const healthy = () => ({
    status: 'up', checkedAt: new Date().toISOString(), versions: {}, lag: { mentions: 3, indexing: 0, 'persona-service': 0 },
    services: ['ingest-service', 'analysis-service', 'persona-service', 'api-gateway'].map((service) => ({ name: service, status: 'up' })),
    listening: listening(3 * DAY),
    sources: [account('forum', 1200, 1200), account('mastodon', 4, 4)],
  })
  const ago = (span) => new Date(Date.now() - span).toISOString()
  const gap = (began, ended, cause) => ({ from: ago(began), to: ago(ended), cause })
  const behind = { lag: { mentions: 0, indexing: 25_000, 'persona-service': 1 } }
  const listening = (since, ...gaps) => ({ since: ago(since + MINUTE), until: ago(0), gaps })
  // What is reckoned from now is made when it is asked for: the tests before it take their time.
  const worse = [
    ['all is well', {}, 'Alles wird gehört, seit 3 Tagen ohne Lücke. 2 Quellen haben 1.204 Zeilen geliefert, und jede ist verbucht.'],
    ['nobody knows of gaps', { listening: null }, 'Alles wird gehört. 2 Quellen haben 1.204 Zeilen geliefert, und jede ist verbucht.'],
    ['a gap ended lately', () => ({ listening: listening(9 * DAY, gap(8 * DAY, 7 * DAY, 'stopped'), gap(3 * HOUR, 2 * HOUR + 30 * MINUTE, 'broke-off')) }), 'Alles wird gehört, seit 2 Stunden ohne Lücke. Davor wurde 30 Minuten lang nichts angenommen, denn der Dienst war ausgefallen. Was angenommen war, ist sicher; wer in der Lücke senden wollte, muss es noch einmal tun. 2 Quellen haben 1.204 Zeilen geliefert, und jede ist verbucht.'],
    ['some lines were unreadable', { sources: [{ ...account('forum', 1200, 1180), unreadable: 20 }] }, 'Alles wird gehört, seit 3 Tagen ohne Lücke. Eine Quelle hat 1.200 Zeilen geliefert, und jede ist verbucht. 20 waren unlesbar; wer sie schickte, kennt den Grund.'],
    ['a gap ended long ago', () => ({ listening: listening(9 * DAY, gap(8 * DAY, 4 * DAY + HOUR, 'held-up')) }), 'Alles wird gehört, seit 4 Tagen ohne Lücke. 2 Quellen haben 1.204 Zeilen geliefert, und jede ist verbucht.'],
    ['something is behind', behind, 'Alles wird gehört, aber verspätet gezeigt: 25.000 Einträge warten noch.'],
    ['something is behind after a gap whose cause nobody knows', () => ({ ...behind, listening: listening(9 * DAY, gap(3 * HOUR, 2 * HOUR + 30 * MINUTE, null)) }), /^Alles wird gehört, aber verspätet gezeigt: 25\.000 Einträge warten noch\. Bis (gestern, )?\d\d:\d\d wurde 30 Minuten lang nichts angenommen\. Was angenommen war,/],
    ['nothing proves that posts are taken in', () => ({ listening: { ...listening(3 * DAY), until: ago(25_000) } }), /^Seit (gestern, )?\d\d:\d\d wird nichts angenommen: Das Log nimmt nichts auf, oder ingest-service steht still\. Was angenommen ist, ist sicher; was jetzt gesendet wird, muss noch einmal gesendet werden\.$/],
    ['something was set aside', { services: healthy().services.map((service) => ({ ...service, details: { setAside: service.name === 'persona-service' ? 2 : 0 } })) }, 'Alles wird gehört, aber 2 Datensätze waren nicht zu gebrauchen; sie liegen mit dem Grund beiseite.'],
    ['something is unaccounted for', { sources: [account('forum', 1200, 1197)], lag: { indexing: 25_000 } }, '3 Zeilen sind noch nicht verbucht.'],
    ['a service is away', { services: [...healthy().services.slice(0, 2), { name: 'persona-service', status: 'away' }], sources: [account('forum', 1200, 1197)] }, 'Es wird gehört, aber nicht alles gezeigt: persona-service arbeitet nicht. Was fehlt, wird nachgeholt.'],
    ['nobody listens', { services: [{ name: 'ingest-service', status: 'away' }, ...healthy().services.slice(1)], sources: null }, 'Gerade wird nichts gehört: ingest-service arbeitet nicht. Was angenommen ist, ist sicher; was jetzt gesendet wird, muss noch einmal gesendet werden.'],
  ]
  for (const [what, change, sentence] of worse)
    test(`says in one sentence that ${what}`, async () => {
      const at = await open(browser)
      await signIn(at.page, server.url, server.key, `/p/${world.project}`)
      await at.page.route('**/api/v1/status', (route) => route.fulfill({ json: { ...healthy(), ...(typeof change === 'function' ? change() : change) } }))
      await at.page.goto(`${server.url}/p/${world.project}/sources`)
      await at.page.locator('.answer').waitFor()
      if (sentence instanceof RegExp) assert.match(await text(at, '.answer'), sentence)
      else assert.equal(await text(at, '.answer'), sentence)
      await quiet(at)
    })

  test('shows every gap as a bar where it was, and in a table with its cause', async () => {
    const at = await open(browser)
    await signIn(at.page, server.url, server.key, `/p/${world.project}`)
    const gaps = [gap(6 * DAY, 5 * DAY, 'stopped'), gap(2 * HOUR, 2 * HOUR - 40_000, 'held-up')]
    await at.page.route('**/api/v1/status', (route) => route.fulfill({ json: { ...healthy(), listening: listening(7 * DAY - HOUR, ...gaps) } }))
    await at.page.goto(`${server.url}/p/${world.project}/sources`)
    await at.page.locator('.course-gap').first().waitFor()
    const line = await at.page.locator('.course-line').boundingBox()
    const bars = await Promise.all((await at.page.locator('.course-gap').all()).map((bar) => bar.boundingBox()))
    const share = (width) => Math.round((700 * width) / line.width)
    assert.deepEqual([share(bars[0].x - line.x), share(bars[0].width)], [100, 100])
    assert.ok(bars[1].width >= 3, 'a gap of 40 seconds is to be seen in a week')
    assert.ok(bars[1].x + bars[1].width <= line.x + line.width + 1)
    const rows = await at.page.locator('.health').first().locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent)))
    assert.deepEqual(rows, [['40\u00a0Sekunden', 'das Log nahm nichts auf, oder der Rechner schlief'], ['24\u00a0Stunden', 'Habitus war angehalten']])
    await quiet(at)
  })

  test('draws the line no further than posts were taken in', async () => {
    const at = await open(browser)
    await signIn(at.page, server.url, server.key, `/p/${world.project}`)
    await at.page.route('**/api/v1/status', (route) => route.fulfill({ json: { ...healthy(), listening: { ...listening(5 * DAY), until: ago(2 * DAY) } } }))
    await at.page.goto(`${server.url}/p/${world.project}/sources`)
    await at.page.locator('.course-heard').waitFor()
    const line = await at.page.locator('.course-line').boundingBox()
    const heard = await at.page.locator('.course-heard').boundingBox()
    assert.deepEqual([heard.x - line.x, heard.width].map((width) => Math.round((7 * width) / line.width)), [2, 3])
    assert.equal(await at.page.getByText('konnte jederzeit etwas angenommen werden').count(), 0)
    await quiet(at)
  })

  test('shows for each source whether all is accounted for, and for each service what waits', async () => {
    const at = await open(browser)
    await signIn(at.page, server.url, server.key, `/p/${world.project}`)
    await at.page.route('**/api/v1/status', (route) => route.fulfill({ json: { ...healthy(), services: healthy().services.map((service) => (service.name === 'analysis-service' ? { ...service, details: { setAside: 2 } } : service)), lag: { mentions: 3 }, sources: [account('forum', 1200, 1197), account('mastodon', 4, 4)] } }))
    await at.page.goto(`${server.url}/p/${world.project}/sources`)
    await at.page.locator('.accounts').waitFor()
    assert.deepEqual(await at.page.locator('.accounts tbody tr > :last-child').allInnerTexts(), ['3 offen', 'alles'])
    const rows = await at.page.locator('.health').nth(2).locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
    assert.deepEqual(rows.filter((row) => row[0] === 'analysis-service'), [['analysis-service', 'findet Erwähnungen', 'arbeitet', '3', '2'], ['analysis-service', 'macht sie durchsuchbar', 'arbeitet', 'unbekannt', '']])
    const since = `startDate=${new Date(Date.now() - 24 * HOUR).toISOString()}`
    const all = (await world.rest('GET', `/projects/${world.project}/mentions/count?${since}`)).total
    const unsure = (await world.rest('GET', `/projects/${world.project}/mentions/count?${since}&polarity=unsure`)).total
    const german = (count) => count.toLocaleString('de-DE')
    await until(async () => assert.ok((await text(at, '.health >> nth=3')).includes(`Von ${german(all)} Erwähnungen der letzten 24 Stunden ordnete das Modell ${german(unsure)} nicht ein`)))
    await quiet(at)
  })
})
