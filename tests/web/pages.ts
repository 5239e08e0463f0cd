/** Every page, with the words that tell it has come. */
export const pages: readonly (readonly [path: string, sign: string])[] = [
  ['/', 'Contested claims'],
  ['/actor/united-states', 'Said by United States'],
  ['/matrix', 'speakers by'],
  ['/claims', 'All claims'],
  ['/claims?verdict=UNVERIFIED&assessor=bbc&event=belgorod-incursion', 'assessed by BBC'],
  ['/claims?assessed=false', 'Claims that fit'],
  ['/actors', 'All actors'],
  ['/actors?types=PERSON&affiliatedWith=russia', 'belonging to Russia'],
  ['/places', 'All places'],
  ['/events', 'All events'],
  ['/sources', 'All sources'],
  ['/statements', 'All statements'],
  ['/statements?review=PROPOSED&by=russia', 'Statements that fit'],
  ['/assessments', 'All assessments'],
  ['/assessments?verdict=VERIFIED&assessor=bbc', 'by BBC'],
  ['/claim/ukraine-behind-incursion', 'Who stands where'],
  ['/claim/seventy-attackers-killed', 'Figures: attackers killed'],
  ['/event/belgorod-incursion', 'Who is responsible'],
  ['/timeline', 'Without a date'],
  ['/graph?nodes=ukraine', 'Links'],
  ['/graph?nodes=ukraine&selected=bbc', 'Open its page'],
  ['/graph?view=agreement&pair=russia~ukraine', 'Russia has captured Bakhmut'],
  ['/graph?view=paths', 'Choose two actors'],
  ['/graph?view=paths&from=ukraine&to=united-states', 'What this rests on'],
  ['/graph', 'Begin with'],
  ['/search?q=weapon*', 'Statements, counted'],
  ['/search?q=weapon*&types=STATEMENT&stance=AFFIRMS', 'affirms ×'],
  ['/source/news-update-belgorod', 'Statements'],
  ['/statement/statement_1', 'Chain of attribution'],
  ['/place/bakhmut', 'What happened here'],
]

/** Those that have nothing to ask before their reader does something. */
export const silentPages: typeof pages = [
  ['/read', 'Nothing is stored'],
  ['/search', 'what to look for'],
]
