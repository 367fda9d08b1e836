import type { VinReport } from '@/api/schema.gen';

/** What a VIN says of one field, beside what stands there. */
export interface Told {
  readonly name: 'make' | 'model' | 'year' | 'trim' | 'engine';
  readonly said: string;
  readonly typed: string;
}

const names = ['make', 'model', 'year', 'trim', 'engine'] as const;

/** What can be filled in without taking anything from anybody. */
export const standing = (form: HTMLFormElement, report: VinReport): (Told | VinReport['energies'])[] => [
  ...toldOf(form, report).filter(({ typed }) => typed === ''),
  ...(report.energies.length > 0 && energiesUntouched(form) ? [report.energies] : []),
];

/** Where a person has typed something else. */
export const differing = (form: HTMLFormElement, report: VinReport): Told[] =>
  toldOf(form, report).filter(
    ({ typed, said }) => typed !== '' && typed.toLowerCase() !== said.toLowerCase(),
  );

/** Writes into the fields. */
export function fill(form: HTMLFormElement, told: readonly (Told | VinReport['energies'])[]): void {
  for (const each of told) {
    if (isTold(each)) inputOf(form, each.name).value = each.said;
    else for (const box of energyBoxes(form)) box.checked = each.includes(box.value);
  }
}

const isTold = (told: Told | VinReport['energies']): told is Told => 'name' in told;

function toldOf(form: HTMLFormElement, report: VinReport): Told[] {
  return names.flatMap((name) => {
    const said = report[name];
    return said === null ? [] : [{ name, said: String(said), typed: inputOf(form, name).value.trim() }];
  });
}

/** As the form came: what nobody has chosen nobody will miss. */
const energiesUntouched = (form: HTMLFormElement): boolean =>
  energyBoxes(form).every(({ checked, defaultChecked }) => checked === defaultChecked);

const inputOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

const energyBoxes = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('input[name="energies"]'),
];
