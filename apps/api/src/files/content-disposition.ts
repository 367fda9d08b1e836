const longestName = 200;

/** A file's name without a path, without what cannot be shown, and no longer than a screen is wide. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}"]/gu, '')
    .trim()
    .slice(0, longestName);
  return shown === '' || /^[.]+$/.test(shown) ? 'file' : shown;
}

/** RFC 6266: always to be saved, never to be shown in the place of a page of ours. */
export function attachmentNamed(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
