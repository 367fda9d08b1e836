'use client';

import { FormProvider } from 'react-hook-form';
import type { EntryFormProps, ReadyFormProps } from './entry-form-props';
import { EntryFields } from './entry-fields';
import { SavingSide } from './saving-side';
import { useAskedWhen } from './use-asked-when';
import { useEntryForm } from './use-entry-form';
import { useRecentFills } from './use-recent-fills';

export function EntryForm(props: EntryFormProps) {
  const fills = useRecentFills(props.vehicle.id);
  // Habit fills in what is usual, so the fields wait for it: a moment, and only here.
  if (!fills) return <div className="sheet__bd sheet__bd--waiting" />;
  return <ReadyForm {...props} fills={fills} />;
}

function ReadyForm(props: ReadyFormProps) {
  const entry = useEntryForm(props);
  const { form, saving, save, toType } = entry;
  const when = useAskedWhen(form.setFocus);
  const { vehicle, correct, onTyped } = props;
  return (
    <FormProvider {...form}>
      <form
        className={saving.outOfOrder ? 'sheet__bd sheet--bad' : 'sheet__bd'}
        noValidate
        onSubmit={(event) => void save(event)}
      >
        <EntryFields
          vehicle={vehicle}
          habit={entry.home.habit}
          dayBefore={entry.home.day}
          correcting={correct !== undefined}
          folded={saving.outOfOrder !== undefined}
          showsWhen={when.isAsked}
          onFoldWhen={when.fold}
          onUnfold={saving.dismiss}
          onPick={toType}
          onTyped={onTyped}
        />
        <SavingSide {...props} entry={entry} onSayWhen={when.ask} />
      </form>
    </FormProvider>
  );
}
