import { z } from 'zod';
import { TRANSLATED } from '../../texts/locales/locale.ts';
import { ProfileGroup } from '../groups/group.ts';
import { name, nameIfAny } from '../name.ts';
import { Term, TERMS } from './term.ts';

const WORDING_KEY_MAX = 200;
const WORDING_MAX = 20_000;
const LOOK_MAX = 160;

/** Sentences and fixed pages, by key. */
export const ProfileWording = z.record(z.string().max(WORDING_KEY_MAX), z.string().max(WORDING_MAX));

/** What is particular to a process, in another language. Each part may be missing: German stands there. */
const Translation = z.strictObject({
	look: z.strictObject({ name: name(LOOK_MAX), claim: nameIfAny(LOOK_MAX), official: nameIfAny(LOOK_MAX) }).optional(),
	terms: z.partialRecord(z.enum(TERMS), Term).default({}),
	/** Names of groups the profile has. */
	groups: z.array(ProfileGroup.omit({ colour: true })).default([]),
	wording: ProfileWording.default({})
});
export type Translation = z.output<typeof Translation>;

export const Translations = z.partialRecord(z.enum(TRANSLATED), Translation);
