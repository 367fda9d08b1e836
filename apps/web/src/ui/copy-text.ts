/** Copies a text. Where pages come by plain http, browsers have no clipboard: there it is copied out of a field, as it used to be. */
export async function copyText(text: string): Promise<void> {
  if ('clipboard' in navigator) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  // In a dialog, which keeps the focus to itself.
  const place = document.activeElement?.parentElement ?? document.body;
  place.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
