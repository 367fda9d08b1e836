import { asList, filePlaces, filesIn } from './attached-files';
import { schemaOf } from './form-values';
import type { TypedData } from './typed-data';

/**
 * What was typed of several types, with the files of all at the one that is picked, where it names any: a paper is the same
 * whatever it is for.
 */
export function filesAlong(picked: string, typed: Map<string, TypedData>): Map<string, TypedData> {
  const keys = [...typed.values()].flatMap(({ data }) => filesIn(data));
  if (keys.length === 0 || !('fileIds' in (schemaOf(picked).properties ?? {}))) return typed;
  return new Map(
    [...typed].map(([type, { data, began }]) => {
      const bare = { ...data, ...Object.fromEntries(filePlaces.map((place) => [place, began[place]])) };
      return [type, { data: type === picked ? { ...bare, onTheWay: asList(keys) } : bare, began }];
    }),
  );
}
