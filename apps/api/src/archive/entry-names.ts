/** In bytes of UTF-8, so that the whole path stays below what file systems and unpackers take. */
const longestBytes = 120;
const ofDevices = /^(con|prn|aux|nul|com\d|lpt\d)(?=[.]|$)/i;

/** A name that is one file or folder on every system, and leads nowhere: what a person has called something need not be. */
export function safeName(given: string): string {
  const plain = given
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '_')
    .replaceAll(/^[.\s]+/g, '')
    .replace(ofDevices, '_$1');
  return shortened(plain) || 'unnamed';
}

/** Safe names of one folder, each of them once: also where capitals count for nothing. */
export function distinctNames(): (given: string) => string {
  const taken = new Set<string>();
  return (given) => {
    const [stem, extension] = parted(safeName(given));
    let name = stem + extension;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${extension}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

/** Keeps the extension, by which systems know what to open a file with. Windows takes no dot or space at the end. */
function shortened(name: string): string {
  const [stem, extension] = parted(name);
  let kept = '';
  for (const sign of stem) {
    if (Buffer.byteLength(kept + sign + extension) > longestBytes) break;
    kept += sign;
  }
  return (kept + extension).replace(/[.\s]+$/, '');
}

function parted(name: string): [stem: string, extension: string] {
  const [extension = ''] = /(?<=.)[.][\p{L}\p{N}]{1,10}$/u.exec(name) ?? [];
  return [name.slice(0, name.length - extension.length), extension];
}
