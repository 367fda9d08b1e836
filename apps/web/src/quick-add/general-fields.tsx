'use client';

import { eventType, type Family } from '@odolog/events';
import { useFormContext } from 'react-hook-form';
import { AsBefore } from './as-before';
import { NotesField, OdometerField, WhenFields } from './envelope-fields';
import { schemaOf, type FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { SchemaFields } from './schema-fields';
import { widgetOf } from './schema-node';
import { useDayOfStart } from './use-day-of-start';

/** What economy or a schedule counts from: without a reading it says less than it could. */
const countsFromReading = new Set<Family | undefined>(['charge', 'work']);

/** The form of a type as its schema draws it. A reading comes first where it matters most. */
export function GeneralFields({
  vehicle,
  type,
  correcting,
  dayBefore,
}: {
  vehicle: LoggableVehicle;
  type: string;
  correcting: boolean;
  dayBefore: string | undefined;
}) {
  const { formState } = useFormContext<FormValues>();
  useDayOfStart(correcting);
  const { needsOdometer = false, reading, family } = eventType(type) ?? {};
  const readingFirst = needsOdometer || countsFromReading.has(family);
  const { properties = {} } = schemaOf(type);
  const hasWords = Object.values(properties).some((property) => widgetOf(property) === 'long-text');
  return (
    <>
      {readingFirst && <OdometerField vehicle={vehicle} last={!correcting} optional={!needsOdometer} />}
      <SchemaFields node={schemaOf(type)} path="data" vehicle={vehicle} />
      {!readingFirst && !reading && <OdometerField vehicle={vehicle} last={!correcting} optional />}
      <WhenFields correcting={correcting} />
      <AsBefore vehicle={vehicle} day={dayBefore} />
      {(!hasWords || formState.defaultValues?.notes) && <NotesField />}
    </>
  );
}
