/** An actor of the graph, or the name under which a new one is proposed. */
export type Speaker = { slug: string } | { proposed: string }
