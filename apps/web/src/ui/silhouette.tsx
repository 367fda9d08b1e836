import { drawings, type Drawing, type DrawingName } from './drawings';

interface SilhouetteProps {
  readonly kind: string;
  /** Only the vehicle, to stand at the left of a floor; otherwise the whole field, so that a column lines up. */
  readonly cropped?: boolean;
}

/** A vehicle seen from the side. The hub's radius is a fixed 0.62 of the rim's, as drawn. */
export function Silhouette({ kind, cropped = false }: SilhouetteProps) {
  const drawing: Drawing = drawings[(kind in drawings ? kind : 'car') as DrawingName];
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
