import type { Page } from 'playwright-core'

type Point = readonly [x: number, y: number]

/** A telephone, as far as gestures go. */
export const telephone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }

/** Puts fingers on the page, draws them from point to point, and lifts them. */
export async function touch(page: Page, ...ways: (readonly Point[])[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number | null) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: step === null ? [] : pointsAt(ways, step) })
  await send('touchStart', 0)
  const steps = ways[0]?.length ?? 0
  for (let step = 1; step < steps; step++) await send('touchMove', step)
  await send('touchEnd', null)
}

const pointsAt = (ways: readonly (readonly Point[])[], step: number) =>
  ways.flatMap((way, id) => {
    const point = way[step]
    return point ? [{ x: point[0], y: point[1], id }] : []
  })
