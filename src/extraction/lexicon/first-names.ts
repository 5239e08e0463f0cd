import { createRequire } from 'node:module'

export type Gender = 'FEMALE' | 'MALE'

const listLanguages = ['en', 'it', 'es', 'fr', 'de']

/** Names that the lists lack, from countries whose languages they do not cover. */
const female =
  'aigul aino ananya anneli dewi golnaz golnar gulnara helle ildiko jaana khanh lakshmi ludmilla mette nomvula orsolya ' +
  'oxana siti sinead thandi tuula tzipi wanjiru wioletta yael zsuzsanna zsofia aynur gulsum oyuna saltanat iryna olha ' +
  'nataliia yuliia mariia tetiana kateryna lesya solomiya zlata snezana dubravka biljana gordana snjezana aiste ruta ' +
  'ingrida daina inga zanete liisa kirsti solveig ragnhild gudrun sigrid unn turid adwoa akua efua chiamaka folake ' +
  'ngozi temitope nandi lindiwe zodwa xiomara yolanda'
const male =
  'bjorn emomali fumio giorgos ilham juan kyriakos lech milan narendra nicolas nursultan rajesh shavkat shinzo yuri yury ' +
  'iurii jose adam ali emmanuel francois miguel karim jun kenji oleksandr oleksii andrii serhii mykhailo yevhen yevgeny ' +
  'evgeny ihor vitalii anatolii valerii hryhorii taras ostap bohdan sadyr sooronbay gurbanguly berdimuhamedow zurab ' +
  'bidzina irakli giorgi vakhtang nikol vahagn toomas urmas andrus janis egils valdis arturs gitanas dalius algirdas ' +
  'vytautas kestutis stjepan zvonimir branko zdravko borut janez matjaz ljubomir veljko nebojsa miodrag radoslav mladen ' +
  'kwabena kofi yaw sipho thabo cyril jacob julius tendai emmerson nguema idriss mahamat goodluck bola babatunde'
/** Given to both, or family names that stand first: only the text can tell. */
const either =
  'andrea nicola simone gabriele daniele michele alexis dominique camille claude robin sasha sacha jamie sam chris pat ' +
  'taylor morgan casey alex jordan jean marian kim xi li wei min lee lin chen nguyen noor nour nur ira nikita misha ' +
  'jan ashley leslie lindsay kelly dana vanja aung sheikh tsai shah yi jin hui ming le tran pham yang yu wu ye an'

/** A first name as the lists have it: small letters without marks. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[øłđı]/g, (letter) => ({ ø: 'o', ł: 'l', đ: 'd', ı: 'i' })[letter] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

const ownGenders = new Map<string, Gender | undefined>([
  ...female.split(' ').map((name): [string, Gender] => [name, 'FEMALE']),
  ...male.split(' ').map((name): [string, Gender] => [name, 'MALE']),
  ...either.split(' ').map((name): [string, undefined] => [name, undefined]),
])

type GetGender = (name: string, language?: string) => string
let genderLists: GetGender | undefined

/** The lists are large, and who only asks for a version or a file's counts need not wait for them. */
function genderListed(name: string, language?: string): string {
  genderLists ??= (createRequire(import.meta.url)('gender-detection-from-name') as { getGender: GetGender })
    .getGender
  return genderLists(name, language)
}

/** Reports have the same few names in place after place, and archives the same few thousand. */
const MOST_GENDERS_KEPT = 20_000
const genders = new Map<string, Gender | undefined>()

/** The gender of those who bear this first name, as far as it tells. Jean-Luc goes by the first of the two. */
export function genderOfFirstName(name: string): Gender | undefined {
  const plain = plainName(name)
  if (genders.has(plain)) return genders.get(plain)
  const first = plain.split('-')[0] as string
  const gender = ownGenders.has(plain)
    ? ownGenders.get(plain)
    : (voted(name) ?? (ownGenders.has(first) ? ownGenders.get(first) : voted(first)))
  if (genders.size >= MOST_GENDERS_KEPT) genders.clear()
  genders.set(plain, gender)
  return gender
}

/** The lists of single languages have slips: all but one have to agree. */
function voted(name: string): Gender | undefined {
  const votes = listLanguages.map((language) => {
    const said = genderListed(name, language)
    return said === 'unknown' ? genderListed(plainName(name), language) : said
  })
  const women = votes.filter((vote) => vote === 'female').length
  const men = votes.filter((vote) => vote === 'male').length
  if (women >= listLanguages.length - 1) return 'FEMALE'
  return men >= listLanguages.length - 1 ? 'MALE' : undefined
}

export const isFirstName = (name: string): boolean =>
  ownGenders.has(plainName(name)) ||
  genderListed(name) !== 'unknown' ||
  genderListed(plainName(name)) !== 'unknown'
