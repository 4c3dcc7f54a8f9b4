// A screen that nobody touches stays on.
import { useEffect } from 'preact/hooks'

/** Keeps the screen awake while what uses it is shown, where the browser can. */
export function useWakefulness(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isAsking = false
    let left = false
    const ask = async () => {
      // The browser lets go by itself when the page is hidden; it has to be asked again.
      if (document.hidden || isAsking || left || !('wakeLock' in navigator) || (lock && !lock.released)) return
      isAsking = true
      try {
        const given = await navigator.wakeLock.request('screen')
        if (left) void given.release()
        else lock = given
      } catch {
        // Refused, for example by a battery that runs low: then the screen rests when it wants to.
      } finally {
        isAsking = false
      }
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
}
