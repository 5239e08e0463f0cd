import type { Me } from './me.ts'

interface SignInNoticeProps {
  readonly me: Me
  /** What writing is needed for, such as “To review what reports propose”. */
  readonly purpose: string
}

/** For whoever may not write: what would help. Nothing while it is not known who they are. */
export const SignInNotice = ({ me: { user, mayWrite }, purpose }: SignInNoticeProps) =>
  mayWrite || user === undefined ? null : (
    <div class="notice quiet" role="note">
      {user ? (
        <p>
          {purpose}, you need the role of an editor, and <bdi>{user.name}</bdi> may only read. Whoever runs
          this server can change that.
        </p>
      ) : (
        <p>
          {purpose}, <a href="/sign-in">sign in</a>. Everybody may read; only editors may write.
        </p>
      )}
    </div>
  )
