import { useDesk } from '../state/desk.ts'
import type { Loaded } from '../state/polling.ts'
import { type Range, isLive } from '../time/range.ts'

/** Whether the figures follow what is being heard, or how old they are. */
export function Live({ loaded, range }: { loaded: Loaded<unknown>; range: Range }) {
  const { m, f } = useDesk()
  if (!loaded.data) return null
  if (loaded.problem) return <span class="live lost" role="status">{m.live.stale(f.time(loaded.at))}</span>
  if (!isLive(range, Date.now(), f.zone)) return null
  return <span class="live" title={m.live.onWhy}>{m.live.on}</span>
}
