'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useDetailWords } from '@/format/use-detail-words';
import { useViewer } from '@/format/viewer-context';
import { formValueOf, type FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';
import type { SchemaNode } from './schema-node';

interface ItemListProps {
  readonly name: string;
  readonly node: SchemaNode;
  readonly path: string;
  readonly vehicle: LoggableVehicle;
  /** The fields of the item at that path. */
  readonly children: (path: string) => ReactNode;
}

/** A list of things of one shape, such as the work of a service: fields for each, one more, one less. */
export function ItemList({ name, node, path, vehicle, children }: ItemListProps) {
  const t = useTranslations('quickAdd');
  const words = useDetailWords();
  const { format } = useViewer();
  const { control } = useFormContext<FormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: path as never });
  const item = node.items ?? {};
  const least = node.minItems ?? 0;
  return (
    <fieldset className="items field--w">
      <legend>{words.name(name)}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="items__one fgrid">
          {children(`${path}.${index}`)}
          {fields.length > least && (
            <button
              type="button"
              className="btn btn--quiet btn--icon"
              aria-label={t('removeItem')}
              onClick={() => remove(index)}
            >
              <X className="i" />
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => append(formValueOf(item, undefined, { ...vehicle, locale: format.locale }) as never)}
      >
        <Plus className="i" />
        {t('addItem')}
      </button>
    </fieldset>
  );
}
