import { z } from 'zod';
import { slugFor } from '../slug.ts';
import { name } from './name.ts';

const DISTRICTS_MAX = 600;
const KEY_MAX = 20;
const KEY = /^[a-z0-9][a-z0-9-]{0,19}$/;
const NAME_MAX = 80;

export const ProfileDistrict = z.strictObject({
	/** Of an official list where there is one (as the key of municipalities), so that others can count with it. */
	key: z
		.string('profileDistrictKey')
		.regex(KEY, 'profileDistrictKey')
		.refine((key) => key !== 'none' && key !== 'constructor', 'profileDistrictKey'),
	name: name(NAME_MAX)
});

/** Empty: nobody is asked where they live. */
export const ProfileDistricts = z
	.array(ProfileDistrict)
	.max(DISTRICTS_MAX, 'profileDistrictCount')
	.refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'profileDistrictTwice');
export type ProfileDistrict = z.output<typeof ProfileDistrict>;

/** As a form shows them: `05315; Köln`. */
export const districtLines = (districts: readonly ProfileDistrict[]): string =>
	districts.map(({ key, name }) => `${key}; ${name}`).join('\n');

/**
 * From such lines, or from two columns of a table; a line with a name only gets its key from the name.
 * Of more than there may be only the first too many is read: whatever follows it, the list is refused for its length.
 */
export function districtsFrom(text: string): ProfileDistrict[] {
	const lines = text.split('\n').flatMap((line) => line.trim() || []);
	const taken = new Set<string>();
	return lines.slice(0, DISTRICTS_MAX + 1).map((line) => {
		const [, key, title = line] = /^([^;\t]*)[;\t](.*)$/.exec(line) ?? [];
		const district = { key: key?.trim() ?? slugFor(title, taken, 'ort', KEY_MAX), name: title.trim() };
		taken.add(district.key);
		return district;
	});
}
