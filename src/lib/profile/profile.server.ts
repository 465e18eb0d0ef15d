import { AsyncLocalStorage } from 'node:async_hooks';
import { canonical } from '../canonical.ts';
import { expectRevision, type State } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { newestState } from '../server/db/newestState.ts';
import { found, obey, Refused } from '../verdict.ts';
import { changesBetween } from './changes.ts';
import { fallBackOn, lookUpProfileBy } from './current.ts';
import { DEFAULT_PROFILE } from './default.ts';
import {
	districtsState,
	groupsState,
	lookState,
	wordsState,
	type DistrictsInput,
	type GroupsInput,
	type LookInput,
	type WordsInput
} from './forms.ts';
import { keysOf } from './groups/group.ts';
import { profileIn } from './words/profileText.ts';
import type { NameList } from './words/nameList.ts';
import { CONCERNS, withPart, type Concern, type Part } from './part.ts';
import { pictureFrom, type PictureName } from './look/picture.ts';
import { Profile } from './profile.ts';
import { mayChangeProfile, mayHold, mayReplace, type InUse } from './rules.ts';
import * as store from './store.server.ts';
import * as use from './use.store.server.ts';
import { staffName } from '../texts/names.ts';
import type { ShownChange } from '../ui/forms/shownChange.ts';

const speaking = new AsyncLocalStorage<Profile>();
lookUpProfileBy(() => speaking.getStore());

/** The profile that holds now. Asked as often as one likes: it is read again only after something has been written. */
export async function current(ctx: Pick<Ctx, 'app' | 'db'>): Promise<Profile> {
	return (await state(ctx)).profile;
}

/** With the number of its state; 0: nobody has saved one, and the one that ships holds. */
export async function state(ctx: Pick<Ctx, 'app' | 'db'>): Promise<{ number: number; profile: Profile }> {
	const { number, value: profile } = await newest(ctx);
	return { number, profile };
}

const newest = newestState(store.newestNumber, read);

async function read(db: Ctx['db'], number: number): Promise<Profile> {
	const row = number === 0 ? undefined : await store.byNumber(db, number);
	return row ? Profile.parse(JSON.parse(row.content)) : DEFAULT_PROFILE;
}

/** The keys of the groups whose results stand beside each other, in their order. */
export async function groupKeys(ctx: Ctx): Promise<string[]> {
	return keysOf((await current(ctx)).groups);
}

/** Everything that is said and chosen in `work` is so with the profile of this moment. */
export async function withProfile<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
	const profile = await current(ctx);
	// A server has one process, and goes on with it after the request. A command ends with what it does, and may fill another.
	if (ctx.via === 'web' || ctx.via === 'worker') fallBackOn(profile);
	return speaking.run(profileIn(ctx.locale ?? 'de', profile), work);
}

/** What `work` chooses and says is so with this profile, whether it holds or not. */
export const speakingWith = <T>(profile: Profile, work: () => T): T => speaking.run(profile, work);

export interface Change {
	concern: Concern;
	/** Why, for the history. */
	note: string;
	/** The number of the state that was shown; missing: a program writes, which has shown none. */
	seen?: number | undefined;
	/** What a form about the state that holds now would show. */
	shown?: (now: Profile) => State;
}

/** Of the groups and districts that would vanish, those on which something rests. */
async function inUse({ db }: Ctx, before: Profile, after: Profile): Promise<InUse> {
	const gone = <T extends { key: string }>(old: readonly T[], now: readonly T[]) =>
		old.map(({ key }) => key).filter((key) => !now.some((one) => one.key === key));
	return {
		groups: await use.usedGroups(db, gone(before.groups, after.groups)),
		districts: await use.usedDistricts(db, gone(before.districts, after.districts)),
		votes: await use.hasVotes(db)
	};
}

/** Whether the list of groups is closed for good. */
export const groupsAreClosed = (ctx: Ctx): Promise<boolean> => use.hasVotes(ctx.db);

/**
 * A further state of the profile, from which on it holds. The same once more adds nothing. Refused: roleMissing, what does
 * not hold by itself (colours, pictures), and what others rest on. Stale: somebody else has changed it meanwhile.
 */
export async function save(ctx: Ctx, profile: Profile, { concern, note, seen, shown }: Change): Promise<number> {
	return transaction(ctx, async (ctx) => {
		expectRights(ctx);
		const now = await state(ctx);
		if (seen !== undefined) expectRevision('profile', { seen, now: now.number }, shown?.(now.profile) ?? {});
		const content = JSON.stringify(profile);
		// The first time it says that somebody has chosen what ships.
		if (now.number > 0 && canonical(profile) === canonical(now.profile)) return now.number;
		await expectReplaceable(ctx, profile);
		const revision = now.number + 1;
		const by = { savedBy: ctx.person?.id ?? null, savedAt: ctx.now };
		await store.add(ctx.db, { revision, content, concern, note, ...by });
		await record(ctx, { verb: 'profile.changed', subjectId: String(revision), details: { number: revision } });
		return revision;
	});
}

/** Whether it could be saved now: the refusals of `save`, and nothing is written. */
export async function expectReplaceable(ctx: Ctx, after: Profile): Promise<void> {
	const { profile: before } = await state(ctx);
	obey(mayHold(after));
	obey(mayReplace(before, after, await inUse(ctx, before, after)));
}

function expectRights({ via, person }: Ctx): void {
	if (via !== 'command') obey(mayChangeProfile(person?.roles ?? null));
}

/** What a page of the workshop has changed of the profile that holds. */
async function change(
	ctx: Ctx,
	how: Pick<Change, 'concern' | 'seen' | 'shown'>,
	after: (now: Profile) => Profile
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await save(ctx, after(await current(ctx)), { ...how, note: '' });
	});
}

const lookAfter = (now: Profile, { look }: LookInput): Profile => ({ ...now, look: { ...now.look, ...look } });
const groupsAfter = (now: Profile, { groups }: GroupsInput): Profile => ({ ...now, groups });

export const changeLook = (ctx: Ctx, form: LookInput) =>
	change(ctx, { concern: 'look', seen: form.seen, shown: lookState }, (now) => lookAfter(now, form));

export const changeGroups = (ctx: Ctx, form: GroupsInput) =>
	change(ctx, { concern: 'groups', seen: form.seen, shown: groupsState }, (now) => groupsAfter(now, form));

export const changeWords = (ctx: Ctx, { terms, address, seen }: WordsInput) =>
	change(ctx, { concern: 'words', seen, shown: wordsState }, (now) => ({ ...now, terms, address }));

export const changeDistricts = (ctx: Ctx, { districts, seen }: DistrictsInput) =>
	change(ctx, { concern: 'districts', seen, shown: districtsState }, (now) => ({ ...now, districts }));

/** What the entries of a list are called, and what is said of them: nothing of it: ours. */
export async function changeNames(
	ctx: Ctx,
	list: NameList,
	{ wording, seen, shown }: Pick<Profile, 'wording'> & { seen: number; shown: State }
): Promise<void> {
	const how = { concern: list, seen, shown: () => shown };
	await change(ctx, how, (now) => withPart(list, now, { ...now, wording }));
}

/** null: there is none of our own any more, and what ships takes its place. */
export async function changePicture(ctx: Ctx, picture: PictureName, bytes: Uint8Array | null): Promise<void> {
	await change(ctx, { concern: 'pictures' }, (now) => ({
		...now,
		look: { ...now.look, [picture]: bytes === null ? '' : somePicture(picture, bytes) }
	}));
}

/** An empty file is no wish to have none. */
function somePicture(picture: PictureName, bytes: Uint8Array): string {
	const read = pictureFrom(picture, bytes);
	if (read === '') throw new Refused(picture === 'shareImage' ? 'pictureNoPng' : 'pictureNoSvg');
	return read;
}

/**
 * What `work` makes different of the profile, and how the profile is then. Call it where `work` is taken back again, to show
 * it beforehand (`preview`).
 */
export async function changedBy(
	ctx: Ctx,
	work: () => Promise<unknown>
): Promise<{ after: Profile; changes: ShownChange[] }> {
	const before = await current(ctx);
	await work();
	const after = await current(ctx);
	return { after, changes: changesBetween(before, after) };
}

export interface Revision {
	number: number;
	concern: Concern;
	note: string;
	at: string;
	/** null: on the command line. */
	by: string | null;
}

const PAGE = 20;

/** Pictures were part of the look before they had a page of their own. */
const concernsOf = (part: Part): Concern[] => [part, 'all', ...(part === 'pictures' ? (['look'] as const) : [])];

/** The newest states, newest first; of a part: those that may have changed it. */
export async function history(ctx: Ctx, part: Part | null = null): Promise<Revision[]> {
	expectRights(ctx);
	const rows = await store.history(ctx.db, part && concernsOf(part), PAGE);
	return rows.map(({ revision, concern, note, savedAt, pseudonym }) => ({
		...{ number: revision, note, at: savedAt, by: staffName(pseudonym) },
		concern: CONCERNS.find((one) => one === concern) ?? 'all'
	}));
}

/** As it was then. NotFound: there was no such state. 0 is the profile that ships. */
export async function revisionOf(ctx: Ctx, number: number): Promise<Profile> {
	expectRights(ctx);
	if (number === 0) return DEFAULT_PROFILE;
	const row = found(await store.byNumber(ctx.db, number), 'profile');
	return Profile.parse(JSON.parse(row.content));
}

/** What a later state has changed is undone by a further one: nothing of the history goes. `part`: only this, the rest stays. */
export async function restoreRevision(
	ctx: Ctx,
	number: number,
	{ seen, part = null }: { seen?: number; part?: Part | null } = {}
): Promise<number> {
	return transaction(ctx, async (ctx) => {
		const then = await revisionOf(ctx, number);
		const after = part === null ? then : withPart(part, await current(ctx), then);
		return save(ctx, after, { concern: part ?? 'all', note: String(number), seen });
	});
}
