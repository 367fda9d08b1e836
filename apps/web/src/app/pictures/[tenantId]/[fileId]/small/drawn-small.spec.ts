import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawnSmall } from './drawn-small';

/** Red on the left, blue on the right. */
const halves = (width: number, height: number) =>
  sharp({ create: { width: width / 2, height, channels: 3, background: '#c00' } }).extend({
    right: width / 2,
    background: '#00c',
  });

const colourAt = async (picture: Uint8Array, left: number, top: number) => {
  const dot = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return dot[0]! > dot[2]! ? 'red' : 'blue';
};

describe('a picture is drawn as small as a row shows it', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('of %s', async (format) => {
    const small = await drawnSmall(await halves(4000, 3000).toFormat(format).toBuffer());
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 216, height: 144 });
    expect(await colourAt(small!, 10, 70)).toBe('red');
    expect(small!.byteLength).toBeLessThan(5000);
  });

  test('of a hundred million pixels, where they are drawn line by line', { tags: ['thorough'] }, async () => {
    const small = await drawnSmall(await halves(12_000, 9000).jpeg().toBuffer());
    expect(await sharp(small).metadata()).toMatchObject({ width: 216, height: 144 });
  });

  test('upright, and without what the camera wrote beside it', async () => {
    const taken = await halves(1600, 1200)
      .withExif({ IFD0: { Model: 'Phone' }, IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const small = await drawnSmall(taken);
    expect(await sharp(small).metadata()).not.toHaveProperty('exif');
    expect([await colourAt(small!, 96, 10), await colourAt(small!, 96, 134)]).toEqual(['red', 'blue']);
  });

  test('as large as it is where it is smaller', async () => {
    expect(await sharp(await drawnSmall(await halves(40, 30).png().toBuffer())).metadata()).toMatchObject({
      width: 40,
      height: 30,
    });
  });
});

describe('nothing is drawn of', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';
  test.each([
    ['what is no picture', async () => Buffer.from('%PDF-1.7')],
    ['what runs in a browser', async () => Buffer.from(svg)],
    ['a picture that is torn', async () => (await halves(400, 300).png().toBuffer()).subarray(0, 60)],
    ['a large JPEG that is held whole', () => halves(10_000, 6000).jpeg({ progressive: true }).toBuffer()],
    ['one that would fill the memory', () => halves(11_000, 11_000).png({ compressionLevel: 1 }).toBuffer()],
  ])('%s', drawsNothing);
  test.each([
    ['a large PNG that is held whole', () => halves(10_000, 6000).png({ progressive: true }).toBuffer()],
  ])('%s', { tags: ['thorough'] }, drawsNothing);

  async function drawsNothing(_what: string, picture: () => Promise<Buffer>): Promise<void> {
    expect(await drawnSmall(await picture())).toBeUndefined();
  }
});
