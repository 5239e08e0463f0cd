/** What stands in a text for a sign; those that editors of web pages write by themselves. */
const signs: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', bdquo: '„', sbquo: '‚' },
}

const blocks = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)(?:\s[^<>]*)?\/?>/gi
const inline = /<\/?(?:b|i|em|strong|a|span|u|s|q|sub|sup|small|cite|mark|font)(?:\s[^<>]*)?\/?>/gi

/** A text without the markup of web pages: many fact checkers publish what stands in their pages as it stands there. */
export function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text
  return text
    .replace(blocks, ' ')
    .replace(inline, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, signOf)
    .replace(/\s+/g, ' ')
    .trim()
}

function signOf(written: string, hexadecimal?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return signs[name.toLowerCase()] ?? written
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  const isSign = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isSign ? String.fromCodePoint(code) : written
}
