import type { EventType } from './define-event.js';

/** The JSON Schema of a type's data as the world sees it: plain JSON, with a name of its own. */
export function publishedSchema({ type, version, title, data }: EventType): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:odolog:event:${type}:v${version}`,
    title,
    ...(JSON.parse(JSON.stringify(data)) as Record<string, unknown>),
  };
}
