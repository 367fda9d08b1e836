import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest by far: begun last, one of them would go on alone when everything else has ended. */
const longest = [
  'apps/launcher/test/start.e2e.spec.ts',
  'apps/api/test/every-route.e2e.spec.ts',
  'apps/api/test/any-request.e2e.spec.ts',
  'apps/api/test/every-write-once.e2e.spec.ts',
  'libs/read-models/test/rebuild.spec.ts',
];

/** Begins with the longest files, the rest as vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? longest.length : place;
}
