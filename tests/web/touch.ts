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

/** Waits until the page stands still. */
export const scrolled = (page: Page): Promise<void> =>
  page.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        let [last, same] = [scrollY, 0]
        const look = () => {
          same = scrollY === last ? same + 1 : 0
          last = scrollY
          if (same >= frames) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
    FRAMES_AT_REST,
  )

/** Frames without a movement, after which there is none to come. */
const FRAMES_AT_REST = 15
