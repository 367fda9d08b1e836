import type { FormEvent } from 'react';
import { LabelLine } from '@/ui/label-line';

interface LineFormProps {
  /** Of the field, once on the page. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly action: string;
  readonly busy: boolean;
  readonly onSubmit: (value: string) => void;
}

/** One name and the button that sets it, in a line. */
export function LineForm({ name, label, value, action, busy, onSubmit }: LineFormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(String(new FormData(event.currentTarget).get(name)));
  }
  return (
    <form className="invite invite--one" onSubmit={submit}>
      <div className="field">
        <LabelLine of={name}>{label}</LabelLine>
        <span className="inp inp--words">
          <input id={name} name={name} defaultValue={value} required maxLength={120} autoComplete="off" />
        </span>
      </div>
      <button className="btn btn--tap" disabled={busy}>
        {action}
      </button>
    </form>
  );
}
