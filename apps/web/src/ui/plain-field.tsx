import type { InputHTMLAttributes } from 'react';
import { LabelLine } from './label-line';

type PlainFieldProps = { readonly name: string; readonly label: string; readonly hint?: string } & Pick<
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

/** A labelled field that the browser checks by its own rules. */
export function PlainField({ name, label, hint, required = true, ...input }: PlainFieldProps) {
  return (
    <div className="field">
      <LabelLine of={name} hint={hint}>
        {label}
      </LabelLine>
      <span className="inp inp--words">
        <input
          id={name}
          name={name}
          {...(hint && { 'aria-describedby': `${name}-hint` })}
          required={required}
          {...input}
        />
      </span>
    </div>
  );
}

/** The shortest password that the identity provider takes. */
export const leastPasswordLength = 8;
