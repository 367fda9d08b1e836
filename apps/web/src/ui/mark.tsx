import type { Family } from '@odolog/events';
import { eventMarks } from './event-marks.gen';

export type MarkState = 'plain' | 'full' | 'partial' | 'missed' | 'void' | 'stacked';

/** Shape is the family, icon the type, fill the state, colour last. */
const shapes: Readonly<Record<Family, keyof typeof outlines>> = {
  fuel: 'circle',
  charge: 'circle',
  work: 'square',
  inspection: 'square',
  money: 'tag',
  reading: 'diamond',
  paper: 'page',
  reminder: 'circle',
  life: 'tag',
};

/** A type that this version of the page does not know yet still has a place: a plain disc. */
const unknown = {
  family: undefined,
  drawing: '<circle cx="12" cy="12" r="10"/><circle cx="12" cy="12" r="1"/>',
};

export const markTypes = Object.keys(eventMarks);

const markOf = (type: string) => eventMarks[type] ?? unknown;

/** The icon of a type by itself. */
export function TypeIcon({ type, className }: { type: string; className: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markOf(type).drawing }}
    />
  );
}

/** A list has dozens of marks of a dozen parts each: they go into the page as they are, past React, which would look at every part. */
export function Mark({
  type,
  state = 'plain',
  small = false,
}: {
  type: string;
  state?: MarkState;
  small?: boolean;
}) {
  const { family } = markOf(type);
  return (
    <span
      className={`mark mark--${family ?? 'life'} mark--${state}${small ? ' mark--sm' : ''}`}
      dangerouslySetInnerHTML={{ __html: drawingOf(type, state) }}
    />
  );
}

function drawingOf(type: string, state: MarkState): string {
  const { family, drawing } = markOf(type);
  const half = '<path d="M1.6 16A14.4 14.4 0 0 0 30.4 16Z"/>';
  return [
    svg('s', 32, outlines[family ? shapes[family] : 'circle']),
    state === 'partial' ? svg('s half', 32, half) : '',
    svg('i', 24, drawing),
  ].join('');
}

const svg = (className: string, size: number, parts: string) =>
  `<svg class="${className}" viewBox="0 0 ${size} ${size}" aria-hidden="true">${parts}</svg>`;

const outlines = {
  circle: '<circle cx="16" cy="16" r="14.4"/>',
  square: '<rect x="2.4" y="2.4" width="27.2" height="27.2" rx="7"/>',
  diamond: '<rect x="6" y="6" width="20" height="20" rx="4.5" transform="rotate(45 16 16)"/>',
  tag: '<path d="M11.5 3H26a3.6 3.6 0 0 1 3.6 3.6v18.8A3.6 3.6 0 0 1 26 29H11.5a4 4 0 0 1-3.1-1.5L1.9 18.2a3.2 3.2 0 0 1 0-4.4L8.4 4.5A4 4 0 0 1 11.5 3Z"/>',
  page: '<path d="M8 2.4H19.2L27.6 10.8V26A3.6 3.6 0 0 1 24 29.6H8A3.6 3.6 0 0 1 4.4 26V6A3.6 3.6 0 0 1 8 2.4Z"/>',
} as const;
