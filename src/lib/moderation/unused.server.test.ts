import { expect, test } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound } from '#lib/verdict.ts';
import { propose } from '../../../tests/support/strategy/amended.ts';
import { openOffice, publishing, rejecting } from '../../../tests/support/files/office.ts';
import { makeEditor } from '../../../tests/support/strategy/strategy.ts';
import * as moderation from './moderation.server.ts';

const speaker = { name: 'Leise Amsel 7', group: 'affected' } as const;

test('nobody gets at what was decided about a text, or how it came here, by sending another with its id', async () => {
	const { testApp, moderator, send, say } = await openOffice();
	const [victim, stranger] = [await testApp.person(), await testApp.person()];
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add();
	await editor.publish();
	const { id: refused } = await send(victim);
	await moderation.decide(testApp.as(moderator), rejecting('proposal', refused));
	const open = await send(victim, 'Der Bus kommt nie.');
	await moderation.decide(testApp.as(moderator), publishing('proposal', open.id));
	const comment = await say(open.number, victim);

	const consultation = await consultations.byId(testApp.as(null), testApp.consultationId);
	const kind = 'experience' as const;
	const text = { kind, field: 'wohnen', title: 'Bänke', body: 'Wir brauchen mehr Bänke im Park.', evidence: '' };
	const tries = [
		() => say(open.number, stranger, { id: refused }),
		() => propose(testApp, 1, stranger, { id: refused }),
		() => propose(testApp, 1, stranger, { id: comment }),
		() => proposals.saveDraft(testApp.as(stranger), consultation.id, { ...text, id: comment }),
		() => proposals.submit(testApp.as(stranger), consultation.id, { ...text, id: comment }),
		() =>
			transaction(testApp.as(null), (ctx) =>
				proposals.recordOnBehalf(ctx, consultation, { ...text, id: comment }, speaker)
			),
		() =>
			transaction(testApp.as(null), async (ctx) => {
				const said = { id: refused, stance: 'pro', body: 'Ja, bitte.' } as const;
				await comments.recordOnBehalf(ctx, await strategy.subjectOf(ctx, 1), said, speaker);
			})
	];
	for (const one of tries) await expect(one()).rejects.toThrow(NotFound);
	expect(await proposals.mine(testApp.as(stranger))).toEqual([]);
	expect(await comments.mine(testApp.as(stranger))).toEqual([]);
});
