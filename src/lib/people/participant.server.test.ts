import { describe, expect, it } from 'vitest';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putProposal, putVersion } from '../../../tests/support/published.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { mayTakePart } from './participant.ts';
import { ROLES, type Person, type Role } from './person.ts';
import * as people from './people.server.ts';

const refused = { reason: 'staffTakesNoPart' };

async function scene() {
	const town = await makeTown();
	const proposal = await putProposal(town, await town.person());
	const version = await putVersion(town, { number: 1, titles: ['Mehr Beratung'], sources: [proposal.id] });
	const point = version.points[0]?.number ?? 0;
	return { town, proposal, point, version };
}

/** An account that had no role when it did this, and has one now. */
async function promoted(town: Town, person: Person, role: Role): Promise<Person> {
	await together(town.as(null), ({ db }) =>
		db.insertInto('roles').values({ personId: person.id, role, givenAt: town.now }).execute()
	);
	const now = await people.byId(town.as(null), person.id);
	if (!now) throw new Error('nobody');
	return now;
}

const text = () => ({ title: 'Kostenlose Beratung', body: 'Die Beratung soll nichts kosten und nah sein.' });

/** Everything a participant does. A new verb of participants belongs here. */
const ACTS: Record<string, (ctx: Ctx, at: Awaited<ReturnType<typeof scene>>) => Promise<unknown>> = {
	vote: (ctx, { point }) => votes.cast(ctx, point, 'agree'),
	'answer a question': async (ctx, { point, town, version }) => {
		const consultation = await (
			await import('#lib/consultations/consultations.server.ts')
		).byId(ctx, town.consultationId);
		const wording = version.points[0]?.wordingId ?? '';
		return votes.answer(ctx, consultation, { choice: 'pass', wording, punkt: point });
	},
	'skip a question': async (ctx, { point, town, version }) => {
		const consultation = await (
			await import('#lib/consultations/consultations.server.ts')
		).byId(ctx, town.consultationId);
		const wording = version.points[0]?.wordingId ?? '';
		return votes.answer(ctx, consultation, { choice: 'skip', wording, punkt: point });
	},
	support: (ctx, { proposal }) => proposals.support(ctx, proposal.number, true),
	contribute: (ctx, { town }) =>
		proposals.submit(ctx, town.consultationId, {
			...{ id: newId(), kind: 'proposal', field: 'wohnen', evidence: '' },
			...text()
		}),
	'save a draft': (ctx, { town }) =>
		proposals.saveDraft(ctx, town.consultationId, {
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
	'take over what was written down': (ctx) => recording.takeOverMine(ctx)
};

describe('whoever holds a role', () => {
	it.each(ROLES)('as %s takes no part with that account', async (role) => {
		const at = await scene();
		const ctx = at.town.as(await at.town.person('none', { roles: [role] }));
		for (const [act, doing] of Object.entries(ACTS)) {
			await expect(doing(ctx, at), act).rejects.toMatchObject(refused);
		}
		const counts = await at.town.house.reader.selectFrom('ballotBoxes').select('id').execute();
		expect(counts).toEqual([]);
	});

	it('and a card may do all of it', async () => {
		const at = await scene();
		const ctx = at.town.as(await at.town.person());
		for (const [act, doing] of Object.entries(ACTS)) {
			await expect(
				doing(ctx, at).then(() => 'done'),
				act
			).resolves.toBe('done');
		}
	});

	it('takes back what was done before the role came, and does nothing new', async () => {
		const { town, proposal, point } = await scene();
		const before = await town.person();
		await votes.cast(town.as(before), point, 'agree');
		await proposals.support(town.as(before), proposal.number, true);
		const staff = town.as(await promoted(town, before, 'editor'));
		await expect(votes.cast(staff, point, 'disagree')).rejects.toMatchObject(refused);
		await votes.cast(staff, point, null);
		await proposals.support(staff, proposal.number, false);
		await expect(proposals.support(staff, proposal.number, true)).rejects.toMatchObject(refused);
		expect((await proposals.byNumber(staff, proposal.number)).supportCount).toBe(0);
		expect(await votes.own(staff)).toEqual([]);
	});

	it('does not say whether a point says what they meant', async () => {
		const { town, proposal, version } = await scene();
		const author = await promoted(town, await town.person(), 'helper');
		void proposal;
		const form = {
			version: version.id,
			point: version.points[0]?.id ?? '',
			words: 'x',
			answer: 'right',
			why: ''
		} as const;
		await expect(understanding.answer(town.as(author), form)).rejects.toMatchObject(refused);
	});

	it('is told so by the one rule', () => {
		expect(mayTakePart(null)).toMatchObject({ because: 'signInFirst' });
	});
});
