'use client';

import { useId, type ReactNode } from 'react';
import { useFormContext, type FieldError } from 'react-hook-form';
import { LabelLine } from '@/ui/label-line';
import type { FormValues } from './form-values';

/** What a control needs to belong to its label and its fault. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

interface FormFieldProps {
  /** Where the value stands in the form, such as `data.volume.value`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly wide?: boolean;
  /** More classes for the box around the control. */
  readonly box?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, a box with a control in it, and below it what is wrong. */
export function FormField({ name, label, hint, wide = false, box = '', children }: FormFieldProps) {
  const id = useId();
  const { message } = useFault(name);
  return (
    <div className={wide ? 'field field--w' : 'field'}>
      <LabelLine of={id} hint={hint}>
        {label}
      </LabelLine>
      <span className={['inp', box, message && 'inp--bad'].filter(Boolean).join(' ')}>
        {children({
          id,
          'aria-invalid': message !== undefined,
          'aria-describedby': `${id}-hint ${id}-fault`,
        })}
      </span>
      <p id={`${id}-fault`} className="fault">
        {message}
      </p>
    </div>
  );
}

/** What is wrong at a place of the form. */
export function useFault(name: string): { message?: string } {
  const { formState, getFieldState } = useFormContext<FormValues>();
  const error: FieldError | undefined = getFieldState(name as 'date', formState).error;
  return error?.message ? { message: error.message } : {};
}
