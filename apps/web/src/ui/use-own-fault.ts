import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';

/** A field that the browser checks by its own rules says what is wrong in our words, below it, and not in a bubble in the browser's. */
export function useOwnFault() {
  const t = useTranslations('faults');
  const [fault, setFault] = useState<string>();
  function onInvalid(event: FormEvent<HTMLInputElement>) {
    event.preventDefault();
    const { currentTarget: field } = event;
    setFault(t(codeOf(field), { digits: digitsOf(field.step) }));
    if (field.form?.querySelector(':is(input, select, textarea):invalid') === field) field.focus();
  }
  return { fault, onInvalid, forget: () => setFault(undefined) };
}

function codeOf({ value, validity }: HTMLInputElement) {
  const { badInput, rangeOverflow, rangeUnderflow, stepMismatch, valueMissing } = validity;
  // Blanks are nothing, too; a number that cannot be read has no value.
  if (valueMissing || (value.trim() === '' && !badInput)) return 'missing';
  if (rangeOverflow) return 'too-large';
  if (rangeUnderflow) return 'too-small';
  return stepMismatch ? 'too-fine' : 'bad-format';
}

/** How many a number may have after its point. */
const digitsOf = (step: string) => step.split('.')[1]?.length ?? 0;
