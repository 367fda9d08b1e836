'use client';

import { eventType } from '@odolog/events';
import type { Vehicle } from '@/api/schema.gen';
import { NotesField, OdometerField, WhenFields } from './envelope-fields';
import { schemaOf } from './form-values';
import { SchemaFields } from './schema-fields';

/** The form of a type as its schema draws it. A reading comes first where the type is nothing without one. */
export function GeneralFields({ vehicle, type }: { vehicle: Vehicle; type: string }) {
  const { needsOdometer: readingFirst = false, reading } = eventType(type) ?? {};
  return (
    <>
      {readingFirst && <OdometerField vehicle={vehicle} />}
      <SchemaFields node={schemaOf(type)} path="data" vehicle={vehicle} />
      {!readingFirst && !reading && <OdometerField vehicle={vehicle} optional />}
      <WhenFields />
      <NotesField />
    </>
  );
}
