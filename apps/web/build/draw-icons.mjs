// Draws the icons that an installed app shows, from the dial of the logo: `node build/draw-icons.mjs`, and commit them.
import sharp from 'sharp';

const web = new URL('../', import.meta.url);

/** The dial on a tile. `scale` is how much of the tile the drawing takes: a maskable one may lose its outer fifth. */
function tile({ scale, radius }) {
  const size = 24 * scale;
  const at = (24 - size) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="512" height="512">
    <rect width="24" height="24" rx="${radius}" fill="#07626b" />
    <svg x="${at}" y="${at}" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none">
      <circle cx="12" cy="12" r="8.7" stroke="#fff" stroke-width="2.4" />
      <path d="M12 12L19.8 4.2" stroke="#8ad8da" stroke-width="2.8" stroke-linecap="round" />
      <path d="M12 3.3V6.3M3.3 12H6.3" stroke="#fff" stroke-width="1.6" />
    </svg>
  </svg>`;
}

const rounded = tile({ scale: 0.78, radius: 5.2 });
const maskable = tile({ scale: 0.6, radius: 0 });
const icons = [
  { drawing: rounded, size: 192, file: 'public/icons/192.png' },
  { drawing: rounded, size: 512, file: 'public/icons/512.png' },
  { drawing: maskable, size: 512, file: 'public/icons/maskable-512.png' },
  { drawing: tile({ scale: 0.72, radius: 0 }), size: 180, file: 'src/app/apple-icon.png' },
];
for (const { drawing, size, file } of icons) {
  await sharp(Buffer.from(drawing)).resize(size).png({ palette: true }).toFile(new URL(file, web).pathname);
}
