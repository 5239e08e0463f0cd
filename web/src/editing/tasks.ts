/** What can be done to a node on its page: in the address, such as `?edit=actor_17`. */
export const deskTasks = ['edit', 'merge', 'remove'] as const
export type DeskTask = (typeof deskTasks)[number]

export const taskWords: Readonly<Record<DeskTask, string>> = {
  edit: 'Edit',
  merge: 'Merge',
  remove: 'Remove',
}
