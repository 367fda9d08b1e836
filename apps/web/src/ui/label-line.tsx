import type { ReactNode } from 'react';

interface LabelLineProps {
  /** Id of the control. */
  readonly of: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A label and, at the line's other end, a hint. The hint describes the control and is no part of its name. */
export function LabelLine({ of, hint, children }: LabelLineProps) {
  return (
    <div className="lab">
      <label htmlFor={of}>{children}</label>
      {hint && (
        <em id={`${of}-hint`} className="num">
          {hint}
        </em>
      )}
    </div>
  );
}
