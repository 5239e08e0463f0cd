/** What is sent of a statement that its connection has prepared, or prepares now. */
export interface SentStatement {
  readonly name: string
  /** Its SQL, where the connection is to prepare it. */
  readonly prepares: string | null
  /** Whether the server is to tell which columns its rows have. */
  readonly describes: boolean
  readonly values: readonly (string | null)[]
}

const execute = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0])
const describe = Buffer.from([0x44, 0, 0, 0, 6, 0x50, 0])
const sync = Buffer.from([0x53, 0, 0, 0, 4])

/** Longer texts are copied once more. */
const COMMON_LENGTH = 16_384

/**
 * The messages of PostgreSQL's protocol by which all of these are run, one after the other, as the bytes of one write: to send
 * each by itself costs both ends more than most statements do.
 */
export function messagesOf(statements: readonly SentStatement[]): Buffer {
  const bytes = new Bytes()
  for (const { name, prepares, describes, values } of statements) {
    if (prepares !== null) writeParse(bytes, name, prepares)
    writeBind(bytes, name, values)
    if (describes) bytes.copy(describe)
    bytes.copy(execute)
  }
  bytes.copy(sync)
  return bytes.all()
}

function writeParse(bytes: Bytes, name: string, text: string): void {
  const end = bytes.begin('P')
  bytes.terminated(name)
  bytes.terminated(text)
  // No types: the server finds out itself.
  bytes.int16(0)
  end()
}

function writeBind(bytes: Bytes, name: string, values: readonly (string | null)[]): void {
  const end = bytes.begin('B')
  // Into the portal without a name.
  bytes.terminated('')
  bytes.terminated(name)
  // All values are texts, and so are those of the rows.
  bytes.int16(0)
  bytes.int16(values.length)
  for (const value of values)
    if (value === null) bytes.int32(-1)
    else bytes.counted(value)
  bytes.int16(0)
  end()
}

/** Bytes in a row, as many as are written. */
class Bytes {
  #buffer = Buffer.allocUnsafe(COMMON_LENGTH)
  #length = 0

  all(): Buffer {
    return this.#buffer.subarray(0, this.#length)
  }

  /** Begins a message; what is returned ends it, by writing how long it has become. */
  begin(type: string): () => void {
    this.#reserve(5)
    this.#buffer[this.#length] = type.charCodeAt(0)
    const place = this.#length + 1
    this.#length += 5
    return () => this.#buffer.writeInt32BE(this.#length - place, place)
  }

  copy(bytes: Buffer): void {
    this.#reserve(bytes.length)
    this.#length += bytes.copy(this.#buffer, this.#length)
  }

  int16(value: number): void {
    this.#reserve(2)
    this.#length = this.#buffer.writeInt16BE(value, this.#length)
  }

  int32(value: number): void {
    this.#reserve(4)
    this.#length = this.#buffer.writeInt32BE(value, this.#length)
  }

  /** A text with how many bytes it has in front. */
  counted(text: string): void {
    this.#reserve(4 + 3 * text.length)
    const written = this.#buffer.write(text, this.#length + 4)
    this.#buffer.writeInt32BE(written, this.#length)
    this.#length += 4 + written
  }

  /** A text with a zero behind it. */
  terminated(text: string): void {
    this.#reserve(3 * text.length + 1)
    this.#length += this.#buffer.write(text, this.#length)
    this.#buffer[this.#length++] = 0
  }

  #reserve(more: number): void {
    const wanted = this.#length + more
    if (wanted <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(wanted, 2 * this.#buffer.length))
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#buffer = larger
  }
}
