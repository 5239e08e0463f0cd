import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * How many lists of a page can be saved. What can be done with one has to be called by the words above the list, differently
 * for each, and to stand in one line.
 */
export async function listsToSave(page: Page, path: string): Promise<number> {
  const buttons = await page
    .getByRole('button', { name: /as (CSV|JSON)$/ })
    .or(page.getByRole('link', { name: /as CSV$/ }))
    .all()
  expect(buttons.length, path).toBe(await page.locator('.export .text-button').count())
  const names = await Promise.all(buttons.map((button) => button.evaluate(nameOf)))
  expect(new Set(names).size, path).toBe(names.length)
  for (const name of names) expect(name, path).toMatch(/^[A-Z0-9“].* as (CSV|JSON)$/)
  for (const line of await baselinesIn(page))
    expect(new Set(line).size, `${path}: ${line}`).toBeLessThanOrEqual(1)
  return buttons.length / 2
}

const baselinesIn = (page: Page): Promise<number[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.section-head')].map((head) =>
      [...head.querySelectorAll('.text-button')].map((each) =>
        Math.round(each.getBoundingClientRect().bottom),
      ),
    ),
  )

/** What the ids that label a button say, one after the other. */
function nameOf(button: Element): string {
  const ids = button.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}
