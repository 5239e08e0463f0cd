import type { Page, Response } from 'playwright-core'

/** What opening a page costs. */
export interface Visit {
  /** Questions to the server, until nothing more comes and nobody has touched the page. */
  readonly requests: number
  /** Bytes of the answers to them, as JSON and as they are transferred. */
  readonly bytes: number
  readonly transferred: number
  /** Milliseconds from the click to the frame that shows the answer. */
  readonly content: number
  /** How many elements are in the page. */
  readonly elements: number
}

/** Notes in the page when its content came. */
const probe = `
  window.contentAt = 0
  const observer = new MutationObserver(() => {
    if (!document.querySelector('main .page[aria-busy="false"], main .notice')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => { contentAt = performance.now() }))
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
`

const QUIET = 300
const STEP = 700
/** How far a long list is followed. */
const STEPS = 25

/** Opens a page, and waits until it rests. */
export async function visit(page: Page, url: string): Promise<Visit> {
  const answers: Promise<Answer>[] = []
  const note = (response: Response) => {
    if (response.request().method() === 'POST') answers.push(sizesOf(response))
  }
  page.on('response', note)
  await page.addInitScript(probe)
  await page.goto(url)
  // A function: a string would be evaluated, which the page's policy forbids.
  await page.waitForFunction(() => Reflect.get(globalThis, 'contentAt') > 0)
  await rest(page)
  const [notice] = await page.locator('.notice:not(.quiet)').allInnerTexts()
  if (notice) throw new Error(`${url} shows: ${notice}`)
  page.off('response', note)
  const sizes = await Promise.all(answers)
  return {
    requests: sizes.length,
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    transferred: sizes.reduce((sum, { transferred }) => sum + transferred, 0),
    content: await page.evaluate('contentAt'),
    elements: await elementsIn(page),
  }
}

/** Scrolls down to the end of a page, or for a good while; says how many elements are in it then. */
export async function scroll(page: Page): Promise<number> {
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, STEP)
    await page.waitForTimeout(40)
  }
  await rest(page)
  return elementsIn(page)
}

interface Answer {
  readonly bytes: number
  readonly transferred: number
}

const sizesOf = async (response: Response): Promise<Answer> => ({
  bytes: (await response.body()).length,
  transferred: (await response.request().sizes()).responseBodySize,
})

async function rest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(QUIET)
}

const elementsIn = (page: Page): Promise<number> => page.evaluate('document.querySelectorAll("*").length')
