import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { anotherType } from './another-type';
import type { Begin, Typed } from './another-vehicle';
import type { FormValues } from './form-values';
import { typedOnto } from './typed-data';

/**
 * What was typed into the form, of every type that was picked: who comes back to a type finds it as they left it.
 *
 * @param before of types that were picked for another vehicle
 */
export function useTyped(form: UseFormReturn<FormValues>, begin: Begin, before: Typed['others'] = new Map()) {
  const [began, setBegan] = useState(() => begin(form.getValues('type')));
  const [others, setOthers] = useState(before);

  function toType(type: string) {
    const values = form.getValues();
    const left = { data: values.data, began: began.data };
    const fresh = begin(type);
    const typed = others.get(type);
    setOthers(new Map(others).set(values.type, left));
    setBegan({ ...began, type, data: fresh.data });
    form.reset({ ...anotherType(values, fresh), data: typed ? typedOnto(fresh.data, typed) : fresh.data });
  }

  return { toType, typed: (): Typed => ({ values: form.getValues(), began, others }) };
}
