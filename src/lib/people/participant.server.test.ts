import { describe, expect, it } from 'vitest';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putProposal, putVersion } from '../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { mayTakePart } from './participant.ts';
import { ROLES, type Person, type Role } from './person.ts';
import * as people from './people.server.ts';

const refused = { reason: 'staffTakesNoPart' };

async function scene() {
	const testApp = await makeTestApp();
	const proposal = await putProposal(testApp, await testApp.person());
	const version = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'], sources: [proposal.id] });
	const point = version.points[0]?.number ?? 0;
	return { testApp, proposal, point, version };
}

/** An account that had no role when it did this, and has one now. */
async function promoted(testApp: TestApp, person: Person, role: Role): Promise<Person> {
	await transaction(testApp.as(null), ({ db }) =>
		db.insertInto('roles').values({ personId: person.id, role, givenAt: testApp.now }).execute()
	);
	const now = await people.byId(testApp.as(null), person.id);
	if (!now) throw new Error('nobody');
	return now;
}

const text = () => ({ title: 'Kostenlose Beratung', body: 'Die Beratung soll nichts kosten und nah sein.' });

/** Everything a participant does. A new verb of participants belongs here. */
const ACTS: Record<string, (ctx: Ctx, at: Awaited<ReturnType<typeof scene>>) => Promise<unknown>> = {
	vote: (ctx, { point }) => votes.castVote(ctx, point, 'agree'),
	'answer a question': async (ctx, { point, testApp, version }) => {
		const consultation = await (
			await import('#lib/consultations/consultations.server.ts')
		).byId(ctx, testApp.consultationId);
		const wording = version.points[0]?.wordingId ?? '';
		return votes.answer(ctx, consultation, { choice: 'pass', wording, punkt: point });
	},
	'skip a question': async (ctx, { point, testApp, version }) => {
		const consultation = await (
			await import('#lib/consultations/consultations.server.ts')
		).byId(ctx, testApp.consultationId);
		const wording = version.points[0]?.wordingId ?? '';
		return votes.answer(ctx, consultation, { choice: 'skip', wording, punkt: point });
	},
	support: (ctx, { proposal }) => proposals.support(ctx, proposal.number, true),
	contribute: (ctx, { testApp }) =>
		proposals.submit(ctx, testApp.consultationId, {
			...{ id: newId(), kind: 'proposal', field: 'wohnen', evidence: '' },
			...text()
		}),
	'save a draft': (ctx, { testApp }) =>
		proposals.saveDraft(ctx, testApp.consultationId, {
			...{ id: newId(), kind: 'proposal', field: 'wohnen', evidence: '' },
			...text()
		}),
	comment: (ctx, { proposal }) =>
		comments.write(ctx, (inner) => comments.aboutProposal(inner, proposal.number), {
			...{ id: newId(), parentId: null, stance: 'pro', body: 'Das hilft.' }
		}),
	'propose another wording': (ctx, { point, version }) =>
		amendments.submit(ctx, (inner) => strategy.wordingNow(inner, point), {
			...{ id: newId(), wording: version.points[0]?.wordingId ?? '', reason: 'So ist es klarer.' },
			...text()
		}),
	'take over what was written down': (ctx) => recording.claimMine(ctx)
};

describe('whoever holds a role', () => {
	it.each(ROLES)('as %s takes no part with that account', async (role) => {
		const at = await scene();
		const ctx = at.testApp.as(await at.testApp.person('none', { roles: [role] }));
		for (const [act, doing] of Object.entries(ACTS)) {
			await expect(doing(ctx, at), act).rejects.toMatchObject(refused);
		}
		const counts = await at.testApp.app.reader.selectFrom('ballotBoxes').select('id').execute();
		expect(counts).toEqual([]);
	});

	it('and a card may do all of it', async () => {
		const at = await scene();
		const ctx = at.testApp.as(await at.testApp.person());
		for (const [act, doing] of Object.entries(ACTS)) {
			await expect(
				doing(ctx, at).then(() => 'done'),
				act
			).resolves.toBe('done');
		}
	});

	it('takes back what was done before the role came, and does nothing new', async () => {
		const { testApp, proposal, point } = await scene();
		const before = await testApp.person();
		await votes.castVote(testApp.as(before), point, 'agree');
		await proposals.support(testApp.as(before), proposal.number, true);
		const staff = testApp.as(await promoted(testApp, before, 'editor'));
		await expect(votes.castVote(staff, point, 'disagree')).rejects.toMatchObject(refused);
		await votes.castVote(staff, point, null);
		await proposals.support(staff, proposal.number, false);
		await expect(proposals.support(staff, proposal.number, true)).rejects.toMatchObject(refused);
		expect((await proposals.byNumber(staff, proposal.number)).supportCount).toBe(0);
		expect(await votes.own(staff)).toEqual([]);
	});

	it('does not say whether a point says what they meant', async () => {
		const { testApp, proposal, version } = await scene();
		const author = await promoted(testApp, await testApp.person(), 'helper');
		void proposal;
		const form = {
			version: version.id,
			point: version.points[0]?.id ?? '',
			words: 'x',
			answer: 'right',
			why: ''
		} as const;
		await expect(understanding.answer(testApp.as(author), form)).rejects.toMatchObject(refused);
	});

	it('is told so by the one rule', () => {
		expect(mayTakePart(null)).toMatchObject({ because: 'signInFirst' });
	});
});
