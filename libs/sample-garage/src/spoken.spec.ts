import { languages, wordsIn } from '@odolog/words';
import { expect, it } from 'vitest';
import { sampleGarage } from './sample-garage.js';

const today = '2026-11-21';

function sentences(): Set<string> {
  const asked = new Set<string>();
  sampleGarage(today, (english) => {
    asked.add(english);
    return english;
  });
  return asked;
}

it.each(languages().filter((language) => language !== 'en'))('is written in %s, too', (language) => {
  const { knows } = wordsIn(language);
  expect([...sentences()].filter((sentence) => !knows(sentence))).toEqual([]);
});

it('differs in its words alone', () => {
  const [, cuore] = sampleGarage(today, wordsIn('de-DE').say);
  const [, english] = sampleGarage(today);
  expect(cuore!.vehicle).toEqual({ ...english!.vehicle, color: 'Silber' });
  expect(cuore!.recordings).toHaveLength(english!.recordings.length);
  const titles = cuore!.recordings.flatMap(({ type, data }) => (type === 'reminder' ? [data.title] : []));
  expect(titles).toContain('Wintercheck');
});
