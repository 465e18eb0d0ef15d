import { z } from 'zod';
import { name, nameIfAny } from './name.ts';
import { ProfileDistricts } from './district.ts';
import { ProfileGroups } from './groups/group.ts';
import { ADDRESSES, Terms } from './words/term.ts';
import { ProfileWording, Translations } from './words/translation.ts';

/** How files of profiles are written today. A file of a later program is refused, not guessed at. */
export const FORMAT = 1;

export const NAME_MAX = 60;
export const CLAIM_MAX = 120;
export const OFFICIAL_MAX = 160;

/** Which flag stands over every page. */
export const FLAGS = ['none', 'green-white-red', 'de'] as const;

/** Whether the menu leads to calls for projects: once there is one, or from the beginning. */
export const CALLS = ['whenThere', 'announced'] as const;

const Colour = z
	.string('colourWrong')
	.regex(/^#[0-9a-f]{6}$/i, 'colourWrong')
	.toLowerCase();

export const Look = z.strictObject({
	name: name(NAME_MAX),
	claim: nameIfAny(CLAIM_MAX),
	/** Over every page, beside the flag. Empty: the line is left out. */
	official: nameIfAny(OFFICIAL_MAX),
	flag: z.enum(FLAGS, 'choose'),
	calls: z.enum(CALLS, 'choose').default('whenThere'),
	/** Of links and buttons, by day and by night. */
	accent: z.strictObject({ light: Colour, dark: Colour }),
	/** SVG. Empty: ours. */
	logo: z.string().default(''),
	/** SVG, in the tab of the browser. Empty: the logo. */
	favicon: z.string().default(''),
	/** PNG in base64, beside links on other sites. Empty: none. */
	shareImage: z.string().default('')
});
export type Look = z.output<typeof Look>;

/** What is particular to one process. What is not here is the same everywhere. */
export const Profile = z.strictObject({
	format: z.literal(FORMAT),
	look: Look,
	address: z.enum(ADDRESSES, 'choose'),
	terms: Terms,
	groups: ProfileGroups,
	districts: ProfileDistricts,
	/** What this process says in place of our sentences and fixed pages, by key; see the room `wording`. */
	wording: ProfileWording.default({}),
	/**
	 * The same, but said to whoever takes part only: where sentences are said to everybody, the team is spoken to as our
	 * sentences speak, whatever the form of address of the process.
	 */
	participantWording: ProfileWording.default({}),
	/** The same in other languages. What is not here is said in German. */
	translations: Translations.default({})
});
export type Profile = z.output<typeof Profile>;
