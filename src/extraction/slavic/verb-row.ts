import type { CueAct } from '../attribution.ts'

/**
 * Verbs of saying: what they take, the act they name, the verbs, and marks (`denies` or `open`: the stance; `probable` or
 * `possible`: how sure). They take
 * quote (a quotation, or a sentence that they stand behind), clause (что, чтобы), about (о, про), object (a noun without a
 * preposition, or with the one of the verb), infinitive.
 * A verb is its infinitive, with its third person and its masculine past after `=` where no rule gives them.
 */
export type SlavicVerbRow = [takes: string, act: CueAct, verbs: string, marks?: string]
