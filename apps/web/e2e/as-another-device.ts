import type { Person } from './app';

/** As another device does: what this browser remembers of its own writes knows nothing of it. */
export async function note({ api }: Person, vehicleId: string, text: string, date?: string): Promise<void> {
  await api.postElsewhere(`/vehicles/${vehicleId}/events`, aNote(text, date));
}

export const aNote = (text: string, date = '2026-10-25') => ({ type: 'note', date, data: { text } });
