/** Does again, on a page or a piece of it that has come to life, what was done to it before. */
export function replayEarlyActions(): void {
  const kept = window.odologEarly?.take() ?? [];
  const fields = new Set<Element>();
  for (const event of kept) {
    const target = event.target as HTMLElement;
    if (!target.isConnected) continue;
    if (event instanceof KeyboardEvent) target.dispatchEvent(new KeyboardEvent('keydown', pressed(event)));
    else if (event.type === 'submit') (target as HTMLFormElement).requestSubmit();
    // Pressed may be the icon in a button: a drawing cannot be pressed by itself.
    else if (event.type === 'click') target.closest('button')?.click();
    else if (!fields.has(target)) {
      fields.add(target);
      tellChange(target);
    }
  }
}

const pressed = ({ key, code, shiftKey }: KeyboardEvent) => ({
  key,
  code,
  shiftKey,
  bubbles: true,
  cancelable: true,
});

/** React takes the value that it finds at first for the one it rendered, and would not notice: it is told the other way round. */
function tellChange(field: Element): void {
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
    const { checked } = field;
    field.checked = !checked;
    setUntracked(field, 'checked', checked);
    field.dispatchEvent(new Event('click', { bubbles: true }));
  } else if (isText(field)) {
    const { value } = field;
    field.value = '';
    setUntracked(field, 'value', value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function isText(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'file');
}

/** By the element's own setter, past the one that React puts over it. */
function setUntracked(field: HTMLInputElement | HTMLTextAreaElement, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), name);
  own?.set?.call(field, value);
}
