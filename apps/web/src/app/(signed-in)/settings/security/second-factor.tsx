'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { publicApi, renewToken } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';
import { BackupCodes } from './backup-codes';
import { SetUpApp } from './set-up-app';

type Step =
  { readonly uri: string; readonly codes: readonly string[] } | { readonly kept: readonly string[] };

interface SecondFactorProps {
  readonly isOn: boolean;
  readonly mayTurnOn: boolean;
}

/** Turned on in two steps, the password and a code of the app; turned off by the password. */
export function SecondFactor({ isOn, mayTurnOn }: SecondFactorProps) {
  const [step, setStep] = useState<Step>();
  const refresh = useRefresh();
  if (step && 'uri' in step) {
    const onDone = () => {
      renewToken();
      setStep({ kept: step.codes });
      refresh();
    };
    return <SetUpApp uri={step.uri} onDone={onDone} onCancel={() => setStep(undefined)} />;
  }
  if (step) return <BackupCodes codes={step.kept} onKept={() => setStep(undefined)} />;
  if (isOn) return <TurnOff onCodes={(kept) => setStep({ kept })} />;
  return mayTurnOn && <TurnOn onStarted={setStep} />;
}

function TurnOn({ onStarted }: { onStarted: (step: Step) => void }) {
  const t = useTranslations('security');
  const send = useCallback(
    async ({ factorPassword: password }: { factorPassword: string }) => {
      const started = await answer(publicApi.POST('/api/auth/two-factor/enable', { body: { password } }));
      onStarted({ uri: started.totpURI, codes: started.backupCodes });
    },
    [onStarted],
  );
  return <ByPassword label={t('turnOn')} send={send} />;
}

function TurnOff({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const t = useTranslations('security');
  const refresh = useRefresh();
  const toast = useToast();
  const off = useCallback(
    async ({ factorPassword: password }: { factorPassword: string }) => {
      await answer(publicApi.POST('/api/auth/two-factor/disable', { body: { password } }));
      renewToken();
      toast({ words: t('turnedOff') });
      refresh();
    },
    [refresh, t, toast],
  );
  const renew = useCallback(
    async ({ codesPassword: password }: { codesPassword: string }) => {
      const body = { password };
      onCodes(
        (await answer(publicApi.POST('/api/auth/two-factor/generate-backup-codes', { body }))).backupCodes,
      );
    },
    [onCodes],
  );
  return (
    <>
      <ByPassword label={t('newBackupCodes')} send={renew} name="codesPassword" />
      <ByPassword label={t('turnOff')} send={off} />
    </>
  );
}

interface ByPasswordProps<Name extends string> {
  readonly label: string;
  readonly name?: Name;
  readonly send: (fields: Record<Name, string>) => Promise<unknown>;
}

function ByPassword<Name extends string = 'factorPassword'>({ label, name, send }: ByPasswordProps<Name>) {
  const t = useTranslations('security');
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <form className="settle" onSubmit={onSubmit}>
      <PlainField
        name={name ?? 'factorPassword'}
        type="password"
        label={t('yourPassword')}
        autoComplete="current-password"
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--tap" disabled={busy}>
        {label}
      </button>
    </form>
  );
}
