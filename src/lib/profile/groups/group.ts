import { z } from 'zod';
import { name } from '../name.ts';

/** Fewer have nothing to be compared with; more are too small to be told of, and too many to be read beside each other. */
const GROUPS_MIN = 2;
export const GROUPS_MAX = 6;
const NAME_MAX = 40;
const LONG_MAX = 160;

/** What stands where a group does: somebody said nothing, or it is an organisation, which is in no group. */
export const NO_STATEMENT = 'none';
export const ORGANISATION = 'organisation';
/** `constructor` is the one word of such letters that every object has already. */
const RESERVED: readonly string[] = [NO_STATEMENT, ORGANISATION, 'constructor'];
const KEY = /^[a-z][a-z0-9-]{1,29}$/;

/** Written into ballots, texts, files and addresses, and therefore never changed once it is used. */
export const GroupKey = z
	.string('profileGroupKey')
	.regex(KEY, 'profileGroupKey')
	.refine((key) => !RESERVED.includes(key), 'profileGroupKey');

/** A group that takes part, as the profile has it. */
export const ProfileGroup = z.strictObject({
	key: GroupKey,
	/** As it stands beside a text or over a column. */
	name: name(NAME_MAX),
	/** As somebody says it of oneself, on cards and in forms. */
	long: name(LONG_MAX),
	/** After a number, as in "12 von Kindern". */
	from: name(LONG_MAX),
	colour: z.string('colourWrong').regex(/^#[0-9a-f]{6}$/i, 'colourWrong')
});
export type ProfileGroup = z.output<typeof ProfileGroup>;

const differ = (texts: readonly string[]) => new Set(texts.map((one) => one.toLowerCase())).size === texts.length;

/** In the order in which they stand beside each other. */
export const ProfileGroups = z
	.array(ProfileGroup, 'profileGroupCount')
	.min(GROUPS_MIN, 'profileGroupCount')
	.max(GROUPS_MAX, 'profileGroupCount')
	.refine((groups) => differ(groups.map(({ key }) => key)), 'profileGroupTwice')
	.refine((groups) => differ(groups.map(({ name }) => name)), 'profileGroupTwice');

type Keyed = readonly Pick<ProfileGroup, 'key'>[];

/** Those whose results stand beside each other and are balanced. */
export const keysOf = (groups: Keyed): string[] => groups.map(({ key }) => key);
/** What a person may be in: one of the groups, or none. */
export const personKeys = (groups: Keyed): string[] => [...keysOf(groups), NO_STATEMENT];
/** What may stand at a text: organisations speak for themselves. */
export const authorKeys = (groups: Keyed): string[] => [...personKeys(groups), ORGANISATION];

/** `{ [key]: value(key) }` */
export function recordOf<T>(keys: readonly string[], value: (key: string) => T): Record<string, T> {
	return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

/**
 * The keys of something frozen in the order of today: it may have been frozen when there were other groups, which then
 * stand after those of today.
 */
export function inOrder(record: Readonly<Record<string, unknown>>, keys: readonly string[]): string[] {
	const has = (key: string) => Object.hasOwn(record, key) && record[key] !== undefined;
	const today = keys.filter(has);
	return [...today, ...Object.keys(record).filter((key) => !keys.includes(key) && has(key))];
}
