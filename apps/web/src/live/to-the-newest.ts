/** Told when one goes to the newest entry of the timeline that is open: what was held back further down is wanted. */
export const newestWanted = 'odolog:newest';

const timeline = /^\/vehicles\/[0-9a-f-]{36}$/;

/** Goes to the top of all of a timeline where one is in it; says whether one is. Its page need not be read again. */
export function goToTheNewest(): boolean {
  if (!isInTheWhole()) return false;
  window.scrollTo({ top: 0 });
  document.dispatchEvent(new Event(newestWanted));
  return true;
}

/** Where `/timeline` leads: to that of the vehicle that was looked at last, all of it, from its newest entry on. */
function isInTheWhole(): boolean {
  const { pathname, search } = window.location;
  const narrowing = [...new URLSearchParams(search).keys()].filter((name) => name !== 'event');
  return timeline.test(pathname) && narrowing.length === 0;
}
