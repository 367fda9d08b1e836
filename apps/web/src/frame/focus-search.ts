/** Asks the page for its search field; a page that folds it away brings it out. */
export const searchWanted = 'odolog:search';

/** Brings the cursor to the page's search field, or opens the jump dialog where there is none. */
export function focusSearch(): void {
  const asked = new Event(searchWanted, { cancelable: true });
  const nobodyAnswered = document.dispatchEvent(asked);
  if (nobodyAnswered) openJump();
}

/** Opens the jump dialog, also where the page has a search field of its own. */
export function openJump(): void {
  document.querySelector<HTMLElement>('[data-jump]')?.click();
}
