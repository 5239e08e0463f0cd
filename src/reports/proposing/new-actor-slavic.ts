import { bodyAt } from '../../extraction/slavic/bodies.ts'
import { personIn } from '../../extraction/slavic/names.ts'
import { stateAt } from '../../extraction/slavic/states.ts'
import { isBodyWord, isPersonWord } from '../../extraction/slavic/words.ts'
import type { OrganizationKind } from '../../values/vocabulary.ts'
import type { NewActor } from './proposed-actor.ts'

const word = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu

const kinds: readonly [OrganizationKind, RegExp][] = [
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
const outlet =
  /^(?:агентств|телеканал|telegram-канал|телеграм-канал|канал|паблик|радио|радіо|газет|издани|видання|видани|журнал|риа$|тасс$|интерфакс|інтерфакс|униан|уніан|укринформ|укрінформ|медуза|reuters|рейтер|ббс|би-би-си)/
const nobody =
  /^(?:он|она|оно|они|я|мы|вы|ты|кто|который|которая|которые|что|его|ее|их|это|все|многие|некоторые|він|вона|воно|вони|ми|ви|ти|хто|який|яка|які|що|його|її|їх|це|всі|багато|дехто)$/
const several = /(?:ы|и|і|ї|ые|ие|ов|ів|ей)$/

/** Whom words in Russian or Ukrainian call, of whom the graph does not know; null where they tell nobody. */
export function newSlavicActor(bare: string): NewActor | null {
  const words: string[] = bare.match(word) ?? []
  const lows = words.map((one) => one.toLowerCase())
  const [first] = lows
  if (
    first === undefined ||
    words.length > 16 ||
    (words.length === 1 && nobody.test(first)) ||
    lows.every((low) => /^\p{N}/u.test(low))
  )
    return null
  const state = stateAt(words, 0)
  if (state?.length === words.length && state.naming.kind === 'name')
    return named(bare, 'STATE', undefined, true)
  // "в Совфеде": by where they work, and in a case that is no name's.
  if (/^(?:в|во|у|на)$/.test(first) && words.length > 1)
    return named(bare, 'ORGANIZATION', kindIn(lows) ?? 'OTHER', false)
  return body(bare, words, lows) ?? person(bare, words, lows)
}

const named = (
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

const kindIn = (lows: readonly string[]): OrganizationKind | undefined =>
  kinds.find(([, pattern]) => lows.some((low) => pattern.test(low)))?.[0]

/** By the word for what kind of body it is, by its acronym, or by the marks about its name. */
function body(bare: string, words: readonly string[], lows: readonly string[]): NewActor | undefined {
  if (personIn(words).length > 1 || isPersonWord(lows[0] as string)) return undefined
  const isNamed =
    words.some((one) => /^\p{Lu}/u.test(one)) &&
    (words.length > 1 || /^\p{Lu}{2}/u.test(words[0] as string) || bodyAt(words, 0) !== undefined)
  if (lows.some((low) => outlet.test(low)))
    return named(bare, 'MEDIA_OUTLET', undefined, isNamed || /^\p{Lu}/u.test(words[0] as string))
  const kind = kindIn(lows)
  const isAcronym = words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0] as string)
  if (!kind && !isAcronym && !lows.some(isBodyWord)) return undefined
  return named(bare, 'ORGANIZATION', kind ?? 'OTHER', isNamed)
}

/** By a full name, by a title, or as one who is only described; several who are described are no person. */
function person(bare: string, words: readonly string[], lows: readonly string[]): NewActor {
  const name = personIn(words)
  if (name.length > 1) return named(name.join(' '), 'PERSON', undefined, true)
  const isOne =
    (name.length === 1 && words.length === 1) || lows.some((low) => isPersonWord(low) && !several.test(low))
  return isOne ? named(bare, 'PERSON', undefined, false) : named(bare, 'ORGANIZATION', 'OTHER', false)
}
