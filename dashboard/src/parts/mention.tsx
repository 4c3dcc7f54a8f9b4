import { useState } from 'preact/hooks'
import type { Match, Mention } from '../contract.ts'
import { useDesk } from '../state/desk.ts'
import { hrefOf } from '../state/address.ts'
import { dateOf } from '../time/zone.ts'
import { excerpt, stretches } from './highlight.ts'
import { Icon, type IconName } from './icons.tsx'
import { Sign } from './polarity.tsx'

const LONG = 900
const MANY_LINES = 14

/** One post as it was written, always as text and never as anything else. */
export function MentionItem({ mention, newDay, isStop, stop }: {
  mention: Mention
  /** True if the one before was said on another day. */
  newDay: boolean
  isStop: boolean
  stop: (id: string) => void
}) {
  const { m, f, address } = useDesk()
  const [whole, setWhole] = useState(false)
  const at = Date.parse(mention.date)
  const text = mention.text ?? ''
  const matches = mention.matchPositions ?? []
  const inText = matches.filter((match) => match.field === 'text')
  const part = whole ? { from: 0, to: text.length } : excerpt(text, inText, LONG)
  const isCut = part.from > 0 || part.to < text.length
  const isTall = text.split('\n', MANY_LINES + 1).length > MANY_LINES
  const voice = mention.author?.key
  const lang = mention.lang ?? undefined
  const engagement = mention.engagement
  const pile = mention.polarity ? (mention.polarity.abstained || !mention.polarity.label ? 'unsure' : mention.polarity.label) : null
  const place = [mention.location?.city, mention.location?.region, mention.location?.country].filter(Boolean).join(', ')

  return (
    <li class="mention" data-mention={mention.id} tabIndex={isStop ? 0 : -1} onFocus={() => stop(mention.id)}>
      <div class="when">
        {newDay && <span class="day">{f.day(at)}</span>}
        <time dateTime={mention.date} title={`${f.weekday(at)}, ${f.time(at)} · ${f.zone}`}>{f.time(at)}</time>
        {mention.timeDoubted && <span class="doubted" title={m.mentions.doubtedWhy}>{m.mentions.doubted}</span>}
      </div>
      <div class="said">
        {mention.title && (
          <p class="headline" lang={lang} dir="auto">
            <Marked text={mention.title} matches={matches.filter((match) => match.field === 'title')} from={0} to={mention.title.length} />
          </p>
        )}
        <p class={isTall && !whole ? 'text tall' : 'text'} lang={lang} dir="auto">
          {part.from > 0 && '… '}
          {text === '' ? (mention.title ? '' : <i>{m.mentions.empty}</i>) : <Marked text={text} matches={inText} from={part.from} to={part.to} />}
          {part.to < text.length && ' …'}
        </p>
        {(isCut || isTall || whole) && (
          <button type="button" class="link" data-whole="" onClick={() => setWhole(!whole)}>
            {whole ? m.mentions.less : m.mentions.whole(f, text.length)}
          </button>
        )}
      </div>
      <div class="about">
        <p class="origin">
          <span>{mention.source}</span>
          {' · '}
          <span>{m.mentions.types[mention.type] ?? mention.type}</span>
          {lang && lang !== f.language && <>{' · '}<span>{f.languageName(lang)}</span></>}
        </p>
        <p>
          {voice ? (
            <a class="voice" href={hrefOf(address.place, { ...address.filters, author: voice })} title={m.mentions.onlyVoice}>
              {m.mentions.voice(voice.slice(0, 6))}
            </a>
          ) : m.mentions.noVoice}
          {mention.author?.followers != null && <> · {m.count.followers(f, mention.author.followers)}</>}
        </p>
        {pile && <p class="judged" title={m.polarity.why(f, mention.polarity!.confidence)}><Sign pile={pile} />{m.polarity.names[pile]}</p>}
        {place && <p>{place}</p>}
        {mention.rating && <p><Rating value={mention.rating.value} max={mention.rating.max} /></p>}
        {engagement && (
          <p class="engagement">
            <Count icon="heart" name={m.mentions.likes} n={engagement.likes} />
            <Count icon="reply" name={m.mentions.replies} n={engagement.replies} />
            <Count icon="carry" name={m.mentions.carried} n={engagement.reposts} />
            <Count icon="eye" name={m.mentions.views} n={engagement.views} />
          </p>
        )}
      </div>
    </li>
  )
}

export function isNewDay(mention: Mention, before: Mention | undefined, zone: string): boolean {
  return !before || dateOf(Date.parse(mention.date), zone) !== dateOf(Date.parse(before.date), zone)
}

function Marked({ text, matches, from, to }: { text: string; matches: readonly Match[]; from: number; to: number }) {
  return (
    <>
      {stretches(text, matches, from, to).map((stretch, i) =>
        stretch.isMatch ? <mark key={i}>{stretch.text}</mark> : stretch.text,
      )}
    </>
  )
}

function Count({ icon, name, n }: { icon: IconName; name: string; n: number | null | undefined }) {
  const { f } = useDesk()
  if (!n) return null
  return (
    <span class="count" title={name}>
      <Icon name={icon} />
      <span class="unseen">{name}: </span>
      {f.number(n)}
    </span>
  )
}

function Rating({ value, max }: { value: number; max: number }) {
  const { m, f } = useDesk()
  const words = m.mentions.rating(f, value, max)
  if (max !== 5 || !Number.isInteger(value) || value < 0 || value > 5) return <>{words}</>
  return (
    <span class="stars" role="img" aria-label={words}>
      <span aria-hidden="true">{'★'.repeat(value)}<span class="off">{'★'.repeat(5 - value)}</span></span>
    </span>
  )
}
