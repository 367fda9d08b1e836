'use client';

import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';
import { understoodDay } from '@/format/understood-day';
import { useViewer } from '@/format/viewer-context';
import { describedBy } from './described-by';
import { LabelLine } from './label-line';
import { useOwnFault } from './use-own-fault';

type DayFieldProps = {
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  /** While no day is chosen. */
  readonly hint?: string;
  /** More classes for the box around the control. */
  readonly box?: string;
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'defaultValue' | 'max' | 'required'>;

/** A day, chosen as the browser lets one choose it, and said in the viewer's own way at the end of its label's line. */
export function DayField({ name, id = name, label, hint, box = '', ...input }: DayFieldProps) {
  const { format } = useViewer();
  const { fault, onInvalid, forget } = useOwnFault();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(String(input.defaultValue ?? ''));
  useEffect(() => {
    const { current: control } = field;
    if (!control) return undefined;
    // It may have been changed before the page came to life.
    setTyped(control.value);
    const takeBack = () => setTyped(control.defaultValue);
    control.form?.addEventListener('reset', takeBack);
    return () => control.form?.removeEventListener('reset', takeBack);
  }, []);
  const said = understoodDay(typed, format.locale) ?? hint;
  return (
    <div className="field">
      <LabelLine of={id} hint={said}>
        {label}
      </LabelLine>
      <span className={fault ? `inp inp--bad ${box}` : `inp ${box}`}>
        <input
          ref={field}
          id={id}
          name={name}
          type="date"
          aria-describedby={describedBy(id, { hint: said, fault })}
          aria-invalid={fault !== undefined}
          onInvalid={onInvalid}
          onInput={forget}
          onChange={({ target }) => setTyped(target.value)}
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
