import type { HTMLElement } from 'node-html-parser'

/** What is filled in: by field name, the text, or for radio buttons, ticks and drop-downs the label of what is chosen. A list for several. */
export type Given = Readonly<Record<string, string | number | readonly string[]>>

/** What a browser would send for a form: its own values, with what is filled in. Throws when a field or a choice is not there. */
export function fillForm(form: HTMLElement, button: HTMLElement | null, given: Given): URLSearchParams {
  const sent = new URLSearchParams()
  const controls = form
    .querySelectorAll('input, select, textarea')
    .filter((control) => !control.hasAttribute('disabled'))
  for (const name of Object.keys(given))
    if (!controls.some((control) => control.getAttribute('name') === name))
      throw new Error(`no field "${name}" in the form`)

  for (const [name, alike] of Map.groupBy(controls, (control) => control.getAttribute('name') ?? '')) {
    if (name === '') continue
    const values =
      given[name] === undefined ? ownValues(alike) : givenValues(form, name, alike, [given[name]].flat().map(String))
    for (const value of values) sent.append(name, value)
  }
  const pressed = button?.getAttribute('name')
  if (pressed) sent.append(pressed, button?.getAttribute('value') ?? '')
  return sent
}

const kindOf = (control: HTMLElement) =>
  control.tagName === 'INPUT' ? (control.getAttribute('type') ?? 'text') : control.tagName.toLowerCase()
const isTicked = (control: HTMLElement) => kindOf(control) === 'radio' || kindOf(control) === 'checkbox'

function ownValues(controls: readonly HTMLElement[]): string[] {
  return controls.flatMap((control) => {
    if (isTicked(control)) return control.hasAttribute('checked') ? [control.getAttribute('value') ?? 'on'] : []
    if (kindOf(control) === 'textarea') return [control.textContent.replace(/^\n/, '')]
    if (kindOf(control) !== 'select') return [control.getAttribute('value') ?? '']
    const options = control.querySelectorAll('option')
    return [sentValueOf(options.find((option) => option.hasAttribute('selected')) ?? options[0])]
  })
}

function givenValues(
  form: HTMLElement,
  name: string,
  controls: readonly HTMLElement[],
  wanted: readonly string[],
): string[] {
  const first = controls[0] as HTMLElement
  if (isTicked(first)) {
    return wanted.map((label) => {
      const control =
        controls.find((one) => labelOf(form, one) === label) ??
        controls.find((one) => one.getAttribute('value') === label)
      if (!control)
        throw new Error(
          `"${name}" has no choice "${label}", only ${controls.map((one) => labelOf(form, one)).join(' | ')}`,
        )
      return control.getAttribute('value') ?? 'on'
    })
  }
  if (wanted.length !== controls.length)
    throw new Error(`"${name}" stands ${controls.length} times, given ${wanted.length}`)
  return controls.map((control, place) => {
    const text = wanted[place] as string
    if (kindOf(control) !== 'select') return text
    const options = control.querySelectorAll('option')
    const option =
      options.find((one) => plain(one) === text) ?? options.find((one) => one.getAttribute('value') === text)
    if (!option) throw new Error(`"${name}" has no option "${text}"`)
    return sentValueOf(option)
  })
}

const sentValueOf = (option: HTMLElement | undefined) => option?.getAttribute('value') ?? option?.textContent ?? ''

/** The label around a control, or the one that names its id. */
function labelOf(form: HTMLElement, control: HTMLElement): string {
  const around = control.closest('label')
  if (around) return plain(around)
  const label = form.querySelector(`label[for="${control.getAttribute('id')}"]`)
  return label ? plain(label) : ''
}

const plain = (element: HTMLElement) => element.textContent.replaceAll(/\s+/g, ' ').trim()
