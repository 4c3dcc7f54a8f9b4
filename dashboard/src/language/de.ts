import type { Rolling } from '../time/range.ts'
import type { Interval, Span } from '../time/buckets.ts'
import type { GapCause, Pile, QueryCode, SourceType } from '../contract.ts'
import { dateOf } from '../time/zone.ts'
import type { Forms } from './forms.ts'
import { type Figure, type Sentence, say } from './say.ts'
import type { Compared } from './usual.ts'

const few = (f: Forms, n: number, one: string, many: string) => (n === 1 ? one : `${f.number(n)}\u00a0${many}`)

/** `3 Tage`, `seit 3 Tagen`: in the largest unit that has at least two. */
function lasting(f: Forms, milliseconds: number, form: 'dative' | 'accusative'): string {
  const minutes = Math.floor(milliseconds / 60_000)
  const n = form === 'dative' ? 'n' : ''
  if (minutes < 1) return form === 'dative' ? 'weniger als einer Minute' : few(f, Math.max(1, Math.round(milliseconds / 1000)), 'eine Sekunde', 'Sekunden')
  if (minutes < 120) return few(f, minutes, form === 'dative' ? 'einer Minute' : 'eine Minute', 'Minuten')
  if (minutes < 48 * 60) return `${f.number(Math.floor(minutes / 60))}\u00a0Stunden`
  return `${f.number(Math.floor(minutes / 1440))}\u00a0Tage${n}`
}

/** `zwischen 7 und 8 Uhr`, with minutes only where there are any. */
function betweenTimes(f: Forms, span: Span): string {
  const [from, to] = [f.time(span.from), f.time(span.to)]
  if (!from.endsWith(':00') || !to.endsWith(':00')) return `zwischen ${from} und ${to} Uhr`
  return `zwischen ${Number(from.slice(0, 2))} und ${Number(to.slice(0, 2)) || 24}\u00a0Uhr`
}

export const de = {
  name: 'Deutsch',
  otherLanguage: 'English',
  tagline: 'Was Kunden sagen',

  nav: {
    skip: 'Zum Inhalt',
    overview: 'Übersicht',
    sources: 'Gesundheit',
    settings: 'Einstellungen',
    project: 'Projekt',
    menu: 'Menü',
    menuHint: 'Suchen und springen',
    signOut: 'Abmelden',
    theme: 'Farben',
    themes: { system: 'wie das System', light: 'hell', dark: 'dunkel' },
    language: 'Sprache',
    keys: 'Tastenkürzel',
  },

  login: {
    title: 'Anmelden',
    lead: 'Was Kunden sagen. Jetzt. In ihren eigenen Worten.',
    key: 'API-Schlüssel',
    hint: 'Der erste Start von Habitus zeigt den Schlüssel an. Er steht auch in der Datei',
    hintAfter: 'im Datenordner.',
    open: 'Anmelden',
    opening: 'Wird geprüft …',
    refused: 'Dieser Schlüssel gilt nicht. Bitte vollständig einfügen; er beginnt mit „hab_“.',
    shape: 'Ein Schlüssel beginnt mit „hab_“ und ist 56 Zeichen lang. Bitte vollständig einfügen.',
    kept: 'Der Schlüssel wird nicht im Browser gespeichert, nur eine Sitzung von zwölf Stunden.',
    ended: 'Die Sitzung ist abgelaufen. Bitte neu anmelden; die Ansicht bleibt, wie sie war.',
  },

  range: {
    label: 'Zeitraum',
    names: { '24h': '24 Stunden', '7d': '7 Tage', '30d': '30 Tage', '12m': '12 Monate' } as Record<Rolling, string>,
    all: 'Alles',
    custom: 'Von – bis',
    from: 'Von',
    to: 'Bis',
    apply: 'Zeigen',
    wrong: '„Von“ darf nicht nach „Bis“ liegen.',
    incomplete: 'Bitte beide Tage angeben.',
    times: (zone: string) => `Zeiten in ${zone}`,
  },

  interval: {
    label: 'Balken je',
    names: { minute: 'Minute', hour: 'Stunde', day: 'Tag', week: 'Woche', month: 'Monat' } as Record<Interval, string>,
  },

  count: {
    voices: (f: Forms, n: number) => few(f, n, '1 Stimme', 'Stimmen'),
    posts: (f: Forms, n: number) => few(f, n, '1 Beitrag', 'Beiträge'),
    reposts: (f: Forms, n: number) => few(f, n, '1 Repost', 'Reposts'),
    mentions: (f: Forms, n: number) => few(f, n, '1 Erwähnung', 'Erwähnungen'),
    watches: (f: Forms, n: number) => few(f, n, '1 Beobachtung', 'Beobachtungen'),
    followers: (f: Forms, n: number) => few(f, n, '1 Follower', 'Follower'),
  },

  noun: { voices: 'Stimmen', posts: 'Beiträge', reposts: 'Reposts', anonymous: 'ohne Autor', anonymousWhy: 'Ohne bekannten Autor zählt ein Beitrag nicht als Stimme.', mentions: 'Erwähnungen', voice: 'Stimme' },

  sentence: {
    /** Begins a sentence. */
    within: (f: Forms, length: Rolling | null, span: Span) => {
      switch (length) {
        case '24h':
          return 'In den letzten 24\u00a0Stunden'
        case '7d':
          return 'In den letzten 7\u00a0Tagen'
        case '30d':
          return 'In den letzten 30\u00a0Tagen'
        case '12m':
          return 'In den letzten 12\u00a0Monaten'
        case null: {
          const last = span.to - 1
          if (span.to - span.from < 86_400_000 && dateOf(span.from, f.zone) === dateOf(last, f.zone))
            return `Am ${f.longDay(span.from)} ${betweenTimes(f, span)}`
          if (dateOf(span.from, f.zone) === dateOf(last, f.zone)) return `Am ${f.longDay(span.from)}`
          return `Vom ${f.fromTo(span.from, last).join(' bis zum ')}`
        }
      }
    },
    /** Ends a comparison: "als …". */
    before: { '24h': 'in den 24 Stunden davor', '7d': 'in den 7 Tagen davor', '30d': 'in den 30 Tagen davor', '12m': 'in den 12 Monaten davor' } as Record<Rolling, string>,
    beforeSpan: 'im gleich langen Zeitraum davor',
    voices: (f: Forms, n: number) => few(f, n, 'eine Stimme', 'Stimmen'),
    posts: (f: Forms, n: number) => few(f, n, 'ein Beitrag', 'Beiträge'),
    reposts: (f: Forms, n: number) => few(f, n, 'ein Repost', 'Reposts'),
    inPosts: (f: Forms, n: number) => few(f, n, 'einem Beitrag', 'Beiträgen'),
    inReposts: (f: Forms, n: number) => few(f, n, 'einem Repost', 'Reposts'),
    and: (a: Figure, b: Figure): Sentence => say`${a} und ${b}`,
    spoke: (within: string, n: number, voices: Figure, name: string, things: Sentence): Sentence =>
      say`${within} ${n === 1 ? 'sprach' : 'sprachen'} ${voices} über „${name}“, in ${things}.`,
    /** @param than how many that is, against what is usual */
    spokeAsUsual: (within: string, n: number, voices: Figure, name: string, than: string): Sentence =>
      say`${within} ${n === 1 ? 'sprach' : 'sprachen'} ${voices} über „${name}“, ${than}.`,
    heard: (within: string, n: number, name: string, things: Sentence): Sentence =>
      say`${within} ${n === 1 ? 'wurde' : 'wurden'} ${things} über „${name}“ gehört; ein Autor ist nicht bekannt, deshalb zählen sie nicht als Stimmen.`,
    heardOne: (within: string, name: string, things: Sentence): Sentence =>
      say`${within} wurde ${things} über „${name}“ gehört; ein Autor ist nicht bekannt, deshalb zählt er nicht als Stimme.`,
    nothing: (within: string, name: string): Sentence => say`${within} wurde über „${name}“ nichts gehört.`,
    lessThanUsual: (within: string, name: string): Sentence => say`${within} wurde über „${name}“ nichts gehört, weniger als üblich.`,
    peak: (f: Forms, interval: Interval, span: Span, things: Figure): Sentence => {
      switch (interval) {
        case 'minute':
        case 'hour':
          return say`Am meisten war es am ${f.longDay(span.from)} ${betweenTimes(f, span)}: ${things}.`
        case 'day':
          return say`Am meisten war es am ${f.longDay(span.from)}: ${things}.`
        case 'week':
          return say`Am meisten war es in der Woche ab dem ${f.longDay(span.from)}: ${things}.`
        case 'month':
          return say`Am meisten war es im ${f.piece(span, 'month')}: ${things}.`
      }
    },
    more: (f: Forms, share: number, noun: string, before: string): Sentence => say`Das sind ${f.share(share)} mehr ${noun} als ${before}.`,
    manyMore: (f: Forms, times: number, noun: string, before: string): Sentence => say`Das sind ${f.number(times)}-mal so viele ${noun} wie ${before}.`,
    fewer: (f: Forms, share: number, noun: string, before: string): Sentence => say`Das sind ${f.share(share)} weniger ${noun} als ${before}.`,
    most: (within: string, name: Figure, things: Sentence): Sentence =>
      say`${within} wurde am meisten über ${name} gesprochen: ${things}.`,
    only: (within: string, name: Figure, things: Sentence): Sentence =>
      say`${within} wurde nur über ${name} gesprochen: ${things}.`,
    voicesInPosts: (voices: Figure, things: Sentence): Sentence => say`${voices} in ${things}`,
    moreNegative: (negative: Figure, positive: Figure): Sentence => say`Das Modell liest mehr Negatives (${negative}) als Positives (${positive}).`,
    morePositive: (positive: Figure, negative: Figure): Sentence => say`Das Modell liest mehr Positives (${positive}) als Negatives (${negative}).`,
    silent: (f: Forms, silent: number, all: number): Sentence =>
      silent === 1
        ? say`Eine von ${f.number(all)} Beobachtungen hörte nichts.`
        : say`${f.number(silent)} von ${f.number(all)} Beobachtungen hörten nichts.`,
    silentAll: (within: string): Sentence => say`${within} wurde nichts gehört.`,
  },

  /** How much is usual; said to be more or less only where it is beyond chance. */
  usual: {
    word: 'üblich',
    fromTo: 'üblich von – bis',
    /** "…, 38 % mehr als üblich" */
    than: (f: Forms, { is, share }: Compared): string => {
      if (is === 'usual') return 'wie üblich'
      if (is === 'below') return share === null ? 'weniger als üblich' : `${f.share(share)} weniger als üblich`
      if (share === null) return 'mehr als üblich'
      return share >= 2 ? `${f.number(Math.round(share + 1))}-mal so viele wie üblich` : `${f.share(share)} mehr als üblich`
    },
    mentions: (f: Forms, { is, share }: Compared): Sentence => {
      if (is === 'usual') return say`Das sind so viele Erwähnungen wie üblich.`
      if (is === 'below') return share === null ? say`Das sind weniger Erwähnungen als üblich.` : say`Das sind ${f.share(share)} weniger Erwähnungen als üblich.`
      if (share === null) return say`Das sind mehr Erwähnungen als üblich.`
      return share >= 2 ? say`Das sind ${f.number(Math.round(share + 1))}-mal so viele Erwähnungen wie üblich.` : say`Das sind ${f.share(share)} mehr Erwähnungen als üblich.`
    },
    /** In a column: "38 % über üblich" */
    short: (f: Forms, { is, share }: Compared): string => {
      if (is === 'usual') return 'wie üblich'
      if (is === 'below') return share === null ? 'unter üblich' : `${f.share(share)} unter üblich`
      if (share === null) return 'über üblich'
      return share >= 2 ? `${f.number(Math.round(share + 1))}-mal so viel wie üblich` : `${f.share(share)} über üblich`
    },
    learning: (f: Forms, known: number, needed: number): Sentence => say`Was üblich ist, wird noch gelernt: ${f.number(known)} von ${f.number(needed)} Tagen.`,
    days: (f: Forms, known: number, needed: number) => `wird gelernt: ${f.number(known)} von ${f.number(needed)} Tagen`,
    range: (f: Forms, low: number, high: number) => (low === high ? f.number(low) : `${f.number(low)}–${f.number(high)}`),
    why: 'So viele Beiträge und Reposts sind in dieser Zeit üblich, gelernt aus bis zu acht Wochen davor. In 99 von 100 Fällen liegt die Summe darin, in 19 von 20 ein Balken im grauen Band.',
    column: 'Gegen sonst',
  },

  overview: {
    title: 'Was Kunden sagen',
    add: 'Neue Beobachtung',
    name: 'Beobachtung',
    course: 'Verlauf',
    posts: 'Beiträge',
    reposts: 'Reposts',
    voices: 'Stimmen',
    first: 'Zuerst',
    last: 'Zuletzt',
    noAuthors: 'ohne Autor',
    noAuthorsWhy: 'Bei keinem dieser Beiträge ist ein Autor bekannt.',
    never: 'noch nichts',
    table: 'Beobachtungen, das Ungewöhnliche zuerst, sonst nach Menge',
    noWatches: {
      title: 'Was soll Habitus hören?',
      text: 'Eine Beobachtung ist eine gespeicherte Suche: ein Name und die Worte, an denen man einen Beitrag erkennt. Jeder Beitrag, der dazu passt, erscheint hier – auch die schon gespeicherten.',
      example: 'Zum Beispiel',
      add: 'Erste Beobachtung anlegen',
      mayNot: 'Dieser Schlüssel darf keine Beobachtungen anlegen. Dafür braucht er das Recht „write“.',
    },
    nothingYet: {
      title: 'Noch keine Erwähnungen',
      text: 'Sobald ein Beitrag zu einer Beobachtung passt, erscheint er hier. Beiträge kommen über die Schnittstelle oder aus einer Datei:',
    },
    nothingInRange: {
      title: (within: string) => `${within} wurde nichts gehört.`,
      text: (f: Forms, from: number, to: number) =>
        dateOf(from, f.zone) === dateOf(to, f.zone)
          ? `Erwähnungen gibt es vom ${f.longDay(from)}.`
          : `Erwähnungen gibt es vom ${f.fromTo(from, to).join(' bis zum ')}.`,
      show: 'Diesen Zeitraum zeigen',
    },
  },

  live: {
    on: 'live',
    onWhy: 'Die Zahlen folgen dem, was gerade gehört wird.',
    stale: (time: string) => `Stand ${time} · wird wieder verbunden …`,
    hold: 'Anhalten',
    holdWhy: 'Nichts bewegt sich mehr, bis es weitergeht (p).',
    goOn: 'Weiter',
    goOnWhy: 'Zeigt wieder, was gerade gehört wird (p).',
    held: (time: string) => `angehalten um ${time}`,
  },

  wall: {
    title: 'Wand',
    link: 'Wand',
    linkWhy: 'In großer Schrift für einen Bildschirm an der Wand',
    all: 'Wand: alle Beobachtungen',
    this: 'Wand: nur diese Beobachtung',
    course: 'Erwähnungen je Stunde',
    courseUsual: 'Erwähnungen je Stunde (Band = üblich)',
    now: 'jetzt',
    place: (f: Forms, place: number, of: number) => `${f.number(place)} von ${f.number(of)}`,
    last: (when: string) => `letzter Beitrag ${when}`,
    stopped: 'angehalten',
    tools: 'Bedienung der Wand',
    previous: 'Vorige Beobachtung',
    next: 'Nächste Beobachtung',
    stop: 'Wechsel anhalten',
    goOn: 'Weiter wechseln',
    light: 'Hell',
    dark: 'Dunkel',
    full: 'Ganzer Bildschirm',
    notFull: 'Ganzen Bildschirm verlassen',
    leave: 'Wand verlassen',
    noneTitle: 'Hier steht bald, was Kunden sagen',
    noneText: 'Sobald eine Beobachtung binnen 24 Stunden fünf Stimmen gehört hat, ist sie hier groß zu lesen. Es wird weiter zugehört.',
    noneOf: (name: string) => `Zu „${name}“ ist es still`,
    noneOfText: 'In den letzten 24 Stunden wurde nichts gehört. Sobald fünf Stimmen gesprochen haben, steht es hier.',
    fewText: 'In den letzten 24 Stunden sprachen weniger als fünf Stimmen. Sobald es mehr sind, steht es hier.',
  },

  words: {
    title: 'Mit ihren Worten',
    how: (f: Forms, sampled: number) =>
      `Wörter, die hier mehr Stimmen verwenden als sonst; verglichen mit ${f.number(sampled)} anderen Beiträgen, Zufall herausgerechnet.`,
    since: (f: Forms, moment: number) => `Verglichen ist, was seit dem ${f.longDay(moment)} gesagt wurde; weiter reicht die Stichprobe nicht zurück.`,
    unequal: 'Eine Seite redet viel mehr als die andere; verglichen ist von jeder gleich viel, also nur ein Teil.',
    howOfPile: (f: Forms, texts: number, others: number) =>
      `Wörter, die in diesen ${f.number(texts)} Beiträgen mehr Stimmen verwenden als in den übrigen ${f.number(others)} der Beobachtung, Zufall herausgerechnet; die häufigsten zuerst. Ein Modell hat die Beiträge nach ihren Worten eingeordnet: Lob und Tadel selbst stehen darum mit in der Liste.`,
    noneOfPile: 'Kein Wort ist hier sicher häufiger als in den übrigen Beiträgen der Beobachtung. Die Beiträge selbst stehen unten.',
    ofAll: 'Worte aller zeigen',
    none: 'Kein Wort ist hier sicher häufiger als anderswo.',
    few: 'Noch zu wenige Stimmen, um eigene Worte zu erkennen.',
    later: 'Die eigenen Worte sind gerade nicht zu haben. Es wird weiter versucht.',
    all: (f: Forms, n: number) => `Alle ${f.number(n)} zeigen`,
    times: (f: Forms, times: number) => `${f.number(Math.round(times * 10) / 10)}-mal so häufig wie anderswo`,
  },

  polarity: {
    title: 'Stimmung',
    names: { negative: 'negativ', neutral: 'neutral', positive: 'positiv', unsure: 'unsicher' } as Record<Pile, string>,
    how: 'Ein gelerntes Modell ordnet jeden Beitrag ein. Wo es nicht sicher genug ist, sagt es „unsicher“.',
    few: 'Zu wenige Beiträge für Anteile.',
    tooFew: 'zu wenig',
    unjudged: (f: Forms, n: number) =>
      n === 1 ? 'Einer ist älter als das Modell und nicht eingeordnet.' : `${f.number(n)} sind älter als das Modell und nicht eingeordnet.`,
    why: (f: Forms, confidence: number) => `So eingeordnet vom Modell, Sicherheit ${f.share(confidence)}.`,
  },

  fromSources: { title: 'Wo', others: 'anderswo' },

  chart: {
    title: (interval: string) => `Verlauf je ${interval}`,
    help: 'Pfeiltasten wählen einen Balken, die Eingabetaste öffnet seine Beiträge. Ziehen wählt einen Abschnitt.',
    table: 'Als Tabelle',
    period: 'Zeit',
    bar: (period: string, posts: string, reposts: string, voices: string | null, usual: string | null) =>
      [`${period}: ${posts}`, reposts, voices, usual && `üblich ${usual}`].filter(Boolean).join(', '),
    open: 'Beiträge zeigen',
    zoom: 'Nur diesen Abschnitt zeigen',
    empty: 'Kein Beitrag in diesem Zeitraum.',
  },

  watch: {
    edit: 'Bearbeiten',
    query: 'Gesucht wird',
    unknown: 'Diese Beobachtung gibt es nicht',
    unknownText: 'Vielleicht wurde sie gelöscht, oder die Adresse ist unvollständig.',
    back: 'Zur Übersicht',
    lookingBack: 'Die gespeicherten Beiträge werden gerade durchgesehen. Was passt, erscheint hier von selbst.',
    noneTitle: 'Zu dieser Beobachtung wurde noch nichts gehört',
    noneText: 'Prüfen Sie die Worte der Beobachtung oder warten Sie auf neue Beiträge.',
  },

  mentions: {
    title: 'Erwähnungen',
    search: 'In diesen Erwähnungen suchen',
    searchHint: 'Wörter, "genaue Wortfolge", AND, OR, NOT',
    clear: 'Suche leeren',
    source: 'Quelle',
    type: 'Art',
    lang: 'Sprache',
    any: 'alle',
    order: 'Reihenfolge',
    newest: 'neueste zuerst',
    oldest: 'älteste zuerst',
    types: { post: 'Beitrag', comment: 'Kommentar', review: 'Bewertung', reply: 'Antwort', repost: 'Repost' } as Record<SourceType, string>,
    reset: 'Alle Filter aufheben',
    lift: 'Diesen Filter aufheben',
    onlyVoice: 'Nur diese Stimme',
    voice: (key: string) => `Stimme ${key}`,
    noVoice: 'ohne Autor',
    more: (f: Forms, n: number) => `${f.number(n)} weitere laden`,
    moreLoading: 'Wird geladen …',
    end: 'Das sind alle.',
    fresh: (f: Forms, n: number) => (n === 1 ? '1 neue Erwähnung' : `${f.number(n)} neue Erwähnungen`),
    changed: 'Die Liste hat sich geändert · neu laden',
    none: 'Keine Erwähnung passt dazu.',
    noneHint: 'Mit weniger Filtern oder einem längeren Zeitraum findet sich vielleicht etwas.',
    noneInRange: 'In diesem Zeitraum wurde nichts gehört.',
    whole: (f: Forms, characters: number) => `Ganzen Beitrag zeigen (${f.number(characters)} Zeichen)`,
    less: 'Weniger zeigen',
    doubted: 'Zeit ungewiss',
    doubtedWhy: 'Die Quelle nannte keine glaubhafte Zeit; gezeigt wird, wann der Beitrag ankam.',
    rating: (f: Forms, value: number, max: number) => `${f.number(value)} von ${f.number(max)} Punkten`,
    likes: 'Gefällt mir',
    replies: 'Antworten',
    carried: 'Weitergetragen',
    views: 'Aufrufe',
    empty: '(ohne Text)',
    list: 'Erwähnungen; j und k gehen von einer zur nächsten',
    jumpTop: 'Nach oben',
  },

  query: {
    error: 'Hier stimmt etwas nicht',
    at: (position: number) => `Zeichen ${position}`,
    expected: (what: string) => `Erwartet: ${what}.`,
    suggestion: 'Vorschlag übernehmen',
    warning: 'Hinweis',
    normal: 'Verstanden als',
    help: 'Was man schreiben kann',
    rows: [
      ['nordbahn', 'das Wort, groß oder klein'],
      ['"guter Service"', 'genau diese Wortfolge'],
      ['nordbahn AND (verspätet OR ausfall)', 'beides, mit Auswahl'],
      ['nordbahn NOT "wind park"', 'ohne diese Worte'],
      ['kündig*', 'alles, was so beginnt'],
      ['#bahn  @nordbahn_hilfe', 'Hashtag, Konto'],
      ['lang:de  type:review  source:forum', 'Sprache, Art, Quelle'],
    ] as readonly (readonly [string, string])[],
    /** By the code of the answer; null where the server speaks this language itself. */
    codes: {
      'empty-query': 'Die Suche ist leer.',
      'empty-group': 'In dieser Klammer steht nichts.',
      'empty-phrase': 'Zwischen diesen Anführungszeichen steht kein Wort.',
      'operand-expected': 'Hier fehlt ein Wort, eine Wortfolge oder eine Klammer.',
      'value-expected': 'Hinter dem Doppelpunkt fehlt ein Wert.',
      'group-not-closed': 'Diese Klammer wird nicht geschlossen.',
      'group-not-opened': 'Zu dieser Klammer fehlt der Anfang.',
      'phrase-not-closed': 'Diese Wortfolge wird nicht geschlossen: Am Ende fehlt ein ".',
      'comment-not-closed': 'Diese Anmerkung wird nicht geschlossen: Am Ende fehlt >>>.',
      'double-negation': 'Zweimal NOT hintereinander hebt sich auf.',
      'nothing-to-find': 'Darin ist kein Buchstabe, keine Ziffer und kein Emoji.',
      'sign-not-allowed': 'Dieses Zeichen darf nur zwischen Anführungszeichen stehen.',
      'foreign-operator': 'Verknüpft wird mit AND, OR und NOT.',
      'typographic-quote': 'Wortfolgen stehen zwischen geraden Anführungszeichen: "so".',
      'typographic-minus': 'Ausgeschlossen wird mit NOT oder einem einfachen Minus.',
      'colon-not-quoted': 'Ein Wert mit Doppelpunkt steht zwischen Anführungszeichen.',
      'unknown-field': 'Dieses Feld gibt es nicht.',
      'unknown-value': 'Diesen Wert gibt es in diesem Feld nicht.',
      'only-or-in-field': 'In einem Feld stehen nur Werte, verbunden mit OR.',
      'tag-of-several-words': 'Ein Hashtag oder Konto ist ein einziges Wort.',
      'wildcard-not-at-end': 'Der Stern steht nur am Ende eines Wortes.',
      'wildcard-too-early': 'Vor dem Stern stehen mindestens drei Zeichen.',
      'wildcard-too-late': 'Vor dem Stern stehen höchstens 19 Zeichen.',
      'wildcard-on-several-words': 'Der Stern gehört an ein einzelnes Wort.',
      'wildcard-not-here': 'Hier ist kein Stern möglich.',
      'query-too-long': 'Die Suche ist zu lang; möglich sind 16.384 Zeichen.',
      'too-many-leaves': 'Das sind zu viele Wörter; möglich sind 1.024.',
      'too-many-wildcards': 'Das sind zu viele Sterne; möglich sind 50.',
      'too-deep': 'Die Klammern sind zu tief geschachtelt; möglich sind 64 Ebenen.',
      'only-negative': 'Hier wird nur ausgeschlossen. Es braucht auch etwas, das vorkommen muss.',
      'no-word': 'Jede Möglichkeit braucht ein Wort, einen Hashtag oder ein Konto, das vorkommen muss.',
      'search-only-field': 'Dieses Feld gibt es nur in Suchen, nicht in Beobachtungen.',
      'proximity-not-supported': 'NEAR, ONEAR und SENTENCE gibt es noch nicht.',
      'loose-phrase-not-supported': 'Wortfolgen mit Wörtern dazwischen gibt es noch nicht.',
      'single-wildcard-not-supported': 'Das Fragezeichen für einen Buchstaben gibt es noch nicht.',
      'field-not-supported': 'Dieses Feld gibt es noch nicht.',
      'juxtaposition': 'Zwischen diesen Wörtern gilt AND.',
      'operator-as-word': 'Das wird als Wort gesucht. Verknüpft wird mit AND, OR und NOT in Großbuchstaben.',
      'minus-apart': 'Das Minus gehört ohne Abstand vor das Wort, das ausgeschlossen wird.',
      'word-became-phrase': 'Das sind mehrere Wörter; sie müssen nebeneinander stehen.',
      'mark-in-phrase': 'Zwischen Anführungszeichen zählen # und @ nicht; gesucht wird das Wort allein.',
      'signs-ignored': 'Diese Zeichen zählen nicht; gesucht wird das Wort allein.',
    } as Readonly<Record<QueryCode, string>> | null,
  },

  editor: {
    add: 'Neue Beobachtung',
    change: (name: string) => `„${name}“ bearbeiten`,
    name: 'Name',
    nameHint: 'So erscheint sie in der Übersicht.',
    nameMissing: 'Bitte einen Namen angeben.',
    query: 'Suchworte',
    queryMissing: 'Bitte mindestens ein Suchwort angeben.',
    checking: 'Wird geprüft …',
    valid: 'Die Suche ist gültig.',
    save: 'Speichern',
    create: 'Anlegen',
    saving: 'Wird gespeichert …',
    cancel: 'Abbrechen',
    remove: 'Löschen …',
    removeTitle: (name: string) => `„${name}“ löschen?`,
    removeText: 'Die Beobachtung verschwindet mit ihrem Verlauf. Beiträge, die auch eine andere Beobachtung hört, bleiben dort. Legt man sie neu an, werden die gespeicherten Beiträge wieder durchgesehen.',
    removeConfirm: 'Endgültig löschen',
    removing: 'Wird gelöscht …',
    taken: 'Eine Beobachtung mit diesem Namen gibt es schon.',
    preview: 'Das findet sie',
    previewCount: (f: Forms, n: number) =>
      n === 1 ? 'Unter den schon gehörten Erwähnungen passt eine.' : `Unter den schon gehörten Erwähnungen passen ${f.number(n)}.`,
    previewNone: 'Unter den schon gehörten Erwähnungen passt keine.',
    previewWhy: 'Gezählt wird nur, was andere Beobachtungen schon gefunden haben. Nach dem Speichern werden alle gespeicherten Beiträge durchgesehen.',
    previewEmpty: 'Sobald die Suche gültig ist, stehen hier Beispiele.',
    since: (f: Forms, version: number, instant: number) => `Fassung ${f.number(version)}, gilt seit ${f.dayTime(instant)}`,
  },

  settings: {
    title: 'Einstellungen',
    name: 'Name des Projekts',
    zone: 'Zeitzone',
    zoneHint: 'Hier beginnen die Tage. Alle Zeiten stehen in dieser Zone.',
    zoneWrong: 'Diese Zeitzone gibt es nicht. Gemeint ist ein Name wie „Europe/Berlin“.',
    accounts: 'Offizielle Konten',
    accountsHint: 'Ihre eigenen Konten und die der Mitbewerber, eins je Zeile, ohne @. Nur diese Namen werden in Beiträgen gezeigt; alle anderen erscheinen als „@…“.',
    accountsWrong: (handle: string) => `„${handle}“ ist kein Kontoname: nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.`,
    save: 'Speichern',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert.',
    mayNot: 'Ändern darf das nur ein Schlüssel mit dem Recht „admin“.',
  },

  sources: {
    title: 'Gesundheit des Hörens',
    /** Since when without a gap; null where nobody can say. */
    lead: (f: Forms, unbroken: number | null): Sentence => (unbroken === null ? say`Alles wird gehört.` : say`Alles wird gehört, seit ${lasting(f, unbroken, 'dative')} ohne Lücke.`),
    delivered: (f: Forms, n: number, received: number): Sentence =>
      n === 1
        ? received === 1
          ? say`Eine Quelle hat eine Zeile geliefert, und sie ist verbucht.`
          : say`Eine Quelle hat ${f.number(received)} Zeilen geliefert, und jede ist verbucht.`
        : say`${f.number(n)} Quellen haben ${f.number(received)} Zeilen geliefert, und jede ist verbucht.`,
    lately: (f: Forms, length: number, cause: GapCause | null, end: string | null): Sentence =>
      say`${end === null ? 'Davor' : `Bis ${end}`} wurde ${lasting(f, length, 'accusative')} lang nichts angenommen${cause === null ? '' : `, denn ${{ stopped: 'Habitus war angehalten', 'broke-off': 'der Dienst war ausgefallen', 'held-up': 'das Log nahm nichts auf' }[cause]}`}. Was angenommen war, ist sicher; wer in der Lücke senden wollte, muss es noch einmal tun.`,
    course: 'Lücken',
    courseOf: (f: Forms, from: number, to: number, gaps: number) =>
      `Von ${f.dayTime(from)} bis ${f.dayTime(to)}: ${gaps === 0 ? 'keine Lücke' : few(f, gaps, 'eine Lücke', 'Lücken')}`,
    noGap: (f: Forms, since: number) => `Seit ${f.dayTime(since)} konnte jederzeit etwas angenommen werden.`,
    gapFrom: 'Beginn',
    gapLength: 'Dauer',
    gapCause: 'Ursache',
    gapCauses: {
      stopped: 'Habitus war angehalten',
      'broke-off': 'der Dienst brach ab',
      'held-up': 'das Log nahm nichts auf, oder der Rechner schlief',
    } as Readonly<Record<GapCause, string>>,
    lasting: (f: Forms, length: number) => lasting(f, length, 'accusative'),
    more: (f: Forms, n: number) => `und ${few(f, n, 'eine ältere', 'ältere')}`,
    now: 'jetzt',
    notHeard: 'Eine Lücke heißt: Habitus konnte nichts annehmen; stockt nur das Log, erst ab 15 Sekunden. Ob eine Quelle selbst schwieg oder etwas nicht gesendet hat, ist von hier aus nicht zu hören.',
    unreadableLines: (f: Forms, n: number): Sentence =>
      n === 1 ? say`Eine war unlesbar; wer sie schickte, kennt den Grund.` : say`${f.number(n)} waren unlesbar; wer sie schickte, kennt den Grund.`,
    off: (f: Forms, n: number): Sentence =>
      n === 1 ? say`Eine Zeile ist noch nicht verbucht.` : say`${f.number(n)} Zeilen sind noch nicht verbucht.`,
    someSetAside: (f: Forms, n: number): Sentence =>
      n === 1
        ? say`Alles wird gehört, aber ein Datensatz war nicht zu gebrauchen; er liegt mit dem Grund beiseite.`
        : say`Alles wird gehört, aber ${f.number(n)} Datensätze waren nicht zu gebrauchen; sie liegen mit dem Grund beiseite.`,
    setAside: 'Beiseitegelegt',
    setAsideWhy: 'Datensätze, die der Dienst seit seinem Start nicht gebrauchen konnte.',
    behind: (f: Forms, n: number): Sentence => say`Alles wird gehört, aber verspätet gezeigt: ${f.number(n)} Einträge warten noch.`,
    deaf: (name: string): Sentence => say`Gerade wird nichts gehört: ${name} arbeitet nicht. Was angenommen ist, ist sicher; was jetzt gesendet wird, muss noch einmal gesendet werden.`,
    stalled: (f: Forms, since: number, now: number, name: string): Sentence =>
      say`Seit ${f.moment(since, now)} wird nichts angenommen: Das Log nimmt nichts auf, oder ${name} steht still. Was angenommen ist, ist sicher; was jetzt gesendet wird, muss noch einmal gesendet werden.`,
    notShown: (names: readonly string[]): Sentence =>
      say`Es wird gehört, aber nicht alles gezeigt: ${names.join(' und ')} ${names.length === 1 ? 'arbeitet' : 'arbeiten'} nicht. Was fehlt, wird nachgeholt.`,
    judging: 'Enthaltungen',
    abstained: (f: Forms, unsure: number, all: number): Sentence =>
      say`Von ${f.number(all)} Erwähnungen der letzten 24\u00a0Stunden ordnete das Modell ${f.number(unsure)} nicht ein (${f.share(unsure / all)}); sie zählen als „unsicher“.`,
    bySource: 'Quellen',
    byService: 'Dienste',
    service: 'Dienst',
    task: 'Aufgabe',
    tasks: {
      'ingest-service': 'nimmt Beiträge an',
      mentions: 'findet Erwähnungen',
      indexing: 'macht sie durchsuchbar',
      'persona-service': 'zählt und vergleicht',
      'api-gateway': 'beantwortet Fragen',
    } as Readonly<Record<string, string>>,
    state: 'Zustand',
    states: { up: 'arbeitet', down: 'arbeitet nicht', away: 'antwortet nicht' } as Record<'up' | 'down' | 'away', string>,
    lag: 'Rückstand',
    unknown: 'unbekannt',
    nobodySays: 'Was die Quellen geliefert haben, ist gerade nicht zu erfahren.',
    balance: 'Verbucht',
    whole: 'alles',
    open: (f: Forms, n: number) => `${f.number(n)} offen`,
    since: (f: Forms, since: number | null) =>
      `${since === null ? 'Empfangen' : `Gezählt seit ${f.dayTime(since)}, über Neustarts hinweg; empfangen`} = neu + schon bekannt + unlesbar. Bricht der Dienst ab, können hier die letzten zwei Sekunden fehlen; doppelt gezählt wird nichts.`,
    source: 'Quelle',
    received: 'Empfangen',
    published: 'Neu',
    seen: 'Schon bekannt',
    unreadable: 'Unlesbar',
    last: 'Zuletzt gehört',
    none: 'Noch keine Quelle hat etwas geliefert.',
  },

  palette: {
    title: 'Suchen und springen',
    placeholder: 'Beobachtung, Seite oder Befehl …',
    none: 'Nichts gefunden.',
    watch: 'Beobachtung',
    page: 'Seite',
    range: 'Zeitraum',
    command: 'Befehl',
    project: 'Projekt',
    theme: (name: string) => `Farben: ${name}`,
    language: (name: string) => `Sprache: ${name}`,
  },

  keys: {
    title: 'Tastenkürzel',
    menu: 'Suchen und springen',
    search: 'In den Erwähnungen suchen',
    next: 'nächste Erwähnung',
    previous: 'vorige Erwähnung',
    open: 'Beitrag ganz zeigen',
    fresh: 'neue Erwähnungen zeigen',
    hold: 'anhalten und weiter',
    onWall: 'An der Wand',
    space: 'Leertaste',
    turn: 'vorige und nächste Beobachtung',
    stop: 'Wechsel anhalten und weiter',
    light: 'hell und dunkel',
    full: 'ganzer Bildschirm',
    leave: 'Wand verlassen',
    help: 'diese Hilfe',
    single: 'Kürzel aus einem Zeichen verwenden',
    close: 'Schließen',
  },

  failure: {
    loading: 'Wird geladen …',
    title: 'Das hat nicht geklappt',
    away: 'Habitus antwortet nicht.',
    awayText: 'Was schon gehört wurde, ist sicher gespeichert. Es wird alle paar Sekunden neu versucht.',
    service: 'Ein Dienst ist gerade nicht erreichbar.',
    forbidden: 'Dieser Schlüssel hat dafür nicht das nötige Recht.',
    gone: 'Das gibt es nicht oder nicht mehr.',
    tooMany: 'Zu viele Anfragen in kurzer Zeit. Gleich geht es weiter.',
    refused: 'Die Angaben wurden nicht angenommen.',
    unexpected: 'Unerwarteter Fehler.',
    retry: 'Jetzt versuchen',
    saidServer: 'Antwort des Servers',
  },
}

/** Every text of the page; the other language has the same keys or does not compile. */
export type Messages = typeof de
