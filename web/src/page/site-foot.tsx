export const SiteFoot = () => (
  <footer class="site-foot">
    <a href="/graphql">GraphiQL</a>
    <a href="/schema.graphql">Schema</a>
    <span>Hearsay shows who says what. Whether it is true is for you to judge.</span>
  </footer>
)
