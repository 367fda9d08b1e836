const codes = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const firstYear = 1980;
const northAmerican = /^[1-5]/;
/** Who writes the year there elsewhere: China and Korea by rule, the Volkswagen group, Porsche, Opel, Volvo and Saab by habit. */
const yearWriters = /^(L|K[LMNP]|WVW|WV[1-3]|WAU|WUA|TRU|TMB|VSS|WP[01]|W0[LV]|YV[1-4]|YS3)/;

/**
 * The model year that position 10 of a VIN says; null where it is none, or could be two. The signs come round every thirty
 * years: in North America position 7 tells which of two years is meant (a digit up to 2009), elsewhere the later one is, once it
 * has begun.
 * @param vin well formed, in capitals
 */
export function modelYearOf(vin: string, thisYear: number): number | null {
  const place = codes.indexOf(vin.charAt(9));
  if (place < 0) return null;
  const [earlier, later] = [firstYear + place, firstYear + place + codes.length];
  if (northAmerican.test(vin)) return /\d/.test(vin.charAt(6)) ? earlier : later;
  if (!yearWriters.test(vin) || later === thisYear + 1) return null;
  return later <= thisYear ? later : earlier;
}
