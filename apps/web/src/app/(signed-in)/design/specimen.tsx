import type { ReactNode } from 'react';

/** One state of a primitive, with its name below. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="specimen">
      <div>{children}</div>
      <span className="xs faint">{name}</span>
    </li>
  );
}

export function Specimens({ children }: { children: ReactNode }) {
  return <ul className="specimens">{children}</ul>;
}
