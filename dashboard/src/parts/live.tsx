import { useDesk } from '../state/desk.ts'
import { usePause } from '../state/pause.tsx'
import type { Loaded } from '../state/polling.ts'
import { useKeys } from '../state/shortcuts.ts'
import { type Range, isLive } from '../time/range.ts'
import { Icon } from './icons.tsx'

/** Whether the figures follow what is being heard, since when they are held, or how old they are; and what holds them. */
export function Live({ loaded, range }: { loaded: Loaded<unknown>; range: Range }) {
  const { m, f } = useDesk()
  const { since, toggle } = usePause()
  const moves = isLive(range, Date.now(), f.zone)
  useKeys({ p: () => { if (moves || since !== null) toggle() } })
  if (!loaded.data) return null
  if (!moves && since === null) return loaded.problem ? lost() : null
  return (
    <span class="live-group">
      {since !== null ? <span class="live held" role="status">{m.live.held(f.time(since))}</span>
        : loaded.problem ? lost()
        : <span class="live" title={m.live.onWhy}>{m.live.on}</span>}
      <button type="button" class="button quiet small" aria-keyshortcuts="p" title={since === null ? m.live.holdWhy : m.live.goOnWhy} onClick={toggle}>
        <Icon name={since === null ? 'hold' : 'play'} /><span>{since === null ? m.live.hold : m.live.goOn}</span>
      </button>
    </span>
  )

  function lost() {
    return <span class="live lost" role="status">{m.live.stale(f.time(loaded.at))}</span>
  }
}
