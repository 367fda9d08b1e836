/** A header of the request, set by ourselves: pages are not told their address. */
export const askedPageHeader = 'x-asked-page';
