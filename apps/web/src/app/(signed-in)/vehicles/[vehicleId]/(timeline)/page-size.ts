/** Entries that the server sends with the page, and that each further read brings. */
export const pageSize = 40;
