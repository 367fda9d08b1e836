/** What was done to a page before it came to life, in order. Taking it ends the keeping. */
interface EarlyActions {
  readonly take: () => Event[];
}

declare global {
  interface Window {
    odologEarly?: EarlyActions;
  }
}

/**
 * Runs in the head of every page before anything can be pressed: keeps clicks on buttons, sent forms, changed fields and
 * the first key, none of which anything would answer yet. They go no further, so that nothing can count twice. Stands in
 * the page as its own source text, hence nothing from outside it.
 */
function keepEarlyActions(): void {
  const types = ['click', 'submit', 'input', 'change', 'keydown'];
  const kept: Event[] = [];

  function waits(event: Event): boolean {
    const { target } = event;
    if (!(target instanceof Element)) return false;
    if (event.type === 'click') {
      // A press on what sends a form is followed by the sending itself.
      const button = target.closest('button');
      return button !== null && (button.type !== 'submit' || button.form === null);
    }
    return event.type !== 'keydown' || isFirstKeyForThePage(event as KeyboardEvent, target);
  }
  function isFirstKeyForThePage({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, target: Element): boolean {
    if (key.length > 1 || ctrlKey || metaKey || altKey || kept.some(isKey)) return false;
    return target.closest('input, textarea, select, button') === null;
  }
  function isKey({ type }: Event): boolean {
    return type === 'keydown';
  }
  function keep(event: Event): void {
    if (!waits(event)) return;
    event.stopImmediatePropagation();
    if (event.type === 'submit') event.preventDefault();
    kept.push(event);
  }

  for (const type of types) window.addEventListener(type, keep, true);
  window.odologEarly = {
    take: () => {
      for (const type of types) window.removeEventListener(type, keep, true);
      return kept;
    },
  };
}

export const earlyActionsScript = `(${keepEarlyActions.toString()})()`;
