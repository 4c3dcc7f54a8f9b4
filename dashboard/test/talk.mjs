// A project in which people talk right now, on the system under test; for what moves by itself.
import { until } from './world.mjs'
import assert from 'node:assert/strict'

const HOUR = 3_600_000

export const longName = 'Erstattungsverfahren und Kundendienst der Überlandstraßenbahngesellschaft im Nordverkehr'
export const longText = 'Kranichbahn: Anschluss verpasst, aber die Zugbindung bleibt bestehen? Im Reisezentrum sagte man mir, ich müsse eine neue Fahrkarte kaufen, obwohl der Zug 47 Minuten zu spät war und niemand eine Durchsage gemacht hat. Am Ende stand ich mit zwei Kindern und vier Koffern am Bahnsteig, und keiner wusste, wie es weitergeht. Das war nicht das erste Mal in diesem Monat, und es wird auch nicht das letzte Mal sein.'

export async function talk({ url, key }) {
  const project = `talk-test-${Date.now().toString(36)}`
  let serial = 0
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
  const send = (posts) => rest('POST', `/projects/${project}/documents`, posts)
  /** So many people say something about a word within 20 hours, the last of them a minute ago or so many hours earlier. */
  const saying = (word, voices, earlier = 0, text = `${word} ist heute Gesprächsthema im Ersatzverkehr.`) =>
    Array.from({ length: voices }, (_, i) => ({
      id: `talk-${++serial}`, source: 'forum', lang: 'de', text, type: 'post', author: { id: `talk-voice-${word}-${i}` },
      created_at: new Date(Date.now() - 60_000 - earlier * HOUR - i * ((20 * HOUR) / voices)).toISOString(),
    }))
  /** Somebody new says something just now. */
  const say = (text) => send([{ id: `talk-${++serial}`, source: 'forum', lang: 'de', text, author: { id: `talk-new-${serial}` }, created_at: new Date().toISOString() }])

  await rest('POST', '/projects', { id: project, name: 'Prüfwand', officialAccounts: [], timeZone: 'Europe/Berlin' })
  for (const [id, name, query] of [['kranich', 'Kranichbahn', 'kranichbahn'], ['lang', longName, 'reiherbus'], ['moewe', 'Möwenpost', 'möwenpost'], ['wenig', 'Wenig Gehörtes', 'zaunkönig'], ['nie', 'Nie Gehörtes', 'einwortdasniemandsagt']])
    await rest('POST', `/projects/${project}/watches`, { id, name, query })
  await send([...saying('Kranichbahn', 60), ...saying('Reiherbus', 45), ...saying('Möwenpost', 10), ...saying('Zaunkönig', 4)])
  // The day before it was quieter, and once there was a rush: so there is more to say than fits everywhere.
  for (const word of ['Kranichbahn', 'Reiherbus']) {
    await send([...saying(word, 10, 26), ...saying(word, 1, 60)])
    const rush = new Date(Date.now() - 3 * HOUR).toISOString()
    await send(saying(word, 6).map((post) => ({ ...post, created_at: rush })))
  }
  await send([{ ...saying('Kranichbahn', 1, 0, longText)[0], created_at: new Date(Date.now() - 30_000).toISOString() }])
  await until(async () => {
    const { views } = await rest('GET', `/projects/${project}/views?interval=hour&tz=Europe/Berlin`)
    assert.deepEqual(views.map((view) => view.total.posts).filter((posts) => posts > 0).sort((a, b) => a - b), [4, 10, 62, 78])
    assert.equal((await rest('GET', `/projects/${project}/mentions/count`)).total, 154)
  }, { within: 120_000 })
  return {
    project,
    rest,
    say,
    path: `/p/${project}`,
    remove: async () => {
      for (const { id } of (await rest('GET', `/projects/${project}/watches`)).watches) await rest('DELETE', `/projects/${project}/watches/${id}`)
      await until(() => rest('DELETE', `/projects/${project}`))
    },
  }
}
