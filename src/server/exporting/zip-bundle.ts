import { Zip, ZipDeflate } from 'fflate'
import type { BundleSink, Sink } from '../../formats/out/export-format.ts'

/** The same graph makes the same bytes, whenever it is written: the first day that a ZIP file can name. */
const MADE_AT = new Date(1980, 0, 1)
/** Four GiB are the most that the older form of ZIP holds, and the newer one is not read everywhere. */
const LARGEST_ZIP = 4 * 1024 ** 3 - 1

/** Packs the files of a bundle into one, as they are written. */
export class ZipBundle implements BundleSink {
  readonly #zip: Zip
  #file: ZipDeflate | null = null
  #written = 0

  constructor(sink: Sink, tooLarge: () => Error) {
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error
      this.#written += bytes.length
      if (this.#written > LARGEST_ZIP) throw tooLarge()
      sink.write(bytes)
    })
  }

  file(name: string): Sink {
    this.#endFile()
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = MADE_AT
    this.#zip.add(file)
    this.#file = file
    return { write: (content) => file.push(typeof content === 'string' ? Buffer.from(content) : content) }
  }

  end(): void {
    this.#endFile()
    this.#zip.end()
  }

  #endFile(): void {
    this.#file?.push(new Uint8Array(0), true)
    this.#file = null
  }
}
