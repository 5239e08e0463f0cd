/** The package has no types of its own. */
declare module 'world-atlas/land-50m.json' {
  const world: import('topojson-specification').Topology<{
    land: import('topojson-specification').GeometryCollection
  }>
  export default world
}
