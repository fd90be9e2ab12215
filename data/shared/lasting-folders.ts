/** Folders of a site in which what a name stands for never changes: another content has another name. */
export const lastingFolders: readonly string[] = ['_astro', 'cells', 'numbers']
