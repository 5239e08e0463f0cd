import type { Page } from 'playwright-core'

/** A file as it is dropped on a page. */
export interface DroppedFile {
  readonly name: string
  readonly text: string
}

/** Drops a file on the page, as a hand would from a folder beside it. */
export async function dropOn(page: Page, file: DroppedFile): Promise<void> {
  const data = await page.evaluateHandle(({ name, text }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], name))
    return transfer
  }, file)
  for (const type of ['dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: data })
}
