import { serviceKinds } from '@odolog/events';
import type { DistanceUnit } from '@odolog/units';
import type { ReminderTemplate } from '@odolog/vehicle';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { useKindWords } from '@/format/use-kind-words';
import { DayField } from '@/ui/day-field';
import { LabelLine } from '@/ui/label-line';
import { UnitField } from '@/ui/unit-field';

interface ReminderFieldsProps {
  readonly template: ReminderTemplate | undefined;
  readonly unit: DistanceUnit;
}

/** When something is due, and how often; a template fills them, and everything can be changed. */
export function ReminderFields({ template, unit }: ReminderFieldsProps) {
  const t = useTranslations('reminders');
  const kindWords = useKindWords();
  const number = { type: 'number', inputMode: 'decimal', min: 1, step: 'any' } as const;
  return (
    <div className="fgrid">
      <Field
        name="title"
        wide
        words
        required
        maxLength={200}
        defaultValue={template && t(`templates.${template.id as 'tax'}`)}
      />
      <DayField
        name="dueDate"
        id="reminder-dueDate"
        label={t('fields.dueDate')}
        hint={t('optional')}
        defaultValue={template?.dueDate}
      />
      <Field name="dueOdometer" hint={t('optional')} unit={unit} {...number} />
      <Field name="dueHours" hint={t('optional')} unit={t('hoursUnit')} {...number} />
      <Field
        name="everyMonths"
        hint={t('optional')}
        unit={t('monthsUnit')}
        {...number}
        step={1}
        max={600}
        defaultValue={template?.every.months}
      />
      <Field
        name="everyDistance"
        hint={t('optional')}
        unit={unit}
        {...number}
        defaultValue={template?.every.distance?.value}
      />
      <Field
        name="everyHours"
        hint={t('optional')}
        unit={t('hoursUnit')}
        {...number}
        defaultValue={template?.every.hours}
      />
      <div className="field field--w">
        <LabelLine of="reminder-kind" hint={t('kindHint')}>
          {t('fields.serviceKind')}
        </LabelLine>
        <span className="inp inp--words">
          <select id="reminder-kind" name="serviceKind" defaultValue={template?.serviceKind ?? ''}>
            <option value="">{t('noKind')}</option>
            {Object.keys(serviceKinds).map((kind) => (
              <option key={kind} value={kind}>
                {kindWords(kind)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <div className="field field--w">
        <LabelLine of="reminder-anchor">{t('fields.anchor')}</LabelLine>
        <span className="inp inp--words">
          <select id="reminder-anchor" name="anchor" defaultValue={template?.anchor ?? 'completion'}>
            <option value="completion">{t('anchor.completion')}</option>
            <option value="schedule">{t('anchor.schedule')}</option>
          </select>
        </span>
      </div>
    </div>
  );
}

type FieldName = 'title' | 'dueOdometer' | 'dueHours' | 'everyMonths' | 'everyDistance' | 'everyHours';
type FieldProps = { readonly name: FieldName } & Omit<
  ComponentProps<typeof UnitField>,
  'id' | 'label' | 'name'
>;

function Field({ name, ...field }: FieldProps) {
  const t = useTranslations('reminders.fields');
  return <UnitField id={`reminder-${name}`} name={name} label={t(name)} {...field} />;
}
