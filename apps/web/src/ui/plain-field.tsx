'use client';

import type { InputHTMLAttributes } from 'react';
import { describedBy } from './described-by';
import { LabelLine } from './label-line';
import { useOwnFault } from './use-own-fault';

type PlainFieldProps = {
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'defaultValue'
  | 'type'
  | 'inputMode'
  | 'pattern'
  | 'minLength'
  | 'maxLength'
  | 'required'
  | 'autoFocus'
>;

/** A labelled field that the browser checks by its own rules, and that says in our words what is wrong. */
export function PlainField({ name, id = name, label, hint, required = true, ...input }: PlainFieldProps) {
  const { fault, onInvalid, forget } = useOwnFault();
  return (
    <div className="field">
      <LabelLine of={id} hint={hint}>
        {label}
      </LabelLine>
      <span className={fault ? 'inp inp--words inp--bad' : 'inp inp--words'}>
        <input
          id={id}
          name={name}
          aria-describedby={describedBy(id, { hint, fault })}
          aria-invalid={fault !== undefined}
          required={required}
          onInvalid={onInvalid}
          onInput={forget}
          {...input}
        />
      </span>
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

/** The shortest password that the identity provider takes. */
export const leastPasswordLength = 8;
