/** What we use of the edtf library, which ships no types: our own reading of dates is compared with it. */
declare module 'edtf' {
  interface Parsed {
    /** Unix milliseconds; null where unknown, an infinity where open. */
    readonly min: number | null
    readonly max: number | null
  }
  export default function edtf(text: string, options: { level: 0 | 1 | 2 | 3 }): Parsed
}
