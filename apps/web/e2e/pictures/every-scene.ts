import { chosenScenes } from '../config';
import { beforeSigningIn } from './scenes/before-signing-in';
import { formScenes } from './scenes/forms';
import { garageScenes } from './scenes/garage';
import { importScenes } from './scenes/import';
import { offlineScenes } from './scenes/offline';
import type { Scene } from './scenes/scene';
import { settingsScenes } from './scenes/settings';
import { vehicleScenes } from './scenes/vehicle';

const everyScene: readonly Scene[] = [
  ...garageScenes,
  ...vehicleScenes,
  ...offlineScenes,
  ...formScenes,
  ...importScenes,
  ...settingsScenes,
  ...beforeSigningIn,
];

export const scenes = everyScene.filter(({ name }) => !chosenScenes || chosenScenes.includes(name));
