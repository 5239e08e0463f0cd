import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

/** A node while its place is sought; where it has `fx` and `fy`, it has its place. */
export interface Body extends SimulationNodeDatum {
  x: number
  y: number
}

export type Tie = SimulationLinkDatum<Body>

/**
 * A node and its label are twice as wide as high, and so is the frame: circles are laid out on a plane that is then
 * pressed flat.
 */
export const FLATNESS = 0.5

const ROOM_OF_NODE = 60
const LINK_LENGTH = 150
const PUSH = -1100
/** Further than this nobody is pushed: what hangs together with nothing else would fly off. */
const REACH = 700
const GRAVITY = 0.05

/** What moves the nodes. There is chance in it, but always the same: one begins from the same number each time. */
export const forcesOn = (bodies: Body[], ties: Tie[]): Simulation<Body, Tie> =>
  forceSimulation<Body, Tie>(bodies)
    .stop()
    .force('ties', forceLink<Body, Tie>(ties).distance(LINK_LENGTH))
    .force('apart', forceManyBody().strength(PUSH).distanceMax(REACH))
    .force('across', forceX(0).strength(GRAVITY))
    .force('down', forceY(0).strength(GRAVITY))
    .force('room', forceCollide(ROOM_OF_NODE).iterations(2))
