/** The languages that FollowTheMoney has, by their codes of three letters (ISO 639-3). */
const codes = (
  'eng fra deu rus spa nld ron kat ara tur ltz ell lit ukr zho bel bul bos jpn ces lav por pol hye hrv hin heb uzb mon urd ' +
  'sqi kor isl ita est fas swa slv slk aze tgk kaz tuk kir hun dan afr swe srp ind kan mkd mlt msa fin cat nep tgl mya khm'
).split(' ')

/** By the tags that the graph has: en for eng. Norwegian is written Bokmål. */
const byTag: ReadonlyMap<string, string> = new Map([
  ...codes.map((code): [string, string] => [new Intl.Locale(code).language, code]),
  ...['no', 'nb', 'nn'].map((tag): [string, string] => [tag, 'nor']),
])

/** A language as FollowTheMoney writes it; undefined where it does not have it. */
export const ftmLanguage = (tag: string): string | undefined =>
  byTag.get(tag.split('-')[0]?.toLowerCase() ?? '')
