import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { anotherType } from './another-type';
import type { Begin, Typed } from './another-vehicle';
import { filesAlong } from './files-along';
import type { FormValues } from './form-values';
import { typedOnto } from './typed-data';

/** What was typed into the form, of every type that was picked: who comes back to a type finds it as they left it. */
export function useTyped(form: UseFormReturn<FormValues>, begin: Begin, before: Typed) {
  const [began, setBegan] = useState(before.began);
  const [others, setOthers] = useState(before.others);

  function toType(type: string) {
    const values = form.getValues();
    const fresh = begin(type);
    const along = filesAlong(
      type,
      new Map([
        [type, { data: fresh.data, began: fresh.data }],
        ...others,
        [values.type, { data: values.data, began: began.data }],
      ]),
    );
    const again = typedOnto(fresh.data, along.get(type)!);
    along.delete(type);
    setOthers(along);
    setBegan({ ...began, type, data: again.began });
    form.reset({ ...anotherType(values, fresh), data: again.data });
  }

  return { toType, typed: (): Typed => ({ values: form.getValues(), began, others }) };
}
