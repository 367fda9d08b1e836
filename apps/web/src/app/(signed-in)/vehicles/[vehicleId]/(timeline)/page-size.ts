/** Entries that the server renders with the page, and that scrolling brings at a time. */
export const pageSize = { first: 30, below: 100 } as const;
