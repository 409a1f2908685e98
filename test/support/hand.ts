import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: with a finger, or with nothing but a keyboard. */
export interface Hand {
  press(what: Locator): Promise<void>
  tick(what: Locator): Promise<void>
  pick(what: Locator, label: string): Promise<void>
  write(what: Locator, text: string): Promise<void>
}

export const finger: Hand = {
  press: (what) => what.click(),
  tick: (what) => what.check(),
  pick: async (what, label) => void (await what.selectOption({ label })),
  write: (what, text) => what.fill(text),
}

/** Goes from control to control with Tab alone; throws when a control cannot be reached so. */
export function keyboard(page: Page): Hand {
  const reach = async (what: Locator) => {
    await what.waitFor()
    for (let steps = 0; steps < 150; steps++) {
      if (await what.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${what}`)
  }
  return {
    async press(what) {
      await reach(what)
      await page.keyboard.press('Enter')
    },
    async tick(what) {
      await reachGroup(page, what)
      if (!(await what.isChecked())) await page.keyboard.press('Space')
    },
    async pick(what, label) {
      await reach(what)
      await page.keyboard.press('Home')
      for (let steps = 0; steps < 20; steps++) {
        const shown = await what.locator('option:checked').textContent()
        if (shown?.trim() === label) return
        await page.keyboard.press('ArrowDown')
      }
      throw new Error(`the arrows never came to ${label}`)
    },
    async write(what, text) {
      await reach(what)
      await page.keyboard.type(text)
    },
  }
}

/** Tab stops once in a group of radio buttons; the arrows go on from there, choosing as they go. */
async function reachGroup(page: Page, what: Locator): Promise<void> {
  const isHere = () => what.evaluate((element) => element === element.ownerDocument.activeElement)
  const isSibling = () =>
    what.evaluate((element) => {
      const active = element.ownerDocument.activeElement
      return active?.getAttribute('type') === 'radio' && active.getAttribute('name') === element.getAttribute('name')
    })
  for (let steps = 0; steps < 150; steps++) {
    if (await isHere()) return
    await page.keyboard.press((await isSibling()) ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`the keyboard never reached ${what}`)
}
