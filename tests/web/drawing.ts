import type { Page } from 'playwright-core'
import { savedBy, textOf } from './download.ts'

/** The drawing, once its nodes have found their places. */
export async function openDrawing(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('.canvas[data-ready="true"] .node').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** The drawing as it is saved. */
export async function savedSvg(page: Page): Promise<string> {
  const button = page.locator('.drawing-tools').getByRole('button', { name: 'SVG' })
  return textOf(await savedBy(button))
}

export interface SavedLink {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly path: string
}

/** The links of a saved drawing. */
export function linksIn(svg: string): SavedLink[] {
  const link =
    /<path data-link="[^"]+" data-type="(\w+)" data-from="([\w-]+)" data-to="([\w-]+)" d="([^"]+)"/g
  return [...svg.matchAll(link)].map(([, type = '', from = '', to = '', path = '']) => ({
    type,
    from,
    to,
    path,
  }))
}

/** Where the nodes of a saved drawing stand. */
export const placesIn = (svg: string): Map<string, string> =>
  new Map(
    [...svg.matchAll(/<path data-node="([\w-]+)"[^>]*? transform="([^"]+)"/g)].map(
      ([, slug = '', place = '']) => [slug, place],
    ),
  )

export const nodesIn = (svg: string): string[] => [...placesIn(svg).keys()]

/** Where a node is on the page. */
export async function placeOf(page: Page, slug: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`.canvas path[data-node="${slug}"]`).first().boundingBox()
  if (!box) throw new Error(`${slug} is not in the drawing.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export async function drag(page: Page, slug: string, byX: number, byY: number): Promise<void> {
  const { x, y } = await placeOf(page, slug)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + byX / 2, y + byY / 2)
  await page.mouse.move(x + byX, y + byY)
  await page.mouse.up()
}
