/** The conditions under which a build takes each package from its source, as the tests do. */
export const conditions = ['source', 'module', 'import', 'default'];
