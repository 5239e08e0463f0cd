/** Words of English that a question is made of, and that tell nothing of what is looked for. */
const stopWords = new Set(
  (
    'a an the this that these those some any all each every no not nor and or but if than then so as at by for from in into ' +
    'of off on onto out over to up with about after before against between during under until within without is are was were ' +
    'be been being am do does did done has have had having can could may might must shall should will would who whom whose ' +
    'which what when where why how whether there here it its he him his she her they them their we us our you your i me my ' +
    'many much tell show find list give please say says said'
  ).split(' '),
)

export const isStopWord = (word: string): boolean => stopWords.has(word)
