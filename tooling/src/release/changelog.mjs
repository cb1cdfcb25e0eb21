// How `changeset version` writes a changelog: what was written for people, without commit and without the list of
// dependencies that moved along.
export default {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}`,
  getDependencyReleaseLine: async () => '',
};
