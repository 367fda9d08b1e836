import { useFormContext } from 'react-hook-form';
import { AttachmentsField } from './attachments-field';
import { ReasonField } from './envelope-fields';
import type { FormValues } from './form-values';
import { FuelFields, type FuelFieldsProps } from './fuel-fields';
import { GeneralFields } from './general-fields';
import { TypePicker } from './type-picker';

interface EntryFieldsProps extends FuelFieldsProps {
  readonly onPick: (type: string) => void;
  readonly onTyped: () => void;
}

/** Which type it is, unless it stands already, and the fields of that type. */
export function EntryFields({ onPick, onTyped, ...fields }: EntryFieldsProps) {
  const { vehicle, correcting } = fields;
  const type = useFormContext<FormValues>().watch('type');
  return (
    <div className="sheet__a">
      {!correcting && <TypePicker mayManage={vehicle.mayManage} onPick={onPick} />}
      <div className="fgrid" key={type} onChange={onTyped}>
        {type === 'fuel' ? (
          <FuelFields {...fields} />
        ) : (
          <GeneralFields vehicle={vehicle} type={type} correcting={correcting} dayBefore={fields.dayBefore} />
        )}
        <AttachmentsField vehicleId={vehicle.id} type={type} />
        {correcting && <ReasonField />}
      </div>
    </div>
  );
}
