import sharp from 'sharp';

/** What a row shows, on a display with three dots for each of its pixels. */
const size = { width: 216, height: 144 };
/** More than any phone takes. What says that it is larger is made to fill the memory. */
const limitInputPixels = 120_000_000;
/** Of what is not drawn line by line, but held whole: a progressive JPEG takes six bytes for each pixel. */
const mostHeldWhole = 50_000_000;
const mostSeconds = 10;

// Each picture is drawn once for a browser: what others are drawn by is not to be kept from them.
sharp.cache(false);
sharp.concurrency(1);
// Of all that the library reads, what is shown by pages.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
});

/**
 * A picture upright and cut to what a row has room for, as WebP, without what a camera writes beside it.
 *
 * @returns nothing for what is no picture, is torn, or would take too much to draw
 */
export async function drawnSmall(picture: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const { width, height, format, isProgressive } = await sharp(picture, { limitInputPixels }).metadata();
    if ((isProgressive || format === 'webp') && width * height > mostHeldWhole) return undefined;
    const drawn = await sharp(picture, { limitInputPixels, autoOrient: true })
      .resize({ ...size, fit: 'cover', withoutEnlargement: true })
      .webp({ quality: 75 })
      .timeout({ seconds: mostSeconds })
      .toBuffer();
    return new Uint8Array(drawn);
  } catch {
    return undefined;
  }
}
