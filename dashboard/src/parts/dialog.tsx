import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** A window above the page: the browser's own, so focus stays inside, Escape closes it and focus returns. */
export function Dialog({ label, kind = '', close, children }: {
  label: string
  kind?: string
  close: () => void
  children: ComponentChildren
}) {
  const ref = useRef<HTMLDialogElement>(null)
  // Before the next key can arrive: an Escape between drawing and opening would be lost.
  useLayoutEffect(() => {
    const dialog = ref.current!
    const before = document.activeElement
    dialog.showModal()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      class={`dialog ${kind}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => {
        if (event.target === ref.current) close()
      }}
    >
      <div class="dialog-body">{children}</div>
    </dialog>
  )
}
