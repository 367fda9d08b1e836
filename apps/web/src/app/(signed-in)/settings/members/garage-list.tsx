'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { answer } from '@/api/client';
import type { Garage, GarageMember, Member } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { useAction } from '@/ui/use-action';
import { GarageMembers } from './garage-members';

interface GarageListProps {
  readonly garages: readonly { readonly garage: Garage; readonly people: readonly GarageMember[] }[];
  readonly members: readonly Member[];
  readonly mayAdd: boolean;
  readonly mayInvite: boolean;
}

/** The garages with those who have a role in them, and a line for another one. */
export function GarageList({ garages, members, mayAdd, mayInvite }: GarageListProps) {
  const t = useTranslations('members');
  const { busy, run } = useAction();

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { name: String(new FormData(form).get('garageName')) };
    const done = await run(
      () => answer(browserApi.POST('/api/v1/garages', { body })),
      t('garageAdded', body),
    );
    if (done) form.reset();
  }

  return (
    <>
      {garages.map(({ garage, people }) => (
        <GarageMembers key={garage.id} {...{ garage, people, members, mayInvite }} />
      ))}
      {mayAdd && (
        <form className="invite invite--one" onSubmit={(event) => void add(event)}>
          <PlainField name="garageName" label={t('newGarage')} maxLength={120} autoComplete="off" />
          <button className="btn btn--tap" disabled={busy}>
            {t('addGarage')}
          </button>
        </form>
      )}
    </>
  );
}
