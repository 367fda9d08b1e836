/** Twice what the widest card shows. */
const longestSidePx = 1280;
const quality = 0.85;

/**
 * A photo as large as it is ever shown, and without what a camera writes beside it, such as where it was taken.
 *
 * @throws DOMException for what this browser cannot draw
 */
export async function shrunkPhoto(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSidePx / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d')!;
  // What can be seen through has no place in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const shrunk = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!shrunk) throw new DOMException('It cannot be drawn', 'EncodingError');
  return new File([shrunk], 'photo.jpg', { type: 'image/jpeg' });
}
