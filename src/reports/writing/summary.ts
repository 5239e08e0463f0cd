export interface KnownAndNew {
  readonly known: number
  readonly new: number
}

export interface SpeakerCounts extends KnownAndNew {
  /** Those whom the report does not name: they are in no list of actors. */
  readonly unnamed: number
}

/** The result of reading one report. */
export interface ReadingSummary {
  /** The source's slug. */
  readonly source: string
  /** Whether the graph held the text already. */
  readonly isKnown: boolean
  /** The source that it is a later version or a copy of, and how many statements are the same as there. */
  readonly earlier?:
    | { readonly slug: string; readonly relation: 'VERSION' | 'COPY'; readonly same: number }
    | undefined
  readonly statements: number
  readonly accepted: number
  /** The language of a report that is stored without statements, as it is none that is read. */
  readonly unread: string | undefined
  readonly speakers: SpeakerCounts
  readonly claims: KnownAndNew
}

/** The result of reading many reports. */
export class Totals {
  reports = 0
  known = 0
  statements = 0
  accepted = 0
  /** Reports in languages that are not read. */
  unread = 0
  speakers = { known: 0, new: 0, unnamed: 0 }
  claims = { known: 0, new: 0 }

  add(summary: ReadingSummary): void {
    this.reports++
    if (summary.isKnown) this.known++
    this.statements += summary.statements
    this.accepted += summary.accepted
    if (summary.unread !== undefined) this.unread++
    for (const what of ['speakers', 'claims'] as const) {
      this[what].known += summary[what].known
      this[what].new += summary[what].new
    }
    this.speakers.unnamed += summary.speakers.unnamed
  }
}
