import { expect, it } from 'vitest';
import { garageGroups } from './garage-groups';

const home = { id: 'home', name: 'Home' };
const depot = { id: 'depot', name: 'Depot' };
const [golf, van, vespa, trailer] = [
  { nickname: 'Golf', garageId: 'home' },
  { nickname: 'Van', garageId: 'depot' },
  { nickname: 'Vespa', garageId: 'home' },
  { nickname: 'Trailer', garageId: null },
];

it('parks vehicles by garage, those of none behind, and leaves empty garages out', () => {
  const garages = [home, { id: 'empty', name: 'Empty' }, depot];
  expect(garageGroups([golf, van, trailer, vespa], garages)).toEqual([
    { garage: home, vehicles: [golf, vespa] },
    { garage: depot, vehicles: [van] },
    { garage: null, vehicles: [trailer] },
  ]);
});

it('leaves out no vehicle whose garage is not seen', () => {
  expect(garageGroups([van, trailer], [home])).toEqual([{ garage: null, vehicles: [van, trailer] }]);
});
