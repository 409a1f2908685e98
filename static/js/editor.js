// The editor works without this file: one presses "Save" and "Show". With it the text is saved as one goes, kept on this device until that has
// happened, and the toolbar writes into it.
;(() => {
  const form = document.getElementById('editor')
  const text = document.getElementById('text')
  if (!form || !text) return
  const saved = document.getElementById('saved')
  const signedOut = document.getElementById('signed-out')
  const keptHere = `text ${form.getAttribute('action')}`
  const tidy = (value) => value.replaceAll('\r\n', '\n').trimEnd()

  const shown = text.defaultValue
  /** What the server has confirmed; the page came with something that is not saved when it says so. */
  let confirmed = saved.textContent === '' ? shown : null
  let sent = null
  let leaving = false
  const isSaved = () => confirmed !== null && tidy(text.value) === tidy(confirmed)

  // On this device, until it is saved. A browser that keeps nothing is no reason to stop.
  const keep = (value) => {
    try {
      if (value === null) localStorage.removeItem(keptHere)
      else localStorage.setItem(keptHere, JSON.stringify(value))
    } catch {}
  }
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(keptHere) ?? 'null')
    } catch {
      return null
    }
  }
  const base = () => document.getElementById('base')

  const offer = document.getElementById('kept')
  const before = kept()
  if (before && typeof before.text === 'string' && tidy(before.text) !== tidy(text.value)) offer.hidden = false
  else keep(null)
  offer.addEventListener('click', ({ target }) => {
    const choice = target.dataset?.kept
    if (!choice) return
    offer.hidden = true
    if (choice === 'drop') return keep(isSaved() ? null : { text: text.value, base: base().value })
    text.value = before.text
    base().value = before.base
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.focus()
  })

  let keeping = 0
  text.addEventListener('input', () => {
    if (saved.dataset.kind === undefined) saved.textContent = isSaved() ? '' : form.dataset.waiting
    clearTimeout(keeping)
    // What is offered is not written over before somebody has said what to do with it.
    if (offer.hidden) keeping = setTimeout(() => keep(isSaved() ? null : { text: text.value, base: base().value }), 300)
  })
  const saveNow = () => text.dispatchEvent(new Event('change', { bubbles: true }))
  // Who never stops typing is saved as well.
  setInterval(() => !isSaved() && sent === null && saveNow(), 20_000)

  // A request that waited for another goes with what the form says now, not with what it said when it began to wait.
  document.addEventListener('htmx:before:request', (event) => {
    const { ctx } = event.detail
    const { id } = ctx.sourceElement
    if (id !== 'text' && id !== 'look') return
    if (id === 'text' && isSaved()) {
      event.preventDefault()
      return
    }
    ctx.request.body = new URLSearchParams(new FormData(form))
    if (id === 'text') sent = text.value
  })
  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail
    const { id } = ctx.sourceElement
    if (id !== 'text' && id !== 'look') return
    // A sign-in that has run out would lead away from the text.
    if (ctx.response.headers.get('hx-redirect')) {
      event.preventDefault()
      if (id === 'text') signedOut.hidden = false
      return
    }
    if (id === 'look' && ctx.response.status >= 400) event.preventDefault()
    if (id !== 'text' || ctx.response.status >= 400) return
    confirmed = sent
    signedOut.hidden = true
  })
  // What is open stays open when it is drawn anew.
  let asking = false
  document.addEventListener('htmx:before:swap', () => {
    asking = document.querySelector('#discard details[open]') !== null
  })
  document.addEventListener('htmx:after:swap', () => {
    if (asking) document.querySelector('#discard details')?.setAttribute('open', '')
  })
  document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
    if (ctx.sourceElement.id !== 'text') return
    sent = null
    if (isSaved()) keep(null)
  })
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !signedOut.hidden) saveNow()
  })
  window.addEventListener('focus', () => !signedOut.hidden && saveNow())

  form.addEventListener('submit', () => {
    leaving = true
    keep({ text: text.value, base: base().value })
  })
  window.addEventListener('pageshow', () => {
    leaving = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && !isSaved()) event.preventDefault()
  })

  // From a fault to its line.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-line]')
    if (!link) return
    event.preventDefault()
    goTo(Number(link.dataset.line))
  })
  const goTo = (line) => {
    const lines = text.value.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    text.focus()
    // Selecting scrolls to where the text is cut off here.
    const whole = text.value
    text.setSelectionRange(start, start + (lines[line - 1] ?? '').length)
    const height = Number.parseFloat(getComputedStyle(text).lineHeight)
    text.scrollIntoView({ block: 'center' })
    text.scrollTop = Math.max(0, (whole.slice(0, start).length / whole.length) * text.scrollHeight - height * 4)
  }
  const asked = /^#line-(\d+)$/.exec(location.hash)
  if (asked) goTo(Number(asked[1]))

  // The toolbar.
  const tools = document.getElementById('tools')
  const write = (opening, chosen, closing) => {
    text.focus()
    const { selectionStart, selectionEnd, value } = text
    const marked = value.slice(selectionStart, selectionEnd) || chosen
    // Typing through the browser keeps "undo".
    if (!document.execCommand('insertText', false, opening + marked + closing)) {
      text.setRangeText(opening + marked + closing, selectionStart, selectionEnd, 'end')
      text.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const from = selectionStart + opening.length
    text.setSelectionRange(from, from + marked.length)
  }
  tools?.addEventListener('click', ({ target }) => {
    const box = target.closest('[data-box]')?.dataset.box
    if (!box) return
    const { value, selectionStart } = text
    const before = value.slice(0, selectionStart)
    const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
    write(`${gap}::: ${box}\n`, '…', '\n:::\n')
  })
  document.getElementById('local-field')?.addEventListener('change', ({ target }) => {
    if (target.value !== '') write('', `{{lokalt:${target.value}}}`, '')
    target.value = ''
  })
  customElements.whenDefined('markdown-toolbar').then(() => {
    if (tools) tools.hidden = false
  })
  for (const one of document.querySelectorAll('[data-show], [data-quoted]')) one.hidden = true
})()
