import { z } from 'zod';
import { currentProfile } from '../../profile/current.ts';

/** The key of a district of the profile. */
export type District = string;

const all = () => currentProfile().districts;
const known = (key: string) => all().find((one) => one.key === key);

/** A process of one town asks nobody which one they live in. */
export const asksForDistrict = (): boolean => all().length > 0;

export const DistrictKey = z.string().refine((key) => known(key) !== undefined, 'wrong');
export const districtName = (key: string): string => known(key)?.name ?? key;

/** What people look for in a list is the name of their town, not the word before it. */
const sortedBy = (name: string) => name.replace(/^(Kreis|Städteregion) /, '');
export const districtOptions = () =>
	all()
		.map(({ key, name }) => ({ value: key, label: name }))
		.sort((one, other) => sortedBy(one.label).localeCompare(sortedBy(other.label), 'de'));

/** From a form: nothing chosen is an answer, too. */
export const DistrictAnswer = z
	.union([z.literal(''), DistrictKey], 'wrong')
	.default('')
	.transform((key) => key || null);
