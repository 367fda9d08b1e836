import { expect, it } from 'vitest';
import type { ProblemCode } from './catalogue.js';
import { holdTo, type Rule } from './hold-to.js';
import { Problem } from './problem.js';

const broken = (code: ProblemCode, pointer: string, reads = [pointer]): Rule => ({
  reads,
  check: () => {
    throw new Problem(code, { detail: 'No', errors: [faultAt(pointer, code)] });
  },
});
const faultAt = (pointer: string, code = 'wrong-type') => ({ pointer, code, detail: 'No' });

function refusal(rules: readonly Rule[], known?: Parameters<typeof holdTo>[2]): Problem | undefined {
  try {
    holdTo({}, rules, known);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
}

it('passes what breaks no rule', () => {
  expect(refusal([{ reads: [''], check: () => {} }])).toBeUndefined();
});

it('tells the only fault by its own code, and all it carries', () => {
  expect(refusal([broken('vin-invalid', '/vin')])).toMatchObject({
    code: 'vin-invalid',
    extras: { detail: 'No', errors: [faultAt('/vin', 'vin-invalid')] },
  });
});

it('tells the faults of several rules and of the schema in one answer', () => {
  const rules = [broken('vin-invalid', '/vin'), broken('unknown-time-zone', '/timeZone')];
  const told = [faultAt('/vin', 'vin-invalid'), faultAt('/timeZone', 'unknown-time-zone')];
  expect(refusal(rules)).toMatchObject({ code: 'validation-failed', extras: { errors: told } });
  expect(refusal(rules, [faultAt('/nickname')])).toMatchObject({
    code: 'validation-failed',
    extras: { errors: [faultAt('/nickname'), ...told] },
  });
});

it('keeps a code that all share', () => {
  const rules = [broken('currency-mismatch', '/total'), broken('currency-mismatch', '/items/0')];
  expect(refusal(rules)).toMatchObject({ code: 'currency-mismatch', extras: { errors: [{}, {}] } });
});

it('is silent by a rule that looks at what is at fault already, at what it stands in, or at something in it', () => {
  const rule = broken('amount-mismatch', '/data/total', ['/data/volume', '/data/total']);
  for (const pointer of ['/data/volume', '/data/volume/unit', '/data', ''])
    expect(refusal([rule], [faultAt(pointer)])?.extras.errors).toEqual([faultAt(pointer)]);
  expect(refusal([rule], [faultAt('/data/volumes')])?.extras.errors).toHaveLength(2);
});
