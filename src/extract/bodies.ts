import type { OrganizationKind } from '../vocabulary.ts'

const kinds: readonly [OrganizationKind, RegExp][] = [
  [
    'SECURITY_SERVICE',
    /\b(police|intelligence|fbi|cia|nsa|fsb|mi5|mi6|mossad|secret service|security service)\b/i,
  ],
  ['MILITARY', /\b(army|navy|air force|armed forces|military|marines|pentagon|troops|corps)\b/i],
  ['PARTY', /\b(party|republicans|democrats|labour|conservatives|tories|gop)\b/i],
  [
    'INTERNATIONAL',
    /\b(united nations|european union|nato|un|eu|imf|world bank|opec|african union|world health organi[sz]ation)\b/i,
  ],
  [
    'GOVERNMENT_BODY',
    /\b(ministry|department|government|administration|congress|senate|parliament|court|commission|council|white house|kremlin|embassy|agency|bureau|office of|treasury|cabinet|authorities|authority|county)\b/i,
  ],
  ['COMPANY', /\b(company|inc|corp|corporation|ltd|llc|plc|bank|airlines?|motors|holdings|firm)\b\.?/i],
  [
    'CIVIL_SOCIETY',
    /\b(union|association|foundation|institute|university|college|society|federation|coalition|charity|church|committee|watch|movement|campaign|league|fund|alliance|network|center|centre|project)\b/i,
  ],
]

/** What kind of body these words name; undefined where they name none. */
export const kindOfBody = (words: string): OrganizationKind | undefined =>
  kinds.find(([, pattern]) => pattern.test(words))?.[0]

const outlet =
  /\b(times|post|journal|tribune|herald|gazette|globe|chronicle|telegraph|guardian|observer|news|radio|television|tv|magazine|press|reuters|afp|bbc|cnn|msnbc|nbc|cbs|npr|pbs|politico|bloomberg|tass|interfax|xinhua|al jazeera|breitbart|politifact)$/i

/** Whether a name ends as those of outlets do. */
export const isOutlet = (name: string): boolean => outlet.test(name)
