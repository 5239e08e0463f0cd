import { parse } from 'csv-parse/sync'
import type { Download, Locator } from 'playwright-core'

/** The file that a button saves. */
export async function savedBy(button: Locator): Promise<Download> {
  const [file] = await Promise.all([button.page().waitForEvent('download'), button.click()])
  return file
}

export async function textOf(download: Download): Promise<string> {
  let text = ''
  for await (const chunk of await download.createReadStream()) text += chunk
  return text
}

/** The rows of a CSV file, as a spreadsheet reads them: each cell by the head of its column. */
export const tableIn = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })
