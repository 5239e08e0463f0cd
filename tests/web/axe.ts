import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

/** The rules of axe that look at colours. */
export const ofColour = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds serious or worse in a page as it stands.
 *
 * @param rules Those that are looked at, all if none are given.
 */
export async function seriousIn(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe)
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
  const run = `axe.run(${options}).then((result) => result.violations)`
  const violations = (await page.evaluate(run)) as Violation[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))}`)
}
