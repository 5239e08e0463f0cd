import { stringify } from 'yaml'
import type { NodeFields } from '../model/history/named-forms.ts'
import type { Section } from '../values/node-kinds.ts'
import { EXPORTED_LANGUAGE } from './export-item.ts'
import type { DossierFormat } from './file-format.ts'
import { sections } from './sections.ts'

/** The pieces of text of which a dossier is put together as it is written. */
interface DossierTexts {
  readonly head: string
  /** @param index How many items of the section stand before it. */
  item(section: Section, item: NodeFields, index: number): string
  /** What follows the items of a section, of which there are so many. */
  end(section: Section, count: number): string
  readonly foot: string
}

const head = { hearsay: 1, language: EXPORTED_LANGUAGE }

const yaml: DossierTexts = {
  head: stringify(head),
  item: (section, item, index) => {
    const list = yamlOf({ [section]: [item] })
    return index === 0 ? `\n${list}` : list.slice(list.indexOf('\n') + 1)
  },
  end: () => '',
  foot: '',
}

/** As YAML 1.1 reads it too, in which `no` is false and 12:30 a number. No line is folded. */
const yamlOf = (value: unknown): string =>
  stringify(value, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false })

const json: DossierTexts = {
  head: `{\n"hearsay": ${head.hearsay},\n"language": ${JSON.stringify(head.language)}`,
  item: (section, item, index) =>
    `${index === 0 ? `,\n${JSON.stringify(section)}: [\n` : ',\n'}${JSON.stringify(item)}`,
  end: (_, count) => (count === 0 ? '' : '\n]'),
  foot: '\n}\n',
}

const jsonl: DossierTexts = {
  head: `${JSON.stringify(head)}\n`,
  item: (section, item) => `${JSON.stringify({ [sections[section].one]: item })}\n`,
  end: () => '',
  foot: '',
}

export const textsOfFormat: Readonly<Record<DossierFormat, DossierTexts>> = { yaml, json, jsonl }
