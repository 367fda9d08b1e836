interface Entry {
  readonly words: string;
  readonly colour: string;
  /** Drawn as an outline, as what came back is. */
  readonly outlined: boolean;
  readonly x: number;
  readonly line: number;
}

export interface Legend {
  readonly height: number;
  /** Draws it below a point. */
  draw(context: CanvasRenderingContext2D, left: number, top: number): void;
}

const lineHeight = 22;
const swatch = 10;
const afterSwatch = 6;
const between = 18;
const transparent = 'rgba(0, 0, 0, 0)';

/** The legend of a figure as a picture has it: without it, a stack is colours that say nothing. */
export function legendOf(figure: HTMLElement, width: number): Legend {
  const { color, fontFamily } = getComputedStyle(figure);
  const font = `400 13px ${fontFamily}`;
  const measuring = document.createElement('canvas').getContext('2d')!;
  measuring.font = font;
  const entries: Entry[] = [];
  let [x, line] = [0, 0];
  for (const item of figure.querySelectorAll('.legend li')) {
    const words = item.textContent.trim();
    const wide = swatch + afterSwatch + measuring.measureText(words).width;
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    entries.push({ words, ...colourOf(item), x, line });
    x += wide + between;
  }
  return {
    height: entries.length === 0 ? 0 : (line + 1) * lineHeight,
    draw(context, left, top) {
      context.font = font;
      for (const { words, colour, outlined, x: at, line: below } of entries) {
        const y = top + below * lineHeight;
        if (outlined) {
          context.strokeStyle = colour;
          context.lineWidth = 1.5;
          context.strokeRect(left + at + 0.75, y + 0.75, swatch - 1.5, swatch - 1.5);
        } else {
          context.fillStyle = colour;
          context.fillRect(left + at, y, swatch, swatch);
        }
        context.fillStyle = color;
        context.fillText(words, left + at + swatch + afterSwatch, y + swatch);
      }
    },
  };
}

/** Of the swatch or the piece of line before the words. */
function colourOf(item: Element): Pick<Entry, 'colour' | 'outlined'> {
  const line = item.querySelector('path');
  if (line) return { colour: getComputedStyle(line).stroke, outlined: false };
  const { backgroundColor, borderTopColor } = getComputedStyle(item.querySelector('i')!);
  return backgroundColor === transparent
    ? { colour: borderTopColor, outlined: true }
    : { colour: backgroundColor, outlined: false };
}
