import { parse } from 'yaml'
import { isTooDeep } from '../../text/yaml-depth.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import { type About, reportDate, urlIn } from './report.ts'

/** Markdown as plain text: its words without its marks. What stands before it between dashes tells about it. */
export function readMarkdown(markdown: string): About & { readonly text: string } {
  const { about, body } = frontMatter(markdown.replace(/\r\n?/g, '\n'))
  const lines = withoutElements(body).split('\n').map(plainLine)
  const text = lines
    .filter((line) => line !== null)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { title: headingOf(body), ...about, text }
}

function frontMatter(text: string): { about: About; body: string } {
  const match = /^\ufeff?---[ \t]*\n([\s\S]{0,10000}?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (!match) return { about: {}, body: text }
  const said = (key: string): string | undefined => {
    const value = frontMatterFields(match[1] as string)[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const all: About = {
    title: said('title'),
    author: said('author'),
    publisher: said('publisher'),
    published: reportDate(said('date') ?? said('published')),
    url: urlIn(said('url') ?? said('canonical')),
    language: said('language') ?? said('lang'),
  }
  const about = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return { about, body: text.slice(match[0].length) }
}

/** Dates stay as they are written: YAML's core schema knows none. */
function frontMatterFields(yaml: string): Readonly<Record<string, unknown>> {
  if (isTooDeep(yaml)) return {}
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 10 })
    return isObjectLike(value) ? value : {}
  } catch {
    return {}
  }
}

const headingOf = (body: string): string | undefined => {
  const heading = /^#{1,2}[ \t]+(.{1,500})$/m.exec(body)?.[1]
  return heading === undefined
    ? undefined
    : inline(heading.replace(/[ \t]+#+[ \t]*$/, '')).trim() || undefined
}

/** Null for a line that is nothing but a mark. */
function plainLine(line: string): string | null {
  if (/^ {0,3}(```|~~~|={3,}|-{3,}|\*{3,}|_{3,})/.test(line)) return null
  if (/^ {0,3}\[[^\]\n]{1,200}\]:\s/.test(line)) return null
  if (/^[ \t|:-]+$/.test(line) && line.includes('|') && line.includes('-')) return null
  const bare = line
    .replace(/^(?:[ \t]{0,3}>[ \t]?)+/, '')
    .replace(/^ {0,3}#{1,6}[ \t]+/, '')
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?/, '')
  return inline(bare).trimEnd()
}

/** The address of a link, which may hold one pair of brackets. */
const target = String.raw`\([^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,200})?\)`
const image = new RegExp(String.raw`!\[[^[\]]{0,500}\]${target}`, 'g')
const link = new RegExp(String.raw`\[([^[\]]{0,1000})\]${target}`, 'g')

/** Every repetition has a bound and ends where another begins, so that no line takes longer than its length deserves. */
const inline = (text: string): string =>
  text
    .replace(image, '')
    .replace(link, '$1')
    .replace(/\[([^[\]]{1,1000})\]\[[^[\]]{0,200}\]/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]{1,2000})>/g, '$1')
    .replace(/<[a-zA-Z/!][^<>]{0,2000}>/g, '')
    .replace(/`{1,3}([^`]{1,1000})`{1,3}/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/~~([^~\n]{1,2000})~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1')

/** HTML may stand in Markdown; what a script or a style says is no part of the text. */
function withoutElements(text: string): string {
  let left = text
  for (const name of ['script', 'style']) left = withoutElement(left, `<${name}`, `</${name}>`)
  return withoutElement(left, '<!--', '-->')
}

function withoutElement(text: string, begin: string, end: string): string {
  const low = text.toLowerCase()
  if (low.length !== text.length) return text
  let [kept, at] = ['', 0]
  for (let from = low.indexOf(begin); from >= 0; from = low.indexOf(begin, at)) {
    const to = low.indexOf(end, from)
    kept += text.slice(at, from)
    at = to < 0 ? text.length : to + end.length
    if (to < 0) break
  }
  return kept + text.slice(at)
}
