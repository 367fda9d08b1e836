/**
 * Makes that do not sell in North America, or under other first signs there, with those signs (world manufacturer identifiers of
 * ISO 3780, as their national bodies publish them). What a make shares with another is given to the one that most of them are of.
 */
const signsOfMakes: Readonly<Record<string, readonly string[]>> = {
  Alpine: ['VFA'],
  Citroën: ['VF7', 'VR7'],
  CUPRA: [],
  Dacia: ['UU1'],
  DAF: ['XLR'],
  Daihatsu: ['JDA'],
  DS: ['VR1'],
  Fiat: ['SUF'],
  Hyundai: ['KMH', 'NLH', 'TMA'],
  Iveco: ['ZCF'],
  Kia: ['KNE', 'U5Y'],
  KTM: ['VBK'],
  Lada: ['XTA'],
  Lancia: ['ZLA'],
  MAN: ['WMA'],
  Mazda: ['JMZ'],
  'Mercedes-Benz': ['VSA', 'WDB'],
  MG: ['LSJ', 'SDP'],
  Mitsubishi: ['JMB', 'XMC'],
  Nissan: ['SJN', 'VSK'],
  Opel: ['VSX', 'VXK'],
  Peugeot: ['VR3'],
  Renault: ['VF1'],
  Rover: ['SAR'],
  SEAT: ['VSS'],
  Škoda: ['TMB'],
  SsangYong: ['KPT'],
  Subaru: ['JF1'],
  Suzuki: ['JSA', 'TSM'],
  Vauxhall: [],
};
const makes = Object.keys(signsOfMakes);
const makeOfSigns = new Map(
  Object.entries(signsOfMakes).flatMap(([make, signs]) => signs.map((sign) => [sign, make] as const)),
);

/** The make of a VIN by its first three signs. */
export function makerElsewhere(vin: string): string | undefined {
  return makeOfSigns.get(vin.slice(0, 3));
}

/** Makes that begin so, accents and capitals aside; none for nothing, which every make begins with. */
export function makersElsewhere(typed: string): string[] {
  const beginning = plain(typed);
  return beginning === '' ? [] : makes.filter((make) => plain(make).startsWith(beginning));
}

/** Without accents, in lower case. */
export function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
