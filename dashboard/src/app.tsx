// What is on the page: the sign-in, or a project with its screens.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Me, Project, Watch } from './contract.ts'
import { de } from './language/de.ts'
import { en } from './language/en.ts'
import { type Language, formsFor } from './language/forms.ts'
import { type Command, CommandMenu } from './parts/command-menu.tsx'
import { Icon, Logo } from './parts/icons.tsx'
import { KeysHelp } from './parts/keys-help.tsx'
import { Trouble } from './parts/trouble.tsx'
import { Problem, rest } from './rest.ts'
import { EditorScreen } from './screens/editor.tsx'
import { Login } from './screens/login.tsx'
import { Overview } from './screens/overview.tsx'
import { SettingsScreen } from './screens/settings.tsx'
import { SourcesScreen } from './screens/sources.tsx'
import { WallScreen } from './screens/wall.tsx'
import { WatchScreen } from './screens/watch.tsx'
import { go, hrefOf, onlyRange, useAddress, writePlace } from './state/address.ts'
import { type Desk, DeskContext, seesAll } from './state/desk.ts'
import { type Theme, preferences, themes } from './state/preferences.ts'
import { Pausing } from './state/pause.tsx'
import { useKeys } from './state/shortcuts.ts'
import { type Range, rollings } from './time/range.ts'
import { isZone } from './time/zone.ts'

type Session =
  | { readonly is: 'unknown' }
  | { readonly is: 'closed'; readonly ended: boolean }
  | { readonly is: 'open'; readonly me: Me; readonly projects: readonly Project[] }
  | { readonly is: 'unreachable'; readonly problem: Problem }

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function App() {
  const [language, setLanguage] = useState<Language>(preferences.language)
  const [theme, setTheme] = useState<Theme>(preferences.theme)
  const [session, setSession] = useState<Session>(preferences.signedIn() ? { is: 'unknown' } : { is: 'closed', ended: false })
  const address = useAddress()
  const m = language === 'de' ? de : en

  const ask = useCallback(async () => {
    try {
      const [me, projects] = await Promise.all([rest.me(), rest.projects()])
      preferences.setSignedIn(true)
      setSession({ is: 'open', me, projects })
    } catch (cause) {
      const problem = cause instanceof Problem ? cause : new Problem(-1, { detail: String(cause) })
      if (problem.status === 401) setSession((before) => ({ is: 'closed', ended: before.is === 'open' }))
      // Once signed in, the screens say themselves what does not answer.
      else setSession((before) => (before.is === 'open' ? before : { is: 'unreachable', problem }))
    }
  }, [])
  useEffect(() => {
    if (session.is === 'unknown') void ask()
  }, [])
  useEffect(() => {
    if (session.is !== 'unreachable') return
    const timer = setTimeout(() => void ask(), 4000)
    return () => clearTimeout(timer)
  }, [session, ask])

  const speak = (chosen: Language) => {
    preferences.setLanguage(chosen)
    setLanguage(chosen)
  }
  const colour = (chosen: Theme) => {
    preferences.setTheme(chosen)
    setTheme(chosen)
  }
  const signedOut = useCallback(() => setSession((before) => (before.is === 'open' ? { is: 'closed', ended: true } : before)), [])
  const signOut = async () => {
    try {
      await rest.closeSession()
    } finally {
      setSession({ is: 'closed', ended: false })
    }
  }
  useEffect(() => {
    if (session.is === 'closed') preferences.setSignedIn(false)
  }, [session.is])

  useEffect(() => {
    if (session.is === 'closed') document.title = `${m.login.title} · Habitus`
  }, [session.is, m])

  switch (session.is) {
    case 'unknown':
      return <main id="content" class="blank" aria-busy="true" />
    case 'unreachable':
      return <main id="content" class="blank"><Trouble m={m} problem={session.problem} retry={() => void ask()} /></main>
    case 'closed':
      return <Login m={m} ended={session.ended} opened={() => void ask()} other={() => speak(language === 'de' ? 'en' : 'de')} />
    case 'open':
      break
  }
  const { me, projects } = session
  const { place } = address
  const wanted = place.page === 'start' ? preferences.project() : place.project
  const project = projects.find((known) => known.id === wanted) ?? (place.page === 'start' ? projects[0] : undefined)
  if (!project) {
    const first = projects[0]
    return (
      <main id="content" class="blank">
        <div class="notice">
          <h1>{m.failure.gone}</h1>
          {first && <p><a class="button" href={`/p/${encodeURIComponent(first.id)}`}>{m.watch.back}</a></p>}
          <p><button type="button" class="button quiet" onClick={() => void signOut()}>{m.nav.signOut}</button></p>
        </div>
      </main>
    )
  }
  const zone = isZone(project.timeZone) ? project.timeZone : 'UTC'
  const desk: Desk = {
    m,
    f: formsFor(language, zone),
    me,
    project,
    address: place.page === 'start' ? { ...address, place: { page: 'overview', project: project.id } } : address,
    may: (scope) => me.scopes.includes(scope),
    signedOut,
    projectChanged: () => void ask(),
  }
  return (
    <DeskContext.Provider value={desk}>
      <Frame key={project.id} desk={desk} projects={projects} language={language} theme={theme} speak={speak} colour={colour} signOut={() => void signOut()} />
    </DeskContext.Provider>
  )
}

function Frame({ desk, projects, language, theme, speak, colour, signOut }: {
  desk: Desk
  projects: readonly Project[]
  language: Language
  theme: Theme
  speak: (language: Language) => void
  colour: (theme: Theme) => void
  signOut: () => void
}) {
  const { m, project, address } = desk
  const { place, filters } = address
  const [over, setOver] = useState<'menu' | 'keys' | null>(null)
  const [watches, setWatches] = useState<readonly Watch[]>([])
  useEffect(() => preferences.setProject(project.id), [project.id])
  useEffect(() => {
    if (over !== 'menu') return
    // Without the list the menu still has its pages and commands.
    rest.watches(project.id).then(setWatches, () => {})
  }, [over, project.id])
  useKeys({
    'mod+k': () => setOver(over === 'menu' ? null : 'menu'),
    '?': () => setOver('keys'),
  })

  const title =
    place.page === 'settings' ? m.settings.title
    : place.page === 'sources' ? m.sources.title
    : place.page === 'watch' || (place.page === 'edit' && place.watch) ? place.watch
    : place.page === 'edit' ? m.editor.add
    : m.overview.title
  useEffect(() => {
    // A watch names itself once its name is known, and a wall itself.
    if (place.page !== 'watch' && place.page !== 'wall') document.title = `${title} · Habitus`
  }, [title])
  // After a step to another page the keyboard starts at its content, as it would after a load.
  const path = writePlace(place)
  const [firstPath] = useState(path)
  useEffect(() => {
    if (path !== firstPath && !document.querySelector('#content')?.contains(document.activeElement)) document.getElementById('content')?.focus({ preventScroll: true })
  }, [path])

  // Where a wall leads back to.
  const outside = useRef<string | null>(null)
  if (place.page !== 'wall') outside.current = hrefOf(place, filters)

  const kept = onlyRange(filters)
  const overview = hrefOf({ page: 'overview', project: project.id }, kept)
  const nextTheme = themes[(themes.indexOf(theme) + 1) % themes.length]!
  const mod = apple ? '⌘' : language === 'de' ? 'Strg' : 'Ctrl'
  const commands = useMemo((): Command[] => {
    const to = (kind: string, name: string, href: string): Command => ({ kind, name, run: () => go(href) })
    const range = (name: string, chosen: Range) => to(m.palette.range, name, hrefOf(place, { ...filters, range: chosen, interval: null, part: null }))
    const toWatches = watches.map((watch) => to(m.palette.watch, watch.name, hrefOf({ page: 'watch', project: project.id, watch: watch.id }, kept)))
    // On a narrow screen this is the only menu: what is not on the page comes first.
    const isOnlyMenu = innerWidth <= 720
    return [
      ...(isOnlyMenu ? [] : toWatches),
      to(m.palette.page, m.nav.overview, overview),
      ...(place.page === 'watch' ? [to(m.palette.page, m.wall.this, hrefOf({ page: 'wall', project: project.id, watch: place.watch }, kept))] : []),
      to(m.palette.page, m.wall.all, hrefOf({ page: 'wall', project: project.id, watch: null }, kept)),
      ...(seesAll(desk.me) ? [to(m.palette.page, m.nav.sources, hrefOf({ page: 'sources', project: project.id }, kept))] : []),
      to(m.palette.page, m.nav.settings, hrefOf({ page: 'settings', project: project.id }, kept)),
      ...(desk.may('write') ? [to(m.palette.command, m.overview.add, hrefOf({ page: 'edit', project: project.id, watch: null }, kept))] : []),
      ...(isOnlyMenu ? toWatches : []),
      ...(place.page === 'overview' || place.page === 'watch'
        ? [...rollings.map((length) => range(m.range.names[length], { kind: 'rolling', length })), range(m.range.all, { kind: 'all' })]
        : []),
      ...projects.filter((other) => other.id !== project.id).map((other) => to(m.palette.project, other.name, `/p/${encodeURIComponent(other.id)}`)),
      ...themes.filter((other) => other !== theme).map((other): Command => ({ kind: m.palette.command, name: m.palette.theme(m.nav.themes[other]), run: () => colour(other) })),
      { kind: m.palette.command, name: m.palette.language(m.otherLanguage), run: () => speak(language === 'de' ? 'en' : 'de') },
      { kind: m.palette.command, name: m.nav.keys, run: () => setOver('keys') },
      { kind: m.palette.command, name: m.nav.signOut, run: signOut },
    ]
  }, [watches, place, filters, m, theme, projects])

  const floating = (
    <>
      {over === 'menu' && <CommandMenu m={m} commands={commands} close={() => setOver(null)} />}
      {over === 'keys' && <KeysHelp m={m} mod={mod} close={() => setOver(null)} />}
    </>
  )
  // Nothing but the wall is on a wall.
  if (place.page === 'wall') return <><WallScreen key={path} only={place.watch} from={outside.current} />{floating}</>
  return (
    <>
      <a class="skip" href="#content">{m.nav.skip}</a>
      <header class="bar">
        <a class="brand" href={overview} aria-label={`Habitus – ${m.nav.overview}`}><Logo /><span>Habitus</span></a>
        {projects.length > 1 ? (
          <label class="project-choice">
            <span class="unseen">{m.nav.project}</span>
            <select value={project.id} onChange={(event) => go(`/p/${encodeURIComponent(event.currentTarget.value)}`)}>
              {projects.map((known) => <option key={known.id} value={known.id}>{known.name}</option>)}
            </select>
          </label>
        ) : <span class="project-name">{project.name}</span>}
        <nav class="pages" aria-label={m.nav.menu}>
          <a href={overview} aria-current={place.page === 'overview' ? 'page' : undefined}>{m.nav.overview}</a>
          {seesAll(desk.me) && <a href={hrefOf({ page: 'sources', project: project.id }, kept)} aria-current={place.page === 'sources' ? 'page' : undefined}>{m.nav.sources}</a>}
          <a href={hrefOf({ page: 'settings', project: project.id }, kept)} aria-current={place.page === 'settings' ? 'page' : undefined}>{m.nav.settings}</a>
        </nav>
        <div class="bar-tools">
          <button type="button" class="button quiet menu-button" onClick={() => setOver('menu')} aria-label={m.nav.menuHint} aria-keyshortcuts="Control+K Meta+K">
            <Icon name="search" /><span class="wide-only"><kbd>{mod}</kbd> <kbd>K</kbd></span>
          </button>
          <button type="button" class="button quiet wide-only" onClick={() => colour(nextTheme)} aria-label={`${m.nav.theme}: ${m.nav.themes[theme]}`} title={`${m.nav.theme}: ${m.nav.themes[theme]}`}>
            <Icon name={theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'system'} />
          </button>
          <button type="button" class="button quiet wide-only" lang={language === 'de' ? 'en' : 'de'} onClick={() => speak(language === 'de' ? 'en' : 'de')} aria-label={m.otherLanguage} title={m.otherLanguage}>
            {language === 'de' ? 'EN' : 'DE'}
          </button>
          <button type="button" class="button quiet wide-only" onClick={signOut} aria-label={m.nav.signOut} title={m.nav.signOut}><Icon name="out" /></button>
        </div>
      </header>
      <Pausing key={path}>{screen()}</Pausing>
      {floating}
    </>
  )

  function screen() {
    switch (place.page) {
      case 'start':
      case 'overview':
        return <Overview />
      case 'watch':
        return <WatchScreen key={place.watch} id={place.watch} />
      case 'edit':
        return <EditorScreen key={place.watch ?? ''} id={place.watch} />
      case 'settings':
        return <SettingsScreen />
      case 'sources':
        return <SourcesScreen />
      case 'wall':
        return null
      case 'nowhere':
        return (
          <main id="content" class="blank" tabIndex={-1}>
            <div class="notice"><h1>{m.failure.gone}</h1><p><a class="button" href={overview}>{m.watch.back}</a></p></div>
          </main>
        )
    }
  }
}
