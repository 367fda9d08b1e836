import { describe, expect, it } from 'vitest';
import { mayChange } from './may-change';

const entry = (type: string, by: string) => ({ type, recordedBy: { id: by, name: by } });
const driver = { allowed: ['event.record', 'event.correct'] as const };
const manager = { allowed: ['event.correct', 'event.correct-others', 'vehicle.manage'] as const };

describe('changing an entry', () => {
  it('is for whoever recorded it, and for who may correct those of others', () => {
    expect(mayChange({ allowed: [...driver.allowed] }, entry('fuel', 'dana'), 'dana')).toBe(true);
    expect(mayChange({ allowed: [...driver.allowed] }, entry('fuel', 'olga'), 'dana')).toBe(false);
    expect(mayChange({ allowed: [...manager.allowed] }, entry('fuel', 'dana'), 'olga')).toBe(true);
  });

  it.each(['acquired', 'archived', 'sold', 'transferred'])(
    'asks of "%s" that one manages the vehicle, also of who recorded it',
    (type) => {
      expect(mayChange({ allowed: [...driver.allowed] }, entry(type, 'dana'), 'dana')).toBe(false);
      expect(mayChange({ allowed: [...manager.allowed] }, entry(type, 'dana'), 'olga')).toBe(true);
    },
  );
});
