/** What was done to a page, or to a piece of it, before it came to life, in order. */
interface EarlyActions {
  /** Those that can be answered by now. Only what is done to pieces that still sleep is kept from then on. */
  readonly take: () => Event[];
}

declare global {
  interface Window {
    odologEarly?: EarlyActions;
  }
}

/**
 * Runs in the head of every page before anything can be pressed: keeps clicks on buttons, sent forms, changed fields and
 * the first key, none of which anything would answer yet. They go no further, so that nothing can count twice. A piece whose
 * code comes later (`data-asleep`) keeps its own until it wakes; keys are answered by the page around it, and what was pressed is
 * forgotten with a piece that they take away. Stands in the page as its own source text, hence nothing from outside it.
 */
function keepEarlyActions(): void {
  const types = ['click', 'submit', 'input', 'change', 'keydown'];
  let kept: Event[] = [];
  let pageIsAwake = false;

  function sleeps({ target }: Event): boolean {
    return target instanceof Element && target.closest('[data-asleep]') !== null;
  }
  function waits(event: Event): boolean {
    const { target } = event;
    if (!(target instanceof Element) || (pageIsAwake && !sleeps(event))) return false;
    if (event.type === 'click') {
      // A press on what sends a form is followed by the sending itself.
      const button = target.closest('button');
      return button !== null && (button.type !== 'submit' || button.form === null);
    }
    return (
      !isKey(event) || (!pageIsAwake && !kept.some(isKey) && isForThePage(event as KeyboardEvent, target))
    );
  }
  function isKey({ type }: Event): boolean {
    return type === 'keydown';
  }
  function isForThePage({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, target: Element): boolean {
    if (ctrlKey || metaKey || altKey || target.closest('input, textarea, select')) return false;
    return key === 'Escape' || (key.length === 1 && key !== ' ');
  }
  /** The framework would swallow the key of whoever is in a piece that sleeps. */
  function handOn(event: KeyboardEvent): void {
    const { key, code, shiftKey, target } = event;
    if (!isForThePage(event, target as Element)) return;
    event.stopImmediatePropagation();
    const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
    if (!document.body.dispatchEvent(again)) event.preventDefault();
  }
  function keep(event: Event): void {
    if (pageIsAwake && isKey(event) && sleeps(event)) handOn(event as KeyboardEvent);
    else if (waits(event)) hold(event);
  }
  function hold(event: Event): void {
    event.stopImmediatePropagation();
    if (event.type === 'submit') event.preventDefault();
    kept.push(event);
  }

  for (const type of types) window.addEventListener(type, keep, true);
  window.odologEarly = {
    take: () => {
      pageIsAwake = true;
      const taken = kept.filter((event) => isKey(event) || !sleeps(event));
      kept = kept.filter((event) => !taken.includes(event));
      if (!document.querySelector('[data-asleep]'))
        for (const type of types) window.removeEventListener(type, keep, true);
      return taken;
    },
  };
}

export const earlyActionsScript = `(${keepEarlyActions.toString()})()`;
