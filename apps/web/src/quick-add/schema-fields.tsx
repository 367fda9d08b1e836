'use client';

import { serviceKinds } from '@odolog/events';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { understoodDay } from '@/format/understood-day';
import { useDetailWords } from '@/format/use-detail-words';
import { useKindWords } from '@/format/use-kind-words';
import { useViewer } from '@/format/viewer-context';
import { currencySymbol } from '@/format/viewer-format';
import { ChoiceControl } from './choice-control';
import { CurrencySelect } from './currency-select';
import { FormField, type ControlProps } from './form-field';
import type { FormValues } from './form-values';
import { ItemList } from './item-list';
import type { LoggableVehicle } from './loggable-vehicle';
import { seldom, untyped, widgetOf, type SchemaNode, type Widget } from './schema-node';

interface SchemaFieldsProps {
  readonly node: SchemaNode;
  /** Where the object stands in the form. */
  readonly path: string;
  readonly vehicle: LoggableVehicle;
}

/** A field for each property of an object, in the order of the schema; what is seldom known is folded away. */
export function SchemaFields({ node, path, vehicle }: SchemaFieldsProps) {
  const t = useTranslations('quickAdd');
  const { getFieldState } = useFormContext<FormValues>();
  const keys = Object.keys(node.properties ?? {}).filter(
    (key) => widgetOf(node.properties![key]!) !== 'hidden',
  );
  const needed = node.required ?? [];
  const folded = keys.filter((key) => seldom.has(key) && !needed.includes(key));
  const faulty = folded.some((key) => getFieldState(`${path}.${key}` as 'date').error !== undefined);
  return (
    <>
      <Fields node={node} path={path} vehicle={vehicle} keys={keys.filter((key) => !folded.includes(key))} />
      {folded.length > 0 && (
        <details className="more field--w" open={faulty || undefined}>
          <summary>{t('moreFields')}</summary>
          <div className="fgrid">
            <Fields node={node} path={path} vehicle={vehicle} keys={folded} />
          </div>
        </details>
      )}
    </>
  );
}

function Fields({ node, path, vehicle, keys }: SchemaFieldsProps & { readonly keys: readonly string[] }) {
  return keys.map((key) => {
    const child = node.properties![key]!;
    const widget = widgetOf(child);
    if (untyped.has(key)) return null;
    const at = `${path}.${key}`;
    if (widget === 'list') {
      return (
        <ItemList key={key} name={key} node={child} path={at} vehicle={vehicle}>
          {(item) => <SchemaFields node={child.items ?? {}} path={item} vehicle={vehicle} />}
        </ItemList>
      );
    }
    if (widget === 'group') {
      return (
        <FieldGroup key={key} name={key}>
          <SchemaFields node={child} path={at} vehicle={vehicle} />
        </FieldGroup>
      );
    }
    const optional = !(node.required ?? []).includes(key);
    return <SchemaField key={key} name={key} node={child} path={at} widget={widget} optional={optional} />;
  });
}

/** What belongs together is named once, above its fields: a distance alone does not say of what. */
function FieldGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const words = useDetailWords();
  return (
    <fieldset className="items field--w">
      <legend>{words.name(name)}</legend>
      <div className="fgrid">{children}</div>
    </fieldset>
  );
}

interface SchemaFieldProps {
  readonly name: string;
  readonly node: SchemaNode;
  readonly path: string;
  readonly widget: Widget;
  readonly optional: boolean;
}

const wideWidgets: readonly Widget[] = ['long-text', 'text', 'words'];
/** Where the value of a measure or an amount is typed, below it. */
const typedPart: Partial<Record<Widget, string>> = { money: '.amount', measure: '.value' };

function SchemaField({ name, node, path, widget, optional }: SchemaFieldProps) {
  const t = useTranslations('quickAdd');
  const words = useDetailWords();
  const { format } = useViewer();
  const { register, watch } = useFormContext<FormValues>();
  const label = words.name(name);
  const at = `${path}${typedPart[widget] ?? ''}`;
  if (widget === 'flag') {
    return (
      <label className="toggle field--w">
        <span>{label}</span>
        <input className="sw" type="checkbox" role="switch" {...register(path as 'notes')} />
      </label>
    );
  }
  const understood =
    dayWidgets.includes(widget) && understoodDay(String(watch(at as 'notes')), format.locale);
  const hint = understood || (widget === 'words' ? t('commas') : optional && t('optional'));
  return (
    <FormField
      name={at}
      label={label}
      hint={hint}
      wide={wideWidgets.includes(widget)}
      box={widget === 'long-text' ? 'inp--long' : 'inp--s'}
    >
      {(control) => (
        <Control
          name={name}
          node={node}
          path={path}
          at={at}
          widget={widget}
          control={control}
          optional={optional}
        />
      )}
    </FormField>
  );
}

/** What browsers show in a way of their own. */
const dayWidgets: readonly Widget[] = ['date', 'instant'];

/** Kinds of work may be any word, but are better chosen: schedules match by them. */
const isKindOfWork = (name: string, { enum: values }: SchemaNode) =>
  name === 'serviceKind' || (name === 'kind' && !values);
const kinds = Object.keys(serviceKinds);

type ControlOf = SchemaFieldProps & { readonly at: string; readonly control: ControlProps };

function Control({ name, node, path, at, widget, control, optional }: ControlOf) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { register, watch } = useFormContext<FormValues>();
  const words = useDetailWords();
  const kindWords = useKindWords();
  const field = register(at as 'notes');
  const options = (node.enum ?? []).map((value) => ({ value, label: words.code(value) }));
  if (isKindOfWork(name, node)) {
    const named = kinds.map((kind) => ({ value: kind, label: kindWords(kind) }));
    return <ChoiceControl control={control} field={field} options={named} optional={optional} />;
  }
  switch (widget) {
    case 'money':
      return (
        <>
          <span>{currencySymbol(format.locale, String(watch(`${path}.currency` as 'notes')))}</span>
          <input {...control} inputMode="decimal" autoComplete="off" {...field} />
          {!path.includes('.items.') && <CurrencySelect at={`${path}.currency`} />}
        </>
      );
    case 'measure':
      return (
        <>
          <input {...control} inputMode="decimal" autoComplete="off" {...field} />
          <select className="inp__unit" aria-label={t('unit')} {...register(`${path}.unit` as 'notes')}>
            {node.properties?.unit?.enum?.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </select>
        </>
      );
    case 'number':
      return <input {...control} inputMode="numeric" autoComplete="off" {...field} />;
    case 'instant':
      return <input {...control} type="datetime-local" {...field} />;
    case 'date':
      return <input {...control} type="date" {...field} />;
    case 'long-text':
      return <textarea {...control} rows={4} {...field} />;
    case 'choice':
      return <ChoiceControl control={control} field={field} options={options} optional={optional} />;
    default:
      return <input {...control} autoComplete="off" {...field} />;
  }
}
