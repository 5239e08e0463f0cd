import { bodyAt } from '../../extraction/slavic/bodies.ts'
import { personIn } from '../../extraction/slavic/names.ts'
import { stateAt } from '../../extraction/slavic/states.ts'
import { isBodyWord, isPersonWord } from '../../extraction/slavic/words.ts'
import type { OrganizationKind } from '../../values/vocabulary.ts'
import { compoundWord } from './known-slavic.ts'
import type { NewActor } from './proposed-actor.ts'

const organizationKindWords: readonly [OrganizationKind, RegExp][] = [
  ['SECURITY_SERVICE', /^(?:полици|поліці|фсб|сбу|гур|разведк|розвідк|контрразведк|цру|росгвард)/],
  [
    'MILITARY',
    /^(?:генштаб|штаб|всу|зсу|вс$|зс$|вмс|пвс|арми|армі|войск|військ|флот|бригад|батальон|полк|корпус|нацгвард|військов)/,
  ],
  ['PARTY', /^(?:парти[яиюей]|парті[яїюєй]|фракци|фракці)/],
  ['INTERNATIONAL', /^(?:оон|нато|ес$|єс$|обсе|обсє|магат|евросоюз|євросоюз|еврокомисс|єврокоміс)/],
  [
    'GOVERNMENT_BODY',
    /^(?:министерств|міністерств|минобор|міноборон|минфин|мінфін|міненерг|мид$|мзс$|мвд$|мвс$|мчс$|дснс$|ова$|ода$|правительств|уряд|кабмин|кабмін|парламент|госдум|держдум|рад[аи]$|кремл|прокуратур|генпрокур|суд$|администрац|адміністрац|облгосадмин|ведомств|відомств|департамент|управлен|управлін|комитет|комітет|комисси|комісі|посольств|мэри|мері|горсовет|міськрад|власт(?:ь|и|ей|ям|ями|ях|ью)$|влад(?:а|и|і|у|ою)$|служб|следственн|слідч)/,
  ],
  [
    'COMPANY',
    /^(?:компани|компані|концерн|корпорац|завод|предприяти|підприємств|газпром|росатом|нафтогаз|укренерго|укрэнерго|енергоатом|энергоатом|банк)/,
  ],
  [
    'CIVIL_SOCIETY',
    /^(?:фонд|союз|спілк|профсоюз|институт|інститут|университет|університет|центр|організац|организац|объединен|об'єднан|церк)/,
  ],
]
const outletWord =
  /^(?:агентств|телеканал|telegram-канал|телеграм-канал|канал|паблик|радио|радіо|газет|издани|видання|видани|журнал|риа$|тасс$|интерфакс|інтерфакс|униан|уніан|укринформ|укрінформ|медуза|reuters|рейтер|ббс|би-би-си)/
const nobodyWords =
  /^(?:он|она|оно|они|я|мы|вы|ты|кто|который|которая|которые|что|его|ее|их|это|все|многие|некоторые|він|вона|воно|вони|ми|ви|ти|хто|який|яка|які|що|його|її|їх|це|всі|багато|дехто)$/
const several = /(?:ы|и|і|ї|ые|ие|ов|ів|ей)$/

/** The actor that words in Russian or Ukrainian name and the graph does not know; null where they name nobody. */
export function newSlavicActor(bare: string): NewActor | null {
  const words: string[] = bare.match(compoundWord) ?? []
  const lows = words.map((one) => one.toLowerCase())
  const [first] = lows
  if (
    first === undefined ||
    words.length > 16 ||
    (words.length === 1 && nobodyWords.test(first)) ||
    lows.every((low) => /^\p{N}/u.test(low))
  )
    return null
  const state = stateAt(words, 0)
  if (state?.length === words.length && state.naming.kind === 'name')
    return slavicActorCalled(bare, 'STATE', undefined, true)
  // "в Совфеде": by where they work, and in a case that is no name's.
  if (/^(?:в|во|у|на)$/.test(first) && words.length > 1)
    return slavicActorCalled(bare, 'ORGANIZATION', organizationKindIn(lows) ?? 'OTHER', false)
  return slavicBody(bare, words, lows) ?? slavicPerson(bare, words, lows)
}

const slavicActorCalled = (
  name: string,
  type: NewActor['type'],
  kind: OrganizationKind | undefined,
  isNamed: boolean,
): NewActor => ({
  name,
  type,
  kind,
  isNamed,
})

const organizationKindIn = (lows: readonly string[]): OrganizationKind | undefined =>
  organizationKindWords.find(([, pattern]) => lows.some((low) => pattern.test(low)))?.[0]

/** An organization, told by the word for its kind, by its acronym, or by the quotation marks about its name. */
function slavicBody(bare: string, words: readonly string[], lows: readonly string[]): NewActor | undefined {
  if (personIn(words).length > 1 || isPersonWord(lows[0] as string)) return undefined
  const isNamed =
    words.some((one) => /^\p{Lu}/u.test(one)) &&
    (words.length > 1 || /^\p{Lu}{2}/u.test(words[0] as string) || bodyAt(words, 0) !== undefined)
  if (lows.some((low) => outletWord.test(low)))
    return slavicActorCalled(bare, 'MEDIA_OUTLET', undefined, isNamed || /^\p{Lu}/u.test(words[0] as string))
  const kind = organizationKindIn(lows)
  const isAcronym = words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0] as string)
  if (!kind && !isAcronym && !lows.some(isBodyWord)) return undefined
  return slavicActorCalled(bare, 'ORGANIZATION', kind ?? 'OTHER', isNamed)
}

/** A person, told by a full name, a title or a description; several who are described are no person. */
function slavicPerson(bare: string, words: readonly string[], lows: readonly string[]): NewActor {
  const name = personIn(words)
  if (name.length > 1) return slavicActorCalled(name.join(' '), 'PERSON', undefined, true)
  const isOne =
    (name.length === 1 && words.length === 1) || lows.some((low) => isPersonWord(low) && !several.test(low))
  return isOne
    ? slavicActorCalled(bare, 'PERSON', undefined, false)
    : slavicActorCalled(bare, 'ORGANIZATION', 'OTHER', false)
}
