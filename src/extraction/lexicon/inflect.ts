export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** past and participle where they are not base + ed; a third word where doubling or the like breaks the rule for ing. */
const IRREGULAR: Record<string, string> = {
  say: 'said said',
  tell: 'told told',
  write: 'wrote written',
  think: 'thought thought',
  know: 'knew known',
  feel: 'felt felt',
  see: 'saw seen',
  find: 'found found',
  show: 'showed shown',
  read: 'read read',
  speak: 'spoke spoken',
  swear: 'swore sworn',
  mean: 'meant meant',
  hear: 'heard heard',
  put: 'put put putting',
  make: 'made made',
  have: 'had had',
  take: 'took taken',
  undertake: 'undertook undertaken',
  give: 'gave given',
  hold: 'held held',
  foresee: 'foresaw foreseen',
  forget: 'forgot forgotten forgetting',
  understand: 'understood understood',
  seek: 'sought sought',
  choose: 'chose chosen',
  lay: 'laid laid',
  go: 'went gone',
  set: 'set set setting',
  bet: 'bet bet betting',
  quip: 'quipped quipped quipping',
  admit: 'admitted admitted admitting',
  submit: 'submitted submitted submitting',
  regret: 'regretted regretted regretting',
  refer: 'referred referred referring',
  plan: 'planned planned planning',
  brag: 'bragged bragged bragging',
  blog: 'blogged blogged blogging',
  rap: 'rapped rapped rapping',
  slam: 'slammed slammed slamming',
  rip: 'ripped ripped ripping',
  snap: 'snapped snapped snapping',
  back: 'backed backed',
  sing: 'sang sung',
  begin: 'began begun beginning',
  keep: 'kept kept',
  get: 'got got getting',
  draw: 'drew drawn',
  throw: 'threw thrown',
  cast: 'cast cast',
  lead: 'led led',
  fight: 'fought fought',
  withdraw: 'withdrew withdrawn',
  spell: 'spelled spelled',
  stand: 'stood stood',
  pan: 'panned panned panning',
  lie: 'lied lied lying',
  rule: 'ruled ruled',
  dream: 'dreamed dreamed',
  learn: 'learned learned',
  infer: 'inferred inferred inferring',
  knock: 'knocked knocked',
  rebut: 'rebutted rebutted rebutting',
  nod: 'nodded nodded nodding',
  sob: 'sobbed sobbed sobbing',
  commit: 'committed committed committing',
  bar: 'barred barred barring',
  opt: 'opted opted',
  bid: 'bid bid bidding',
  come: 'came come',
  bring: 'brought brought',
  hit: 'hit hit hitting',
  blow: 'blew blown',
  shoot: 'shot shot',
  tout: 'touted touted',
  drop: 'dropped dropped dropping',
  hedge: 'hedged hedged',
  grin: 'grinned grinned grinning',
  prefer: 'preferred preferred preferring',
  forbid: 'forbade forbidden forbidding',
  deem: 'deemed deemed',
  beg: 'begged begged begging',
  want: 'wanted wanted',
  run: 'ran run running',
  pin: 'pinned pinned pinning',
  spin: 'spun spun spinning',
  teach: 'taught taught',
  leave: 'left left',
  paint: 'painted painted',
  hint: 'hinted hinted',
  strike: 'struck struck',
  break: 'broke broken',
  stop: 'stopped stopped stopping',
  misspeak: 'misspoke misspoken',
}

export function inflect(verb: string): [form: VerbForm, word: string][] {
  const [past, participle, ing] = (IRREGULAR[verb] ?? '').split(' ').filter(Boolean)
  const regular = regularPast(verb)
  return [
    ['base', verb],
    ['s', thirdPerson(verb)],
    ['past', past ?? regular],
    ['participle', participle ?? regular],
    ['ing', ing ?? progressive(verb)],
  ]
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${verb}ed`
}

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has'
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh|[^aeiou]o)$/.test(verb)) return `${verb}es`
  return `${verb}s`
}

function progressive(verb: string): string {
  if (/[^eyo]e$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return `${verb}ing`
}
