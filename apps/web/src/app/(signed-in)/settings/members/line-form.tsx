import type { FormEvent } from 'react';
import { PlainField } from '@/ui/plain-field';

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
      <PlainField name={name} label={label} defaultValue={value} maxLength={120} autoComplete="off" />
      <button className="btn btn--tap" disabled={busy}>
        {action}
      </button>
    </form>
  );
}
