import type { ReactElement } from 'react';
import { drawings, type Drawing, type DrawingName } from './drawings';

interface SilhouetteProps {
  readonly kind: string;
  /** Only the vehicle, to stand at the left of a floor; otherwise the whole field, so that a column lines up. */
  readonly cropped?: boolean;
}

/** Each is one element however many vehicles look like it: React writes it into a page once, and then names it. */
const drawn = new Map<string, ReactElement>();

/** A vehicle seen from the side. */
export function Silhouette({ kind, cropped = false }: SilhouetteProps) {
  const name = (kind in drawings ? kind : 'car') as DrawingName;
  const key = cropped ? `${name}, cropped` : name;
  const known = drawn.get(key);
  if (known) return known;
  const element = draw(drawings[name], cropped);
  drawn.set(key, element);
  return element;
}

/** Its parts go into the page past React, which would look at each: they were half of a garage's elements. */
function draw(drawing: Drawing, cropped: boolean): ReactElement {
  return (
    <svg
      className="sil"
      viewBox={cropped ? drawing.crop : '0 0 240 88'}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: partsOf(drawing) }}
    />
  );
}

/** The hub's radius is a fixed 0.62 of the rim's, as drawn. */
function partsOf({ paths, wheels, over }: Drawing): string {
  const path = (stroke: string, d: string) => `<path class="${stroke}" d="${d}"/>`;
  const circles = wheels.flatMap(({ x, y, r }) => {
    const circle = (stroke: string, radius: number) =>
      `<circle class="${stroke}" cx="${x}" cy="${y}" r="${radius}"/>`;
    return [circle('w', r), circle('h', 2.6), circle('l', r * 0.62)];
  });
  return [...paths.map(([stroke, d]) => path(stroke, d)), ...circles, over ? path('k', over) : ''].join('');
}
