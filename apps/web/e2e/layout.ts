import type { Page } from '@playwright/test';

/** How many pixels a page is wider than the window: what sticks out cannot be read without scrolling sideways. */
export function widthTooMuch(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/**
 * Pairs of words that lie on each other, of those that are in the flow of the page.
 *
 * @param within a selector, where the rest lies under what is open
 */
export function overlappingWords(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate((root) => {
    interface Piece {
      readonly node: Node;
      readonly words: string;
      readonly from: { left: number; right: number; top: number; bottom: number };
    }
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.querySelector(root)!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const words = node.textContent!.trim();
      if (
        !words ||
        parent.closest('.sr, .skip, script, style, option, svg, dialog, .bar, .top, .dot, .sheet__ft')
      )
        continue;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const box = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
        // What is cut off by an ancestor is not seen.
        for (let at: Element | null = parent; at; at = at.parentElement) {
          if (getComputedStyle(at).overflowX === 'visible') continue;
          const { left, right } = at.getBoundingClientRect();
          box.left = Math.max(box.left, left);
          box.right = Math.min(box.right, right);
        }
        if (box.right - box.left > 2 && rect.height > 2) pieces.push({ node, words, from: box });
      }
    }
    const slack = 3;
    const lieOnEachOther = ({ node: one, from: a }: Piece, { node: other, from: b }: Piece) =>
      // A word that ends in an ellipsis is there twice, whole and cut off.
      !(one === other && a.top === b.top) &&
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2 * slack;
    return pieces.flatMap((piece, at) =>
      pieces
        .slice(at + 1)
        .filter((other) => lieOnEachOther(piece, other))
        .map((other) => `${piece.words} / ${other.words}`),
    );
  }, within);
}

/** Figures that stand behind their unit on the line: "km 139,400", where letters go from left to right. */
export function figuresBehindUnits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const behind = new Set<string>();
    for (const piece of document.querySelectorAll('.num, .eco__fig')) {
      const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
      let figure: DOMRect | undefined;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement!.checkVisibility()) continue;
        for (const [index, letter] of [...node.textContent!].entries()) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const place = range.getBoundingClientRect();
          if (/\d/.test(letter)) figure = place;
          else if (/[a-z]/i.test(letter) && figure) {
            const isSameLine = place.top < figure.bottom && place.bottom > figure.top;
            if (isSameLine && place.left < figure.left)
              behind.add(`${piece.textContent} stands behind its unit`);
            figure = undefined;
          }
        }
      }
    }
    return [...behind];
  });
}

/** Figures of a page from right to left that do not stand at the left of their column, where it ends. */
export function figuresOffSide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.num:is(.r, .row__o, .row__c)')]
      .filter((piece) => {
        if (!piece.textContent || !piece.checkVisibility()) return false;
        const range = document.createRange();
        range.selectNodeContents(piece);
        const { left } = piece.getBoundingClientRect();
        const inside = left + parseFloat(getComputedStyle(piece).paddingLeft);
        return Math.abs(range.getBoundingClientRect().left - inside) > 2;
      })
      .map(({ textContent }) => `${textContent} stands off its side`),
  );
}

/** Paragraphs of which a part is not shown, since their line is too long. */
export function wordsCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main p')]
      .filter((paragraph) => paragraph.scrollWidth > paragraph.clientWidth)
      .map(({ innerText }) => innerText),
  );
}
