interface Recording {
  readonly type: string;
  readonly date: string;
  readonly odometer: { readonly value: number; readonly unit: 'km' };
  readonly data: Readonly<Record<string, unknown>>;
}

const dayMs = 86_400_000;
const euros = (amount: number) => ({ amount: amount.toFixed(2), currency: 'EUR' });

/** A vehicle's history up to today: mostly fuel-ups, and what else is written down in between. Oldest first. */
export function history(events: number, days: number): Recording[] {
  const first = Date.now() - days * dayMs;
  return Array.from({ length: events }, (_, turn) => ({
    date: new Date(first + (turn / events) * days * dayMs).toISOString().slice(0, 10),
    odometer: { value: 12_000 + turn * 120, unit: 'km' },
    ...entry(turn),
  }));
}

function entry(turn: number): Pick<Recording, 'type' | 'data'> {
  if (turn % 29 === 7) {
    return {
      type: 'maintenance',
      data: { items: [{ kind: 'engine-oil', parts: euros(41.5) }], workshop: 'Autohaus Weber' },
    };
  }
  if (turn % 11 === 3) {
    return {
      type: 'expense',
      data: { category: 'toll', total: euros(8 + (turn % 7)), description: 'Brenner' },
    };
  }
  if (turn % 23 === 5)
    return { type: 'note', data: { text: `Rattle at ${2000 + (turn % 9) * 100} rpm when cold.` } };
  const litres = 6 + (turn % 17) / 10;
  return {
    type: 'fuel',
    data: {
      volume: { value: litres, unit: 'L' },
      unitPrice: { amount: '1.729', currency: 'EUR' },
      total: euros(litres * 1.729),
      energy: 'petrol',
      fill: turn % 13 === 0 ? 'partial' : 'full',
      station: { name: turn % 3 === 0 ? 'JET Landsberger Straße' : 'Aral Ring' },
    },
  };
}
