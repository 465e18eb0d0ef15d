import { describe, expect, it } from 'vitest';
import { groupName, groupNames } from '#lib/people/groupNames.ts';
import * as people from '#lib/people/people.server.ts';
import { GroupChoice } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { tryOut } from '#lib/server/db/tryOut.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { NotFound, Refused, Stale } from '#lib/verdict.ts';
import { publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { choose, profileWith } from '../../../tests/support/profiles.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { changesBetween } from './changes.ts';
import { DEFAULT_PROFILE } from './default.ts';
import type { Profile } from './profile.ts';
import * as profile from './profile.server.ts';
import { SHIPPED } from './shipped.ts';

const admin = async (testApp: Awaited<ReturnType<typeof makeTestApp>>) =>
	testApp.as(await testApp.person('none', { roles: ['admin'] }));
const change = (seen?: number) => ({ concern: 'look', note: 'Neuer Name', seen }) as const;
const called = (name: string) => ({ ...DEFAULT_PROFILE, look: { ...DEFAULT_PROFILE.look, name } });

describe('the profile of a process', () => {
	it('is the one that ships until somebody saves another, and then that one, everywhere at once', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(null);
		expect(await profile.state(ctx)).toMatchObject({ number: 0, profile: DEFAULT_PROFILE });
		expect(await profile.save(await admin(testApp), called('Armut? Reden wir!'), change(0))).toBe(1);
		expect((await profile.current(ctx)).look.name).toBe('Armut? Reden wir!');
		expect(await profile.state(ctx)).toMatchObject({ number: 1 });
	});

	it('keeps every state, says who made it, and gives back an older one as a further state', async () => {
		const testApp = await makeTestApp();
		const ctx = await admin(testApp);
		await profile.save(ctx, called('Eins'), change(0));
		await profile.save(ctx, called('Zwei'), change(1));
		await profile.save(ctx, called('Zwei'), change(2));
		expect(await profile.restoreRevision(ctx, 1, { seen: 2 })).toBe(3);
		expect((await profile.current(ctx)).look.name).toBe('Eins');
		expect(await profile.history(ctx)).toMatchObject([
			{ number: 3, concern: 'all', by: ctx.person?.pseudonym },
			{ number: 2, concern: 'look', note: 'Neuer Name' },
			{ number: 1 }
		]);
		await profile.restoreRevision(ctx, 0, { seen: 3 });
		expect(await profile.current(ctx)).toEqual(DEFAULT_PROFILE);
		await expect(profile.restoreRevision(ctx, 9)).rejects.toThrow(NotFound);
		const written = await testApp.app.reader.selectFrom('journal').select(['verb', 'actorId', 'number']).execute();
		const changes = written.filter(({ verb }) => verb === 'profile.changed');
		expect(changes.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
		expect(new Set(changes.map(({ actorId }) => actorId))).toEqual(new Set([ctx.person?.id]));
	});

	it('is not changed by anybody but an admin, nor by whoever saw an older state', async () => {
		const testApp = await makeTestApp();
		for (const person of [null, await testApp.person(), await testApp.person('none', { roles: ['publisher'] })]) {
			await expect(profile.save(testApp.as(person), called('Nein'), change(0))).rejects.toThrow(Refused);
			await expect(profile.history(testApp.as(person))).rejects.toThrow(Refused);
			await expect(profile.revisionOf(testApp.as(person), 0)).rejects.toThrow(Refused);
		}
		const ctx = await admin(testApp);
		await profile.save(ctx, called('Eins'), change(0));
		await expect(profile.save(ctx, called('Zwei'), change(0))).rejects.toThrow(Stale);
		expect((await profile.current(ctx)).look.name).toBe('Eins');
	});

	it('that does not hold leaves everything as it was', async () => {
		const testApp = await makeTestApp();
		const ctx = await admin(testApp);
		const faint = {
			...DEFAULT_PROFILE,
			look: { ...DEFAULT_PROFILE.look, accent: { light: '#ffffff', dark: '#000000' } }
		};
		await expect(profile.save(ctx, faint, change(0))).rejects.toThrow('colourFaint');
		expect(await profile.state(ctx)).toMatchObject({ number: 0 });
		expect(await profile.history(ctx)).toEqual([]);
	});
});

describe('one part of a profile', () => {
	const NEUDORF = [{ key: 'neudorf', name: 'Neudorf' }];
	const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

	it('has a history of its own, and goes back without the others', async () => {
		const testApp = await makeTestApp();
		const ctx = await admin(testApp);
		await profile.changeDistricts(ctx, { districts: NEUDORF, seen: 0 });
		await profile.save(ctx, { ...(await profile.current(ctx)), address: 'du' }, { concern: 'words', note: '' });
		await profile.changePicture(ctx, 'logo', new TextEncoder().encode(LOGO));
		expect((await profile.history(ctx, 'districts')).map(({ number }) => number)).toEqual([1]);
		expect((await profile.history(ctx, 'pictures')).map(({ number }) => number)).toEqual([3]);
		await profile.restoreRevision(ctx, 0, { seen: 3, part: 'districts' });
		const { districts, address, look } = await profile.current(ctx);
		expect([districts, address, look.logo]).toEqual([DEFAULT_PROFILE.districts, 'du', LOGO]);
		for (const empty of ['', ' \n', '<!-- -->'])
			await expect(profile.changePicture(ctx, 'logo', new TextEncoder().encode(empty))).rejects.toMatchObject({
				reason: 'pictureNoSvg'
			});
		await profile.changePicture(ctx, 'logo', null);
		expect((await profile.current(ctx)).look.logo).toBe('');
	});

	it('is not changed or shown by anybody but an admin', async () => {
		const testApp = await makeTestApp();
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		const { groups } = DEFAULT_PROFILE;
		for (const tried of [
			() => profile.changeDistricts(editor, { districts: NEUDORF, seen: 0 }),
			() => profile.changePicture(editor, 'logo', null),
			() => tryOut(editor, (ctx) => profile.changeGroups(ctx, { groups, seen: 0 })),
			() => profile.history(editor, 'groups')
		])
			await expect(tried()).rejects.toThrow(Refused);
	});

	it('is shown beforehand in words, and nothing of it is saved', async () => {
		const testApp = await makeTestApp();
		const ctx = await admin(testApp);
		const shown = (after: Profile) =>
			tryOut(ctx, (ctx) =>
				profile.changedBy(ctx, () => profile.save(ctx, after, { concern: 'all', note: '', seen: 0 }))
			);
		const { changes, after } = await shown({
			...DEFAULT_PROFILE,
			districts: NEUDORF,
			look: { ...DEFAULT_PROFILE.look, name: 'Neudorf redet mit', logo: LOGO }
		});
		expect(after.look.name).toBe('Neudorf redet mit');
		const { look, pictures, concerns, districts } = t.profile;
		expect(changes).toContainEqual({ label: look.name, before: DEFAULT_PROFILE.look.name, after: 'Neudorf redet mit' });
		expect(changes).toContainEqual({ label: pictures.names.logo, before: pictures.of.none, after: pictures.of.own });
		expect(changes).toContainEqual({ label: fill(districts.of, { key: 'neudorf' }), before: '', after: 'Neudorf' });
		expect(changes.map(({ label }) => label)).toContain(concerns.districts);
		expect(changes.map(({ label }) => label)).not.toContain(look.claim);
		expect((await shown(DEFAULT_PROFILE)).changes).toEqual([]);
		expect(await profile.state(ctx)).toMatchObject({ number: 0, profile: DEFAULT_PROFILE });
		expect(await profile.history(ctx)).toEqual([]);
	});

	it.each(Object.keys(DEFAULT_PROFILE).filter((part) => part !== 'format'))(
		'tells beforehand of another %s',
		(part) => {
			const other = SHIPPED.get('jugend-stadt') ?? DEFAULT_PROFILE;
			expect(changesBetween(DEFAULT_PROFILE, { ...DEFAULT_PROFILE, [part]: Reflect.get(other, part) })).not.toEqual([]);
		}
	);

	it('what ships counts as chosen once somebody says so', async () => {
		const testApp = await makeTestApp();
		const ctx = await admin(testApp);
		expect(await profile.restoreRevision(ctx, 0, { seen: 0 })).toBe(1);
		expect(await profile.current(ctx)).toEqual(DEFAULT_PROFILE);
	});
});

describe('the groups of a process', () => {
	it('can be others before anybody came, and keep those in which somebody is', async () => {
		const testApp = await makeTestApp();
		await choose(testApp, profileWith(6));
		await testApp.person('seite-5');
		await choose(testApp, profileWith(5));
		await expect(choose(testApp, profileWith(4))).rejects.toThrow('groupUsed');
		expect((await profile.groupKeys(testApp.as(null))).length).toBe(5);
	});

	it('are closed with the first vote; their names are not', async () => {
		const testApp = await makeTestApp();
		await choose(testApp, profileWith(2));
		const point = await publishedPoint(testApp);
		await votes.castVote(testApp.as(await testApp.person('seite-1')), point.number, 'agree', point.wordingId);
		await expect(choose(testApp, profileWith(3))).rejects.toThrow('groupsVoted');
		const renamed = profileWith(2).groups.map((one) => ({ ...one, name: `Neu ${one.name}` }));
		await choose(testApp, { ...profileWith(2), groups: renamed });
		await profile.withProfile(testApp.as(null), async () => expect(groupName('seite-1')).toBe('Neu Seite 1'));
	});

	it('are the same within a transaction, though several commit together', async () => {
		const [one, other] = [await makeTestApp(), await makeTestApp()];
		await choose(one, profileWith(2));
		const said = (testApp: typeof one) =>
			profile.withProfile(testApp.as(null), () =>
				transaction(testApp.as(null), async () => Promise.resolve(Object.keys(groupNames()).length))
			);
		expect(await Promise.all([said(one), said(one), said(other), said(one)])).toEqual([3, 3, 4, 3]);
	});

	it('are what is said and chosen, each request with those of its own moment', async () => {
		const [one, other] = [await makeTestApp(), await makeTestApp()];
		await choose(one, profileWith(2));
		const both = [one, other].map(({ as }) =>
			profile.withProfile(as(null), async () => {
				await people.byId(as(null), 'nobody');
				return [Object.keys(groupNames()), GroupChoice.safeParse('seite-2').success] as const;
			})
		);
		expect(await Promise.all(both)).toEqual([
			[['seite-1', 'seite-2', 'none'], true],
			[['affected', 'practice', 'research', 'none'], false]
		]);
	});
});
