import town from '../../profiles/jugend-stadt/profile.json' with { type: 'json' };
import { DEFAULT_PROFILE } from './default.ts';
import { Profile } from './profile.ts';

/** The profiles that come with the program, to begin with, by their folder in `src/profiles`. */
export const SHIPPED: ReadonlyMap<string, Profile> = new Map([
	['nrw-armut', DEFAULT_PROFILE],
	['jugend-stadt', Profile.parse(town)]
]);
