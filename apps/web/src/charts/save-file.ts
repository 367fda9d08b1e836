/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; before, some browsers would find nothing behind the address.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
