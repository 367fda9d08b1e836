import { turnsLife } from '@odolog/events';
import { anotherType } from './another-type';
import type { FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { typedOnto, withoutVehicle, type TypedData } from './typed-data';

/** What was typed while the form is open. */
export interface Typed {
  readonly values: FormValues;
  /** What the form had filled in by itself. */
  readonly began: FormValues;
  /** Of types that were picked before. */
  readonly others: ReadonlyMap<string, TypedData>;
}

/** Fills in a form of a type. */
export type Begin = (type: string) => FormValues;

/**
 * For another vehicle, what was typed already: the entry is meant for the one that was not chosen, so the odometer was read there
 * too. What the form had filled in by itself is what it fills in for this one.
 */
export function anotherVehicle(typed: Typed, { mayManage }: LoggableVehicle, begin: Begin): FormValues {
  const { values, began } = typed;
  const { type, date, clock, notes, odometer } = values;
  const fresh = begin(type);
  const isWhenTyped = date !== began.date || clock !== began.clock;
  const moved = {
    ...fresh,
    ...(isWhenTyped && { date, clock }),
    ...(odometer.value && { odometer: { ...odometer, void: false } }),
    notes,
    data: typedOnto(fresh.data, withoutVehicle(type, { data: values.data, began: began.data })),
  };
  return mayManage || !turnsLife(type) ? moved : anotherType(moved, begin('fuel'));
}

export const othersOfAnotherVehicle = ({ others }: Typed): Typed['others'] =>
  new Map([...others].map(([type, typed]) => [type, withoutVehicle(type, typed)]));
