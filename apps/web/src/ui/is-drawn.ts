const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether browsers draw a file of that kind. A phone's HEIC they only save. */
export const isDrawn = (mediaType: string): boolean => drawn.includes(mediaType);
