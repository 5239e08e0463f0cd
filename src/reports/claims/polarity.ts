const negation =
  /(?:\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|nowhere|hardly|barely|scarcely)\b|n['’]t\b)/i

/** Whether a text holds a word that denies. */
export const hasNegation = (text: string): boolean => negation.test(text)

/** Cues that deny by themselves: what they deny stands in the content as it would be if it were true. */
const denial =
  /\b(den(?:y|ies|ied|ying|ials?)|reject\w*|disput\w*|refut\w*|rebut\w*|dismiss\w*|contradict\w*)\b/i

export const isDenial = (cue: string): boolean => denial.test(cue)
