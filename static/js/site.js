// The pages work without this file. With it, a refused form shows its faults first, an answer that could not be
// saved is sent again, and nobody loses their place when a part of the page is exchanged.
;(() => {
  const shortest = 2_000
  const longest = 30_000
  let wait = shortest
  let timer = 0
  let unsaved = null

  const savesHere = (event) => event.detail.ctx?.sourceElement?.getAttribute('hx-target') === '#saved'

  const tell = (text) => {
    const place = document.getElementById('saved')
    if (!place) return
    place.dataset.kind = 'failed'
    if (place.textContent !== text) place.textContent = text
  }

  const sendAgain = () => {
    clearTimeout(timer)
    // The form is read anew, so it is always the newest answer that is sent.
    if (unsaved?.isConnected) unsaved.dispatchEvent(new Event('change', { bubbles: true }))
  }

  const notSaved = (element) => {
    unsaved = element
    tell(document.getElementById('saved')?.dataset.failed)
    clearTimeout(timer)
    timer = setTimeout(sendAgain, wait)
    wait = Math.min(wait * 2, longest)
  }

  const refused = () => {
    clearTimeout(timer)
    unsaved = null
    tell(document.getElementById('saved')?.dataset.refused)
  }

  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail
    if (!savesHere(event) || ctx.response.status < 400) return
    event.preventDefault()
    if (ctx.response.status >= 500 || ctx.response.status === 429) notSaved(ctx.sourceElement)
    else refused()
  })

  document.addEventListener('htmx:error', (event) => {
    if (savesHere(event)) notSaved(event.detail.ctx.sourceElement)
  })

  window.addEventListener('online', sendAgain)

  let placeOfFocus = ''
  document.addEventListener('htmx:before:swap', () => {
    placeOfFocus = document.activeElement?.id ?? ''
  })
  document.addEventListener('htmx:after:swap', (event) => {
    if (savesHere(event)) {
      clearTimeout(timer)
      unsaved = null
      wait = shortest
      delete document.getElementById('saved')?.dataset.kind
    }
    if (document.activeElement !== document.body) return
    const next = document.getElementById(placeOfFocus) ?? document.querySelector('[data-focus]')
    next?.focus()
  })

  document.getElementById('faults')?.focus()

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }

  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) break
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy)?.textContent ?? '')
      button.textContent = button.dataset.done
    })
  }
})()
