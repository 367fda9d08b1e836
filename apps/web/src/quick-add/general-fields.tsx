'use client';

import { eventType } from '@odolog/events';
import { NotesField, OdometerField, WhenFields } from './envelope-fields';
import { schemaOf } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { SchemaFields } from './schema-fields';

/** The form of a type as its schema draws it. A reading comes first where the type is nothing without one. */
export function GeneralFields({
  vehicle,
  type,
  correcting,
}: {
  vehicle: LoggableVehicle;
  type: string;
  correcting: boolean;
}) {
  const { needsOdometer: readingFirst = false, reading } = eventType(type) ?? {};
  return (
    <>
      {readingFirst && <OdometerField vehicle={vehicle} last={!correcting} />}
      <SchemaFields node={schemaOf(type)} path="data" vehicle={vehicle} />
      {!readingFirst && !reading && <OdometerField vehicle={vehicle} last={!correcting} optional />}
      <WhenFields />
      <NotesField />
    </>
  );
}
