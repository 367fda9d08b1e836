import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, patterns, text } from '../measures.js';

/** The vehicle was handed over from another tenant, with the history that stands before this event. */
export const received = defineEvent({
  type: 'received',
  version: 1,
  icon: 'package-check',
  family: 'life',
  title: 'Received',
  data: Type.Object(
    {
      /** Who handed it over. */
      from: Type.Optional(text(200)),
      /** How far the history reached there, and where its chain ended. */
      origin: Type.Object(
        {
          version: Type.Integer({ minimum: 0 }),
          chainHash: Type.String({ pattern: patterns.sha256 }),
        },
        closed,
      ),
      /** Events that came as they were, that came without what was private in them, and that did not come. */
      whole: Type.Integer({ minimum: 0 }),
      abridged: Type.Integer({ minimum: 0 }),
      withheld: Type.Integer({ minimum: 0 }),
      /** A compact JWS by the key of whoever handed it over, about the chain there and the events that came. */
      seal: text(2000),
    },
    closed,
  ),
  example: {
    from: 'Robin',
    origin: { version: 214, chainHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    whole: 198,
    abridged: 12,
    withheld: 4,
    seal: 'eyJhbGciOiJFZERTQSJ9.e30.c2VhbA',
  },
  summary: ({ from, whole, abridged }, { say }) => {
    const events = whole + abridged;
    const history =
      events === 1 ? say('one event of history') : say('{events} events of history', { events });
    return from === undefined
      ? say('Taken over with {history}', { history })
      : say('Taken over from {from} with {history}', { from, history });
  },
  facts: () => ({ life: { stage: 'acquired' } }),
  internal: true,
  upcast: {},
});
