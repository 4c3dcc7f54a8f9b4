import { dateOf } from '../time/zone.ts'
import type { Messages } from './de.ts'
import type { Forms } from './forms.ts'
import { say } from './say.ts'

const few = (f: Forms, n: number, one: string, many: string) => (n === 1 ? one : `${f.number(n)}\u00a0${many}`)

/** In the largest unit that has at least two. */
function lasting(f: Forms, milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) return few(f, Math.max(1, Math.round(milliseconds / 1000)), 'one second', 'seconds')
  if (minutes < 120) return few(f, minutes, 'one minute', 'minutes')
  return minutes < 48 * 60 ? `${f.number(Math.floor(minutes / 60))}\u00a0hours` : `${f.number(Math.floor(minutes / 1440))}\u00a0days`
}

export const en: Messages = {
  name: 'English',
  otherLanguage: 'Deutsch',
  tagline: 'What customers say',

  nav: {
    skip: 'Skip to content',
    overview: 'Overview',
    sources: 'Health',
    settings: 'Settings',
    project: 'Project',
    menu: 'Menu',
    menuHint: 'Search and jump',
    signOut: 'Sign out',
    theme: 'Colours',
    themes: { system: 'like the system', light: 'light', dark: 'dark' },
    language: 'Language',
    keys: 'Keyboard shortcuts',
  },

  login: {
    title: 'Sign in',
    lead: 'What customers say. Now. In their own words.',
    key: 'API key',
    hint: 'The first start of Habitus shows the key. It is also in the file',
    hintAfter: 'in the data folder.',
    open: 'Sign in',
    opening: 'Checking …',
    refused: 'This key is not valid. Please paste all of it; it begins with “hab_”.',
    shape: 'A key begins with “hab_” and is 56 characters long. Please paste all of it.',
    kept: 'The key is not kept in the browser, only a session of twelve hours.',
    ended: 'The session has ended. Please sign in again; your view stays as it was.',
  },

  range: {
    label: 'Period',
    names: { '24h': '24 hours', '7d': '7 days', '30d': '30 days', '12m': '12 months' },
    all: 'All',
    custom: 'From – to',
    from: 'From',
    to: 'To',
    apply: 'Show',
    wrong: '“From” must not be after “to”.',
    incomplete: 'Please give both days.',
    times: (zone) => `Times in ${zone}`,
  },

  interval: {
    label: 'Bars per',
    names: { minute: 'minute', hour: 'hour', day: 'day', week: 'week', month: 'month' },
  },

  count: {
    voices: (f, n) => few(f, n, '1 voice', 'voices'),
    posts: (f, n) => few(f, n, '1 post', 'posts'),
    reposts: (f, n) => few(f, n, '1 repost', 'reposts'),
    mentions: (f, n) => few(f, n, '1 mention', 'mentions'),
    watches: (f, n) => few(f, n, '1 watch', 'watches'),
    followers: (f, n) => few(f, n, '1 follower', 'followers'),
  },

  noun: { voices: 'voices', posts: 'posts', reposts: 'reposts', anonymous: 'no author', anonymousWhy: 'Without a known author a post does not count as a voice.', mentions: 'mentions', voice: 'voice' },

  sentence: {
    within: (f, length, span) => {
      switch (length) {
        case '24h':
          return 'In the last 24\u00a0hours'
        case '7d':
          return 'In the last 7\u00a0days'
        case '30d':
          return 'In the last 30\u00a0days'
        case '12m':
          return 'In the last 12\u00a0months'
        case null: {
          const last = span.to - 1
          if (span.to - span.from < 86_400_000 && dateOf(span.from, f.zone) === dateOf(last, f.zone))
            return `On ${f.longDay(span.from)} between ${f.time(span.from)} and ${f.time(span.to)}`
          if (dateOf(span.from, f.zone) === dateOf(last, f.zone)) return `On ${f.longDay(span.from)}`
          return `From ${f.fromTo(span.from, last).join(' to ')}`
        }
      }
    },
    before: { '24h': 'in the 24 hours before', '7d': 'in the 7 days before', '30d': 'in the 30 days before', '12m': 'in the 12 months before' },
    beforeSpan: 'in the same length of time before',
    voices: (f, n) => few(f, n, 'one voice', 'voices'),
    posts: (f, n) => few(f, n, 'one post', 'posts'),
    reposts: (f, n) => few(f, n, 'one repost', 'reposts'),
    inPosts: (f, n) => few(f, n, 'one post', 'posts'),
    inReposts: (f, n) => few(f, n, 'one repost', 'reposts'),
    and: (a, b) => say`${a} and ${b}`,
    spoke: (within, _n, voices, name, things) => say`${within}, ${voices} spoke about “${name}”, in ${things}.`,
    spokeAsUsual: (within, _n, voices, name, than) => say`${within}, ${voices} spoke about “${name}”, ${than}.`,
    heard: (within, _n, name, things) =>
      say`${within}, ${things} about “${name}” were heard; no author is known, so they do not count as voices.`,
    heardOne: (within, name, things) =>
      say`${within}, ${things} about “${name}” was heard; no author is known, so it does not count as a voice.`,
    nothing: (within, name) => say`${within}, nothing was heard about “${name}”.`,
    lessThanUsual: (within, name) => say`${within}, nothing was heard about “${name}”, which is less than usual.`,
    peak: (f, interval, span, things) => {
      switch (interval) {
        case 'minute':
        case 'hour':
          return say`The most came on ${f.longDay(span.from)} between ${f.time(span.from)} and ${f.time(span.to)}: ${things}.`
        case 'day':
          return say`The most came on ${f.longDay(span.from)}: ${things}.`
        case 'week':
          return say`The most came in the week from ${f.longDay(span.from)}: ${things}.`
        case 'month':
          return say`The most came in ${f.piece(span, 'month')}: ${things}.`
      }
    },
    more: (f, share, noun, before) => say`That is ${f.share(share)} more ${noun} than ${before}.`,
    manyMore: (f, times, noun, before) => say`That is ${f.number(times)} times as many ${noun} as ${before}.`,
    fewer: (f, share, noun, before) => say`That is ${f.share(share)} fewer ${noun} than ${before}.`,
    most: (within, name, things) => say`${within}, ${name} was spoken about most: ${things}.`,
    only: (within, name, things) => say`${within}, only ${name} was spoken about: ${things}.`,
    voicesInPosts: (voices, things) => say`${voices} in ${things}`,
    moreNegative: (negative, positive) => say`The model reads more as negative (${negative}) than positive (${positive}).`,
    morePositive: (positive, negative) => say`The model reads more as positive (${positive}) than negative (${negative}).`,
    silent: (f, silent, all) =>
      silent === 1
        ? say`One of ${f.number(all)} watches heard nothing.`
        : say`${f.number(silent)} of ${f.number(all)} watches heard nothing.`,
    silentAll: (within) => say`${within}, nothing was heard.`,
  },

  usual: {
    word: 'usual',
    fromTo: 'usual from – to',
    than: (f, { is, share }) => {
      if (is === 'usual') return 'as many as usual'
      if (is === 'below') return share === null ? 'fewer than usual' : `${f.share(share)} fewer than usual`
      if (share === null) return 'more than usual'
      return share >= 2 ? `${f.number(Math.round(share + 1))} times as many as usual` : `${f.share(share)} more than usual`
    },
    mentions: (f, { is, share }) => {
      if (is === 'usual') return say`That is as many mentions as usual.`
      if (is === 'below') return share === null ? say`That is fewer mentions than usual.` : say`That is ${f.share(share)} fewer mentions than usual.`
      if (share === null) return say`That is more mentions than usual.`
      return share >= 2 ? say`That is ${f.number(Math.round(share + 1))} times as many mentions as usual.` : say`That is ${f.share(share)} more mentions than usual.`
    },
    short: (f, { is, share }) => {
      if (is === 'usual') return 'as usual'
      if (is === 'below') return share === null ? 'below usual' : `${f.share(share)} below usual`
      if (share === null) return 'above usual'
      return share >= 2 ? `${f.number(Math.round(share + 1))} times the usual` : `${f.share(share)} above usual`
    },
    learning: (f, known, needed) => say`What is usual is still being learned: ${f.number(known)} of ${f.number(needed)} days.`,
    days: (f, known, needed) => `learning: ${f.number(known)} of ${f.number(needed)} days`,
    range: (f, low, high) => (low === high ? f.number(low) : `${f.number(low)}–${f.number(high)}`),
    why: 'So many posts and reposts are usual in this time, learned from up to eight weeks before it. In 99 of 100 cases the sum lies within, in 19 of 20 a bar lies in the grey band.',
    column: 'Against usual',
  },

  overview: {
    title: 'What customers say',
    add: 'New watch',
    name: 'Watch',
    course: 'Course',
    posts: 'Posts',
    reposts: 'Reposts',
    voices: 'Voices',
    first: 'First',
    last: 'Last',
    noAuthors: 'no author',
    noAuthorsWhy: 'None of these posts has a known author.',
    never: 'nothing yet',
    table: 'Watches, the unusual first, else by volume',
    noWatches: {
      title: 'What should Habitus listen for?',
      text: 'A watch is a saved search: a name and the words that give a post away. Every post that fits shows up here – those already stored, too.',
      example: 'For example',
      add: 'Add the first watch',
      mayNot: 'This key may not add watches. It needs the right “write” for that.',
    },
    nothingYet: {
      title: 'No mentions yet',
      text: 'As soon as a post fits a watch, it shows up here. Posts come in through the interface or from a file:',
    },
    nothingInRange: {
      title: (within) => `${within}, nothing was heard.`,
      text: (f, from, to) =>
        dateOf(from, f.zone) === dateOf(to, f.zone)
          ? `There are mentions of ${f.longDay(from)}.`
          : `There are mentions from ${f.fromTo(from, to).join(' to ')}.`,
      show: 'Show this period',
    },
  },

  live: {
    on: 'live',
    onWhy: 'The figures follow what is being heard.',
    stale: (time) => `As of ${time} · reconnecting …`,
    hold: 'Pause',
    holdWhy: 'Nothing moves until you resume (p).',
    goOn: 'Resume',
    goOnWhy: 'Shows again what is being heard (p).',
    held: (time) => `paused at ${time}`,
  },

  wall: {
    title: 'Wall',
    link: 'Wall',
    linkWhy: 'In large type for a screen on a wall',
    all: 'Wall: all watches',
    this: 'Wall: this watch only',
    course: 'Mentions per hour',
    courseUsual: 'Mentions per hour (band = usual)',
    now: 'now',
    place: (f, place, of) => `${f.number(place)} of ${f.number(of)}`,
    last: (when) => `last post ${when}`,
    stopped: 'stopped',
    tools: 'Controls of the wall',
    previous: 'Previous watch',
    next: 'Next watch',
    stop: 'Stop changing',
    goOn: 'Go on changing',
    light: 'Light',
    dark: 'Dark',
    full: 'Full screen',
    notFull: 'Leave full screen',
    leave: 'Leave the wall',
    noneTitle: 'What customers say will stand here',
    noneText: 'As soon as a watch has heard five voices within 24 hours, it can be read here in large type. Listening goes on.',
    noneOf: (name) => `“${name}” is quiet`,
    noneOfText: 'Nothing was heard in the last 24 hours. Once five voices have spoken, it stands here.',
    fewText: 'Fewer than five voices spoke in the last 24 hours. Once there are more, it stands here.',
  },

  words: {
    title: 'In their own words',
    how: (f, sampled) => `Words that more voices use here than elsewhere; compared with ${f.number(sampled)} other posts, chance ruled out.`,
    since: (f, moment) => `Compared is what was said since ${f.longDay(moment)}; the sample reaches no farther back.`,
    unequal: 'One side talks much more than the other; as much of each is compared, so only a part.',
    howOfPile: (f, texts, others) =>
      `Words that more voices use in these ${f.number(texts)} posts than in the other ${f.number(others)} of the watch, chance ruled out; the most frequent first. A model sorted the posts by their words, so praise and blame themselves are in the list, too.`,
    noneOfPile: 'No word is surely more frequent here than in the other posts of the watch. The posts themselves stand below.',
    ofAll: 'Show the words of all',
    none: 'No word is surely more frequent here than elsewhere.',
    few: 'Too few voices yet to know their own words.',
    later: 'Their own words cannot be had right now. It will be tried again.',
    all: (f, n) => `Show all ${f.number(n)}`,
    times: (f, times) => `${f.number(Math.round(times * 10) / 10)} times as frequent as elsewhere`,
  },

  polarity: {
    title: 'Sentiment',
    names: { negative: 'negative', neutral: 'neutral', positive: 'positive', unsure: 'unsure' },
    how: 'A trained model judges each post. Where it is not sure enough, it says “unsure”.',
    few: 'Too few posts for shares.',
    tooFew: 'too few',
    unjudged: (f, n) => (n === 1 ? 'One is older than the model and not judged.' : `${f.number(n)} are older than the model and not judged.`),
    why: (f, confidence) => `Judged so by the model, confidence ${f.share(confidence)}.`,
  },

  fromSources: { title: 'Where', others: 'elsewhere' },

  chart: {
    title: (interval) => `Course by ${interval}`,
    help: 'Arrow keys choose a bar, Enter opens its posts. Dragging chooses a section.',
    table: 'As a table',
    period: 'Time',
    bar: (period, posts, reposts, voices, usual) => [`${period}: ${posts}`, reposts, voices, usual && `usual ${usual}`].filter(Boolean).join(', '),
    open: 'Show posts',
    zoom: 'Show only this section',
    empty: 'No post in this period.',
  },

  watch: {
    edit: 'Edit',
    query: 'Searching for',
    unknown: 'There is no such watch',
    unknownText: 'Perhaps it was deleted, or the address is incomplete.',
    back: 'To the overview',
    lookingBack: 'The stored posts are being looked through. What fits shows up here by itself.',
    noneTitle: 'Nothing has been heard for this watch yet',
    noneText: 'Check the words of the watch, or wait for new posts.',
  },

  mentions: {
    title: 'Mentions',
    search: 'Search these mentions',
    searchHint: 'words, "exact phrase", AND, OR, NOT',
    clear: 'Clear the search',
    source: 'Source',
    type: 'Kind',
    lang: 'Language',
    any: 'all',
    order: 'Order',
    newest: 'newest first',
    oldest: 'oldest first',
    types: { post: 'Post', comment: 'Comment', review: 'Review', reply: 'Reply', repost: 'Repost' },
    reset: 'Remove all filters',
    lift: 'Remove this filter',
    onlyVoice: 'Only this voice',
    voice: (key) => `Voice ${key}`,
    noVoice: 'no author',
    more: (f, n) => `Load ${f.number(n)} more`,
    moreLoading: 'Loading …',
    end: 'That is all.',
    fresh: (f, n) => (n === 1 ? '1 new mention' : `${f.number(n)} new mentions`),
    changed: 'The list has changed · reload',
    none: 'No mention fits.',
    noneHint: 'With fewer filters or a longer period there may be some.',
    noneInRange: 'Nothing was heard in this period.',
    whole: (f, characters) => `Show the whole post (${f.number(characters)} characters)`,
    less: 'Show less',
    doubted: 'time uncertain',
    doubtedWhy: 'The source gave no credible time; shown is when the post arrived.',
    rating: (f, value, max) => `${f.number(value)} of ${f.number(max)} points`,
    likes: 'Likes',
    replies: 'Replies',
    carried: 'Carried on',
    views: 'Views',
    empty: '(no text)',
    list: 'Mentions; j and k go from one to the next',
    jumpTop: 'To the top',
  },

  query: {
    error: 'Something is wrong here',
    at: (position) => `character ${position}`,
    expected: (what) => `Expected: ${what}.`,
    suggestion: 'Use the suggestion',
    warning: 'Note',
    normal: 'Understood as',
    help: 'What you can write',
    rows: [
      ['nordbahn', 'the word, capital or small'],
      ['"good service"', 'exactly this phrase'],
      ['nordbahn AND (late OR cancelled)', 'both, with a choice'],
      ['nordbahn NOT "wind farm"', 'without these words'],
      ['cancel*', 'everything that begins so'],
      ['#train  @nordbahn_help', 'hashtag, account'],
      ['lang:en  type:review  source:forum', 'language, kind, source'],
    ],
    codes: null,
  },

  editor: {
    add: 'New watch',
    change: (name) => `Edit “${name}”`,
    name: 'Name',
    nameHint: 'As shown in the overview.',
    nameMissing: 'Please give a name.',
    query: 'Search words',
    queryMissing: 'Please give at least one search word.',
    checking: 'Checking …',
    valid: 'The search is valid.',
    save: 'Save',
    create: 'Add',
    saving: 'Saving …',
    cancel: 'Cancel',
    remove: 'Delete …',
    removeTitle: (name) => `Delete “${name}”?`,
    removeText: 'The watch goes, and its course with it. Posts that another watch hears too stay there. If you add it again, the stored posts are looked through again.',
    removeConfirm: 'Delete for good',
    removing: 'Deleting …',
    taken: 'There is a watch of this name already.',
    preview: 'What it finds',
    previewCount: (f, n) => (n === 1 ? 'One of the mentions already heard fits.' : `${f.number(n)} of the mentions already heard fit.`),
    previewNone: 'None of the mentions already heard fits.',
    previewWhy: 'Only what other watches have found is counted. After saving, all stored posts are looked through.',
    previewEmpty: 'Once the search is valid, examples stand here.',
    since: (f, version, instant) => `Version ${f.number(version)}, in force since ${f.dayTime(instant)}`,
  },

  settings: {
    title: 'Settings',
    name: 'Name of the project',
    zone: 'Time zone',
    zoneHint: 'This is where days begin. All times are shown in this zone.',
    zoneWrong: 'There is no such time zone. A name such as “Europe/Berlin” is meant.',
    accounts: 'Official accounts',
    accountsHint: 'Your own accounts and those of rivals, one a line, without @. Only these names are shown in posts; all others appear as “@…”.',
    accountsWrong: (handle) => `“${handle}” is not an account name: letters, digits, full stop, hyphen and underscore only.`,
    save: 'Save',
    saving: 'Saving …',
    saved: 'Saved.',
    mayNot: 'Only a key with the right “admin” may change this.',
  },

  sources: {
    title: 'Health of listening',
    lead: (f, unbroken) => (unbroken === null ? say`All is heard.` : say`All is heard, without a gap for ${lasting(f, unbroken)}.`),
    delivered: (f, n, received) =>
      n === 1
        ? received === 1
          ? say`One source delivered one line, and it is accounted for.`
          : say`One source delivered ${f.number(received)} lines, and every one is accounted for.`
        : say`${f.number(n)} sources delivered ${f.number(received)} lines, and every one is accounted for.`,
    lately: (f, length, cause, end) =>
      say`${end === null ? 'Before that' : `Until ${end},`} nothing was taken in for ${lasting(f, length)}${cause === null ? '' : `, because ${{ stopped: 'Habitus was stopped', 'broke-off': 'the service had failed', 'held-up': 'the log took nothing' }[cause]}`}. What had been taken in is safe; whoever tried to send in the gap has to send again.`,
    course: 'Gaps',
    courseOf: (f, from, to, gaps) => `From ${f.dayTime(from)} to ${f.dayTime(to)}: ${gaps === 0 ? 'no gap' : few(f, gaps, 'one gap', 'gaps')}`,
    noGap: (f, since) => `Since ${f.dayTime(since)} something could be taken in at any time.`,
    gapFrom: 'Beginning',
    gapLength: 'Length',
    gapCause: 'Cause',
    gapCauses: { stopped: 'Habitus was stopped', 'broke-off': 'the service broke off', 'held-up': 'the log took nothing, or the machine slept' },
    lasting: (f, length) => lasting(f, length),
    more: (f, n) => `and ${few(f, n, 'one older', 'older')}`,
    now: 'now',
    notHeard: 'A gap means that Habitus could not take anything in; where only the log stalls, from 15 seconds on. Whether a source itself was silent, or did not send something, cannot be heard from here.',
    unreadableLines: (f, n) => (n === 1 ? say`One could not be read; whoever sent it knows why.` : say`${f.number(n)} could not be read; whoever sent them knows why.`),
    off: (f, n) =>
      n === 1
        ? say`One line is not accounted for yet.`
        : say`${f.number(n)} lines are not accounted for yet.`,
    someSetAside: (f, n) =>
      n === 1
        ? say`Everything is heard, but one record could not be used; it lies aside with the reason.`
        : say`Everything is heard, but ${f.number(n)} records could not be used; they lie aside with the reason.`,
    setAside: 'Set aside',
    setAsideWhy: 'Records that the service could not use since it started.',
    behind: (f, n) => say`All is heard, but shown late: ${f.number(n)} records still wait.`,
    deaf: (name) => say`Nothing is heard right now: ${name} does not work. What was taken in is safe; what is sent now has to be sent again.`,
    stalled: (f, since, now, name) =>
      say`Since ${f.moment(since, now)} nothing is taken in: the log takes nothing, or ${name} stands still. What was taken in is safe; what is sent now has to be sent again.`,
    notShown: (names) => say`Listening goes on, but not all is shown: ${names.join(' and ')} ${names.length === 1 ? 'does' : 'do'} not work. It will catch up.`,
    judging: 'Abstentions',
    abstained: (f, unsure, all) => say`Of ${f.number(all)} mentions in the last 24 hours the model did not judge ${f.number(unsure)} (${f.share(unsure / all)}); they count as “unsure”.`,
    bySource: 'Sources',
    byService: 'Services',
    service: 'Service',
    task: 'Task',
    tasks: {
      'ingest-service': 'takes posts in',
      mentions: 'finds mentions',
      indexing: 'makes them searchable',
      'persona-service': 'counts and compares',
      'api-gateway': 'answers questions',
    },
    state: 'State',
    states: { up: 'works', down: 'does not work', away: 'does not answer' },
    lag: 'Lag',
    unknown: 'unknown',
    nobodySays: 'What the sources delivered cannot be known right now.',
    balance: 'Accounted for',
    whole: 'all',
    open: (f, n) => `${f.number(n)} open`,
    since: (f, since) =>
      `${since === null ? 'Received' : `Counted since ${f.dayTime(since)}, over restarts; received`} = new + already known + unreadable. If the service breaks off, the last two seconds can be missing here; nothing is counted twice.`,
    source: 'Source',
    received: 'Received',
    published: 'New',
    seen: 'Already known',
    unreadable: 'Unreadable',
    last: 'Last heard',
    none: 'No source has delivered anything yet.',
  },

  palette: {
    title: 'Search and jump',
    placeholder: 'Watch, page or command …',
    none: 'Nothing found.',
    watch: 'Watch',
    page: 'Page',
    range: 'Period',
    command: 'Command',
    project: 'Project',
    theme: (name) => `Colours: ${name}`,
    language: (name) => `Language: ${name}`,
  },

  keys: {
    title: 'Keyboard shortcuts',
    menu: 'Search and jump',
    search: 'Search the mentions',
    next: 'next mention',
    previous: 'previous mention',
    open: 'show the whole post',
    fresh: 'show new mentions',
    hold: 'pause and resume',
    onWall: 'On the wall',
    space: 'Space',
    turn: 'previous and next watch',
    stop: 'stop changing and go on',
    light: 'light and dark',
    full: 'full screen',
    leave: 'leave the wall',
    help: 'this help',
    single: 'Use single-character shortcuts',
    close: 'Close',
  },

  failure: {
    loading: 'Loading …',
    title: 'That did not work',
    away: 'Habitus does not answer.',
    awayText: 'What was heard is stored safely. It is tried again every few seconds.',
    service: 'A service cannot be reached at the moment.',
    forbidden: 'This key lacks the right to do that.',
    gone: 'That does not exist, or no longer.',
    tooMany: 'Too many requests in a short time. It goes on in a moment.',
    refused: 'The input was not accepted.',
    unexpected: 'Unexpected error.',
    retry: 'Try now',
    saidServer: 'The server said',
  },
}
