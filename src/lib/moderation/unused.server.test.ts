import { expect, test } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound } from '#lib/verdict.ts';
import { propose } from '../../../tests/support/amended.ts';
import { openOffice, publishing, rejecting } from '../../../tests/support/office.ts';
import { makeEditor } from '../../../tests/support/strategy.ts';
import * as moderation from './moderation.server.ts';

const speaker = { name: 'Leise Amsel 7', group: 'affected' } as const;

test('nobody gets at what was decided about a text, or how it came here, by sending another with its id', async () => {
	const { town, moderator, send, say } = await openOffice();
	const [victim, stranger] = [await town.person(), await town.person()];
	const editor = await makeEditor(town);
	await editor.start();
	await editor.add();
	await editor.publish();
	const { id: refused } = await send(victim);
	await moderation.decide(town.as(moderator), rejecting('proposal', refused));
	const open = await send(victim, 'Der Bus kommt nie.');
	await moderation.decide(town.as(moderator), publishing('proposal', open.id));
	const comment = await say(open.number, victim);

	const consultation = await consultations.byId(town.as(null), town.consultationId);
	const kind = 'experience' as const;
	const text = { kind, field: 'wohnen', title: 'Bänke', body: 'Wir brauchen mehr Bänke im Park.', evidence: '' };
	const tries = [
		() => say(open.number, stranger, { id: refused }),
		() => propose(town, 1, stranger, { id: refused }),
		() => propose(town, 1, stranger, { id: comment }),
		() => proposals.saveDraft(town.as(stranger), consultation.id, { ...text, id: comment }),
		() => proposals.submit(town.as(stranger), consultation.id, { ...text, id: comment }),
		() => together(town.as(null), (ctx) => proposals.putDown(ctx, consultation, { ...text, id: comment }, speaker)),
		() =>
			together(town.as(null), async (ctx) => {
				const said = { id: refused, stance: 'pro', body: 'Ja, bitte.' } as const;
				await comments.putDown(ctx, await strategy.subjectOf(ctx, 1), said, speaker);
			})
	];
	for (const one of tries) await expect(one()).rejects.toThrow(NotFound);
	expect(await proposals.mine(town.as(stranger))).toEqual([]);
	expect(await comments.mine(town.as(stranger))).toEqual([]);
});
