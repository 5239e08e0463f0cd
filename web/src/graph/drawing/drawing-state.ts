import { type LinkType, linkTypes } from '../../../../src/values/vocabulary.ts'
import { NODE_KINDS, type NodeKind, type Omitted } from './graph-data.ts'

export interface Position {
  readonly x: number
  readonly y: number
}
export type Positions = ReadonlyMap<string, Position>

/** What is in the middle of the frame, and how many of the screen's units are one of the drawing's. */
export interface Camera extends Position {
  readonly scale: number
}

/** What the address says of a drawing, beside what it is a drawing of. */
export interface DrawingState {
  readonly omitted: Omitted
  /** Where the reader put nodes. */
  readonly pins: Positions
  /** Null: all of it, as large as there is room. */
  readonly camera: Camera | null
  readonly selected: string | null
}

const commaSeparated = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean)

export function linkTypesIn(params: URLSearchParams): LinkType[] {
  const without = commaSeparated(params.get('without'))
  return linkTypes.filter((type) => without.includes(type))
}

export function drawingStateIn(params: URLSearchParams): DrawingState {
  const kinds = commaSeparated(params.get('withoutKinds'))
  return {
    omitted: {
      types: linkTypesIn(params),
      kinds: NODE_KINDS.filter((kind) => kinds.includes(kind)),
      slugs: commaSeparated(params.get('leftOut')),
    },
    pins: pinsIn(params.get('at') ?? ''),
    camera: cameraIn(params.get('zoom') ?? ''),
    selected: params.get('selected'),
  }
}

const pin = /^([a-z0-9-]+):(-?\d{1,5}),(-?\d{1,5})$/

function pinsIn(text: string): Positions {
  const pins = text.split(';').flatMap((each): [string, Position][] => {
    const [, slug = '', x, y] = pin.exec(each) ?? []
    return slug ? [[slug, { x: Number(x), y: Number(y) }]] : []
  })
  return new Map(pins)
}

export const pinsText = (pins: Positions): string =>
  [...pins].map(([slug, { x, y }]) => `${slug}:${Math.round(x)},${Math.round(y)}`).join(';')

function cameraIn(text: string): Camera | null {
  const [, x, y, percent] = /^(-?\d{1,5}),(-?\d{1,5}),(\d{1,4})$/.exec(text) ?? []
  return percent && Number(percent) > 0 ? { x: Number(x), y: Number(y), scale: Number(percent) / 100 } : null
}

export const cameraText = ({ x, y, scale }: Camera): string =>
  `${Math.round(x)},${Math.round(y)},${Math.max(1, Math.round(scale * 100))}`

/** Leaves out of a list what is in it, and takes in what is not. */
export const toggled = <Value extends string>(list: readonly Value[], value: Value): Value[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]

export const kindParams = (kinds: readonly NodeKind[]) => ({ withoutKinds: kinds.join(',') })
export const linkTypeParams = (types: readonly LinkType[]) => ({ without: types.join(',') })
