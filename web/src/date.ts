const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** An EDTF date as people write it: 2023-05-22 is 22 May 2023, 2022-08~/.. is about Aug 2022 – open. */
export function dateText(edtf: string | null | undefined): string | null {
  if (!edtf) return null
  const ends = edtf.split('/')
  if (ends.length === 1) return onePoint(edtf)
  const [from = '', until = ''] = ends
  return `${onePoint(from) || 'unknown'} – ${until === '..' ? 'open' : onePoint(until) || 'unknown'}`
}

function onePoint(text: string): string {
  if (text === '..') return 'open'
  const parts = /^(-?\d[\dX]{3})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(T.*?)?([~?%])?$/.exec(text)
  if (!parts) return text
  const [, year = '', month, day, time, mark] = parts
  const name = month && MONTHS[Number(month) - 1]
  const date = [known(day), name, year].filter(Boolean).join(' ')
  return `${mark === '~' || mark === '%' ? 'about ' : ''}${date}${timeText(time)}${mark === '?' || mark === '%' ? ' (uncertain)' : ''}`
}

const known = (day: string | undefined): string => (day && !day.includes('X') ? String(Number(day)) : '')

const timeText = (time: string | undefined): string => {
  const clock = time && /^T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?/.exec(time)
  return clock ? `, ${clock[1]}${clock[2] === 'Z' ? ' UTC' : clock[2] ? ` ${clock[2]}` : ''}` : ''
}
