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
export function anotherVehicle(typed: Typed, { mayManage }: LoggableVehicle, begin: Begin): Typed {
  const { type, date, clock, notes, odometer } = typed.values;
  const fresh = begin(type);
  const isWhenTyped = date !== typed.began.date || clock !== typed.began.clock;
  const of = withoutVehicle(type, { data: typed.values.data, began: typed.began.data });
  const { data, began } = typedOnto(fresh.data, of);
  const moved: Typed = {
    values: {
      ...fresh,
      ...(isWhenTyped && { date, clock }),
      ...(odometer.value && { odometer: { ...odometer, void: false } }),
      notes,
      data,
    },
    began: {
      ...fresh,
      ...(isWhenTyped && { date: typed.began.date, clock: typed.began.clock }),
      data: began,
    },
    others: new Map([...typed.others].map(([other, left]) => [other, withoutVehicle(other, left)])),
  };
  if (mayManage || !turnsLife(type)) return moved;
  const fuel = begin('fuel');
  return {
    ...moved,
    values: anotherType(moved.values, fuel),
    began: { ...moved.began, type: 'fuel', data: fuel.data },
  };
}
