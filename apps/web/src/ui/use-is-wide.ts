import { useSyncExternalStore } from 'react';

/** From where frame.css shows what is for desktops. */
const wide = () => matchMedia('(min-width: 960px)');

/** Whether the window has room for what is for desktops. The server, which knows no window, takes it for a phone's. */
export const useIsWide = () =>
  useSyncExternalStore(
    onWidth,
    () => wide().matches,
    () => false,
  );

function onWidth(changed: () => void): () => void {
  const query = wide();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
