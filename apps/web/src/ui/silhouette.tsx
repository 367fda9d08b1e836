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

/** The hub's radius is a fixed 0.62 of the rim's, as drawn. */
function draw(drawing: Drawing, cropped: boolean): ReactElement {
  return (
    <svg className="sil" viewBox={cropped ? drawing.crop : '0 0 240 88'} aria-hidden="true">
      {drawing.paths.map(([stroke, d]) => (
        <path key={d} className={stroke} d={d} />
      ))}
      {drawing.wheels.map(({ x, y, r }) => (
        <g key={x}>
          <circle className="w" cx={x} cy={y} r={r} />
          <circle className="h" cx={x} cy={y} r={2.6} />
          <circle className="l" cx={x} cy={y} r={r * 0.62} />
        </g>
      ))}
      {drawing.over && <path className="k" d={drawing.over} />}
    </svg>
  );
}
