/** Whoever has something in common with an actor is found from either end: the key has the smaller id first. */
export const agreementEnds = /* sql */ `
create index agreement_by_b on agreement (b_id, a_id);
`
