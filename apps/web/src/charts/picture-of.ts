import { legendOf } from './picture-legend';

const scale = 2;
const margin = 24;
const titleHeight = 40;
const legendGap = 14;
/** What our style sheets say of a drawing; alone in a file it would be black on black. */
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A chart as it stands on the page, in its theme, with its title above it and its legend below. */
export async function pictureOf(figure: HTMLElement): Promise<Blob> {
  const shown = [...figure.querySelectorAll<SVGSVGElement>('svg[role="img"]')].find(
    (each) => each.getBoundingClientRect().width > 0,
  );
  if (!shown) throw new Error('The figure has no drawing');
  const { width, height } = shown.viewBox.baseVal;
  const image = await rendered(styledCopy(shown, width, height));
  const legend = legendOf(figure, width);
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (height + 2 * margin + titleHeight + (legend.height && legend.height + legendGap)) * scale;
  const ink = getComputedStyle(figure);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = ink.color;
  context.font = `600 16px ${ink.fontFamily}`;
  context.fillText(figure.querySelector('h2')?.textContent ?? '', margin, margin + 16);
  context.drawImage(image, margin, margin + titleHeight, width, height);
  legend.draw(context, margin, margin + titleHeight + height + legendGap);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty'))), 'image/png'),
  );
}

function styledCopy(shown: SVGSVGElement, width: number, height: number): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const originals = shown.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, index) => {
    const computed = getComputedStyle(originals[index]!);
    for (const name of drawn) element.style.setProperty(name, computed.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * scale));
  copy.setAttribute('height', String(height * scale));
  return copy;
}

async function rendered(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  return image;
}
