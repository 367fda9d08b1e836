/** Words of trackers' file names that name no vehicle. */
const notAName =
  /^(fuel|fuelups?|fuelly|fuelio|lubelogger|spritmonitor|services?|export|log|data|history|csv|\d+)$/i;

/** What a file's name says of a vehicle: `fuelups-cuore.csv` is "Cuore". Empty when it says nothing. */
export function nameInFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .split(/[\s_()-]+/)
    .filter((word) => word !== '' && !notAName.test(word));
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
}
