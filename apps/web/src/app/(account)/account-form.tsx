'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { LabelLine } from '@/ui/label-line';
import { enter, type Purpose } from './enter';

const leastPasswordLength = 8;

/** The form of both pages. Fields are checked by the browser's own rules before anything is sent. */
export function AccountForm({ purpose }: { purpose: Purpose }) {
  const t = useTranslations('account');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const signsUp = purpose === 'sign-up';

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const outcome = await enter(purpose, fields);
    if (outcome === 'entered') return window.location.assign('/');
    setProblem(t(`problem.${outcome}`));
    setBusy(false);
  }

  return (
    <form className="account__fields" onSubmit={(event) => void submit(event)}>
      {signsUp && <Field name="name" label={t('name')} autoComplete="name" maxLength={120} />}
      <Field name="email" type="email" label={t('email')} autoComplete="email" />
      <Field
        name="password"
        type="password"
        label={t('password')}
        autoComplete={signsUp ? 'new-password' : 'current-password'}
        {...(signsUp && {
          hint: t('passwordHint', { length: leastPasswordLength }),
          minLength: leastPasswordLength,
        })}
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {signsUp ? t('signUp') : t('signIn')}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: string;
  readonly type?: string;
  readonly hint?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

function Field({ name, label, hint, ...input }: FieldProps) {
  return (
    <div className="field">
      <LabelLine of={name} hint={hint}>
        {label}
      </LabelLine>
      <span className="inp">
        <input id={name} name={name} aria-describedby={`${name}-hint`} required {...input} />
      </span>
    </div>
  );
}
