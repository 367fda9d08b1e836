import type { InputHTMLAttributes } from 'react';
import { describedBy } from './described-by';
import { LabelLine } from './label-line';
import { useOwnFault } from './use-own-fault';

interface UnitFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly unit?: string | undefined;
  readonly wide?: boolean;
  readonly words?: boolean;
}

/** A labelled field with the unit that it counts in, which says in our words what the browser finds wrong. */
export function UnitField({ id, label, hint, unit, wide = false, words = false, ...input }: UnitFieldProps) {
  const { fault, onInvalid, forget } = useOwnFault();
  return (
    <div className={`field${wide ? ' field--w' : ''}`}>
      <LabelLine of={id} hint={hint}>
        {label}
      </LabelLine>
      <span className={`inp${words ? ' inp--words' : ''}${fault ? ' inp--bad' : ''}`}>
        <input
          id={id}
          autoComplete="off"
          aria-describedby={describedBy(id, { hint, fault })}
          aria-invalid={fault !== undefined}
          onInvalid={onInvalid}
          onInput={forget}
          {...input}
        />
        {unit && <span className="muted">{unit}</span>}
      </span>
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
