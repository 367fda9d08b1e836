import { useFormContext } from 'react-hook-form';
import { listed } from './attached-files';
import type { FormValues } from './form-values';

/** Whether a file is on its way: an entry that is saved now would not name it. */
export const useIsSending = (): boolean =>
  listed(useFormContext<FormValues>().watch('data.onTheWay' as 'notes')).length > 0;
