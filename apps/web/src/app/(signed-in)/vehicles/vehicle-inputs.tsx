'use client';

import type { InputHTMLAttributes, ReactNode } from 'react';
import { LabelLine } from '@/ui/label-line';
import { useOwnFault } from '@/ui/use-own-fault';
import type { Named } from '../named-currencies';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly hint?: string;
  readonly wide?: boolean;
}

type TextFieldProps = FieldProps & {
  /** Values that are offered while typing. */
  readonly list?: readonly string[];
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'required' | 'inputMode' | 'pattern' | 'maxLength' | 'onInput' | 'onFocus'
  >;

export function TextField({ value, list, name, label, hint, wide, onInput, ...rest }: TextFieldProps) {
  const { fault: told, ...input } = rest;
  const own = useOwnFault();
  const fault = own.fault ?? told;
  return (
    <Field {...{ name, label, fault, hint, wide }}>
      <input
        id={name}
        name={name}
        defaultValue={value}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={`${name}-fault`}
        {...(list && { list: `${name}-list` })}
        maxLength={120}
        {...input}
        onInvalid={own.onInvalid}
        onInput={(event) => {
          own.forget();
          onInput?.(event);
        }}
      />
      {list && (
        <datalist id={`${name}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export function SelectField({ value, options, ...field }: FieldProps & { options: readonly Named[] }) {
  const { name, fault } = field;
  return (
    <Field {...field}>
      <select
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={`${name}-fault`}
        aria-invalid={fault !== undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

type BoxProps = Pick<FieldProps, 'name' | 'label' | 'fault'> & {
  readonly hint?: string | undefined;
  readonly wide?: boolean | undefined;
  /** What is said of the value, below it. */
  readonly beneath?: ReactNode;
  readonly children: ReactNode;
};

export function Field({ name, label, hint, fault, wide, beneath, children }: BoxProps) {
  return (
    <div className={wide ? 'field field--w' : 'field'}>
      <LabelLine of={name} hint={hint}>
        {label}
      </LabelLine>
      <span className={fault ? 'inp inp--words inp--bad' : 'inp inp--words'}>{children}</span>
      <p id={`${name}-fault`} className="fault">
        {fault}
      </p>
      {beneath}
    </div>
  );
}
