import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { digestOf } from '#lib/canonical.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { Gone, NotFound, Stale } from '#lib/verdict.ts';
import { contribute, makeEditor, NO_ANSWERS, NUMBERS, verified } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { transaction } from '../server/db/transaction.ts';
import type { Choice } from './board.ts';
import * as board from './board.server.ts';

const tokenOf = ({ address }: { address: string }) => address.split('/').at(-1) ?? '';

/** A draft with one point, and a board of so many. */
async function setting(size = 3) {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	const from = [await contribute(testApp, await testApp.person())];
	await editor.start();
	await editor.add({ from });
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const members = await Promise.all(Array.from({ length: size }, () => testApp.person()));
	for (const person of members) await board.join(testApp.as(person), tokenOf(await board.invite(admin)));
	const { id: version } = await editor.draft();
	const say = async (person: Person | undefined, choice: Choice, reason = '') => {
		const ctx = testApp.as(person ?? null);
		const found = await board.asked(ctx);
		if (!found) throw new Error('nobody asks');
		await board.say(ctx, { version, words: found.asked.words, choice, reason });
	};
	const statement = async () => (await board.standing(editor.ctx, await editor.draft()))?.statement;
	const reword = async (body: string) =>
		strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), field: 'wohnen', title: 'Wohnen', body });
	return { testApp, editor, admin, members, version, say, statement, reword };
}

describe('words of a member', () => {
	it.each([
		[[], 'consentMissing'],
		[['evaluate'], 'publicMissing'],
		[['publish'], 'consentMissing']
	] as const)('are not taken without the permission to read and to publish them: %j', async (consents, reason) => {
		const { testApp, members, version, statement, admin } = await setting(1);
		await board.openRound(admin, version);
		const member = testApp.as(members[0] ?? null);
		const said = await board.asked(member);
		const form = { version, words: said?.asked.words ?? '', choice: 'dissent', reason: 'Zu wenig.', consents } as const;
		await expect(board.say(member, form)).rejects.toMatchObject({ reason });
		expect(await statement()).toMatchObject({ silent: 1, dissents: [] });
		await board.say(member, { ...form, choice: 'agree', reason: '' });
		expect(await statement()).toMatchObject({ agreed: 1 });
		await board.say(member, { ...form, consents: ['evaluate', 'publish'] });
		expect(await statement()).toMatchObject({ dissents: ['Zu wenig.'] });
	});

	it.each(['evaluate', 'publish'] as const)(
		'are gone when it is taken back, and come no second time: %s',
		async (purpose) => {
			const { testApp, members, version, statement, admin } = await setting(1);
			await board.openRound(admin, version);
			const member = testApp.as(members[0] ?? null);
			const said = await board.asked(member);
			const form = { version, words: said?.asked.words ?? '', choice: 'dissent', reason: 'Zu wenig.' } as const;
			await board.say(member, { ...form, consents: ['evaluate', 'publish'] });
			await privacy.withdrawConsent(member, purpose);
			expect(await statement()).toMatchObject({ silent: 1, dissents: [] });
			const reason = purpose === 'evaluate' ? 'consentMissing' : 'publicMissing';
			await expect(board.say(member, { ...form, consents: [] })).rejects.toMatchObject({ reason });
		}
	);
});

describe('whoever is invited', () => {
	it('joins once with a card of their own; nothing in the database says whose link it was', async () => {
		const { testApp, admin } = await setting(0);
		const [link, other] = [await board.invite(admin), await board.invite(admin)];
		const person = await testApp.person();
		await board.openInvitation(testApp.as(null), tokenOf(link));
		await board.join(testApp.as(person), tokenOf(link));
		await expect(board.openInvitation(testApp.as(null), tokenOf(link))).rejects.toThrow(Gone);
		await expect(board.join(testApp.as(await testApp.person()), tokenOf(link))).rejects.toThrow(Gone);
		await expect(board.join(testApp.as(person), tokenOf(other))).rejects.toMatchObject({ reason: 'boardJoined' });
		const journal = await testApp.app.reader.selectFrom('journal').selectAll().execute();
		expect(JSON.stringify(journal)).not.toContain(person.id);
		expect(await testApp.app.reader.selectFrom('boardMembers').select('since').execute()).toEqual([
			{ since: '2027-05-10' }
		]);
		expect(await board.board(admin)).toMatchObject({ members: 1, quorum: 3, invitations: [{}] });
	});

	it('comes too late after three weeks, or when the links were withdrawn', async () => {
		const { testApp, admin } = await setting(0);
		const link = await board.invite(admin);
		await board.withdrawInvitations(admin);
		await expect(board.openInvitation(testApp.as(null), tokenOf(link))).rejects.toThrow(Gone);
		const late = await board.invite(admin);
		testApp.at('2027-06-01T12:00:00.000Z');
		await expect(board.join(testApp.as(await testApp.person()), tokenOf(late))).rejects.toThrow(Gone);
	});

	it('is invited by publishers and administrators only', async () => {
		const { testApp } = await setting(0);
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(board.invite(editor)).rejects.toMatchObject({ reason: 'roleMissing' });
		await expect(board.board(testApp.as(await testApp.person()))).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});

describe('a member', () => {
	it('reads the draft once the board is asked; nobody else does', async () => {
		const { testApp, admin, members, version } = await setting(1);
		const member = testApp.as(members[0] ?? null);
		expect(await board.asked(member)).toBeNull();
		expect(await board.isWaiting(member)).toEqual({ member: true, waiting: false });
		await board.openRound(admin, version);
		await board.openRound(admin, version);
		expect((await board.asked(member))?.draft.points).toMatchObject([{ title: 'Wohnungen zuerst' }]);
		expect(await board.isWaiting(member)).toEqual({ member: true, waiting: true });
		await expect(board.asked(testApp.as(await testApp.person()))).rejects.toThrow(NotFound);
		await board.closeRound(admin, version);
		expect(await board.asked(member)).toBeNull();
	});

	it('changes what they said; of another text it counts as silence until they say it again', async () => {
		const { admin, members, version, say, statement, reword, testApp } = await setting(3);
		await board.openRound(admin, version);
		const [one, two] = members;
		await say(one, 'agree');
		await say(one, 'dissent', 'Zu wenig.');
		await say(two, 'agree', 'Gut so.');
		expect(await statement()).toEqual({
			...{ asked: true, members: 3, quorum: 3, agreed: 1, dissented: 1, silent: 1 },
			...{ agreements: ['Gut so.'], dissents: ['Zu wenig.'] }
		});
		const before = await board.asked(testApp.as(one ?? null));
		await reword('Das Land baut nicht.');
		expect(await statement()).toMatchObject({ agreed: 0, dissented: 0, silent: 3, dissents: [] });
		const old = { version, words: before?.asked.words ?? '', choice: 'agree', reason: '' } as const;
		await expect(board.say(testApp.as(one ?? null), old)).rejects.toThrow(Stale);
		await say(one, 'dissent', 'Zu wenig.');
		expect(await statement()).toMatchObject({ dissented: 1, silent: 2 });
	});

	it('leaves the board, or altogether: the membership and what is not published yet are gone', async () => {
		const { testApp, admin, members, version, say, statement } = await setting(3);
		await board.openRound(admin, version);
		const [one, two] = members;
		await say(one, 'dissent', 'Nein.');
		await say(two, 'dissent', 'Auch nicht.');
		expect(await privacy.ownData(testApp.as(one ?? null))).toMatchObject({
			board: { since: '2027-05-10', statements: [{ version: 1, choice: 'dissent', reason: 'Nein.' }] }
		});
		await board.leave(testApp.as(one ?? null));
		await privacy.closeOwnAccount(testApp.as(two ?? null), 'unlink');
		expect(await statement()).toMatchObject({ members: 1, dissented: 0, silent: 1 });
		await expect(board.asked(testApp.as(one ?? null))).rejects.toThrow(NotFound);
	});
});

describe('what the board said', () => {
	it('is frozen under the digest, and nothing tells any more who said it', async () => {
		const { testApp, admin, editor, members, version, say } = await setting(3);
		await board.setQuorum(admin, { quorum: 2 });
		await board.openRound(admin, version);
		await say(members[0], 'dissent', 'Zu wenig.');
		await say(members[1], 'agree');
		await transaction(editor.ctx, async (ctx) => {
			const draft = await strategy.versionById(ctx, version);
			const said = await board.seal(ctx, draft);
			await strategy.freeze(ctx, draft, {
				...{ numbers: NUMBERS, understood: [], represented: null, board: said, omitted: null, answered: NO_ANSWERS }
			});
		});
		const published = await strategy.version(testApp.as(null), 1);
		expect(published.board).toMatchObject({ quorum: 2, agreed: 1, dissented: 1, silent: 1, dissents: ['Zu wenig.'] });
		const text = await strategy.frozenText(testApp.as(null), 1);
		expect(text).toContain('Zu wenig.');
		expect(published.digest).toBe(digestOf(text));
		expect(await testApp.app.reader.selectFrom('boardStatements').selectAll().execute()).toEqual([]);
		expect(await verified(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		await testApp.app.writer
			.updateTable('versions')
			.set({ board: JSON.stringify({ ...published.board, dissents: ['Alles gut.'] }) })
			.execute();
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: false }]);
	});

	it('says that nobody was asked, and nothing where there is no board', async () => {
		expect(await (await setting(0)).statement()).toBeUndefined();
		expect(await (await setting(2)).statement()).toMatchObject({ asked: false, members: 2, silent: 2 });
	});
});
