// A project of its own on the system under test, filled over REST; so the same tests run against the fixtures and
// against the real thing, and leave nothing behind.
import { dice, posts } from './fixtures/posts.mjs'
import { hostileTexts } from './hostile.mjs'

const DAY = 86_400_000

/** Calls until it does not throw; the last reason is thrown when patience ends. */
export async function until(check, { within = 60_000, every = 200 } = {}) {
  const end = Date.now() + within
  for (;;) {
    try {
      return await check()
    } catch (reason) {
      if (Date.now() > end) throw reason
    }
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}

export async function prepare({ url, key }) {
  const id = `page-test-${Date.now().toString(36)}`
  const rest = async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
  const at = `/projects/${id}`
  await rest('POST', '/projects', { id, name: 'Prüfprojekt', officialAccounts: ['nordbahn_hilfe'], timeZone: 'Europe/Berlin' })
  const watches = [
    { name: 'Nordbahn', query: 'nordbahn OR #nordbahn OR @nordbahn_hilfe' },
    { name: 'Paketmöwe', query: 'paketmöwe OR #paketmöwe' },
    { name: 'Feindliches <script>alert(1)</script>', query: 'feindlich' },
    { name: 'Nie Gehörtes', query: 'einwortdasniemandsagt' },
  ]
  for (const watch of watches) await rest('POST', `${at}/watches`, watch)

  const now = Date.now()
  const recent = posts({ seed: 11, count: 500, since: now - 25 * DAY, until: now - 2 * DAY })
  const old = posts({ seed: 12, count: 60, since: now - 1200 * DAY, until: now - 1100 * DAY })
  const { below } = dice(5)
  const hostile = hostileTexts().map((text, i) => ({
    id: `hostile-${i}`,
    source: 'feindlich.test',
    created_at: new Date(now - 3 * DAY - below(DAY)).toISOString(),
    text: `feindlich ${text}`,
    title: i % 3 === 0 ? text.slice(0, 300) : undefined,
    url: i % 4 === 0 ? 'https://example.org/feindlich' : undefined,
    // Control characters and half characters are refused in an id, as they should be; everything else is tried.
    author: { id: `${i} ${text.replace(/\p{C}/gu, '')}`.slice(0, 100).toWellFormed(), handle: text.slice(0, 60), name: text.slice(0, 100) },
    place: { country: 'DE', city: text.slice(0, 80) },
    lang: i % 2 ? 'de' : undefined,
  }))
  const send = (documents) => rest('POST', `${at}/documents`, documents)
  const count = async (watch, more = '') => (await rest('GET', `${at}/mentions/count?watchId=${watch}${more}`)).total
  for (const batch of [recent, old, hostile]) {
    const answer = await send(batch)
    const refused = answer.unreadable ?? 0
    if (refused > 0) throw new Error(`refused: ${JSON.stringify(answer.refused).slice(0, 500)}`)
  }
  const named = (await rest('GET', `${at}/watches`)).watches
  const watchOf = (name) => named.find((watch) => watch.name.startsWith(name)).id
  // Both projections have caught up when they agree and stop growing.
  const expected = [...recent, ...old].filter((post) => /nordbahn/i.test(post.text)).length
  await until(async () => {
    const found = await count(watchOf('Nordbahn'))
    const view = await rest('GET', `${at}/watches/${watchOf('Nordbahn')}/view?interval=month&tz=Europe/Berlin`)
    const all = view.total.posts + view.total.reposts
    const bad = await count(watchOf('Feindliches'))
    if (found !== expected || all !== expected || bad !== hostile.length)
      throw new Error(`${found} found and ${all} counted of ${expected}, ${bad} of ${hostile.length} hostile`)
  }, { within: 120_000 })
  return {
    id,
    rest,
    send,
    count,
    watchOf,
    nordbahn: expected,
    hostile: hostile.length,
    path: `/p/${id}`,
    watchPath: (name) => `/p/${id}/w/${watchOf(name)}`,
    remove: async () => {
      for (const { id: watch } of (await rest('GET', `${at}/watches`)).watches) await rest('DELETE', `${at}/watches/${watch}`)
      await until(() => rest('DELETE', at))
    },
  }
}
