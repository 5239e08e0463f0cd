/** The tables whose texts are found by their words. */
export const indexedTables = {
  label: 'null::text as title, text',
  claim: 'null::text as title, text',
  statement: 'null::text as title, text',
  source: 'title, text',
} as const
export type IndexedTable = keyof typeof indexedTables

const writing = /^\s*(?:(insert into|delete from)|update) "?(label|claim|statement|source)"?(?: as \w+)?\b/i
/** What of an update touches a text. */
const setsText = /^\s*update [\s\S]*?\bset\b[\s\S]*?"?\b(?:text|title)"? = /i

/** Which of them a statement writes texts of, or takes rows from; null where it does neither. */
export function writtenTable(sql: string): IndexedTable | null {
  const found = writing.exec(sql)
  if (!found) return null
  return found[1] || setsText.test(sql) ? (found[2] as IndexedTable) : null
}

const removing = /^\s*delete from "?entity"?( where [\s\S]*)$/i

/** What finds the labels that go with entities, where a statement removes some; null where it does not. */
export function labelsRemovedBy(sql: string): string | null {
  const [, which] = removing.exec(sql) ?? []
  return which === undefined
    ? null
    : `select id from label where entity_id in (select id from entity${which})`
}
