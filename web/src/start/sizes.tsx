interface Props {
  readonly stats: Readonly<Record<string, number>>
}

/** How much the graph holds. */
export const Sizes = ({ stats }: Props) => (
  <dl class="sizes" aria-label="Size of the graph">
    {Object.entries(stats).map(([name, size]) => (
      <div key={name}>
        <dt>{size === 1 ? name.replace(/s$/, '') : name}</dt>
        <dd>{size.toLocaleString('en')}</dd>
      </div>
    ))}
  </dl>
)
