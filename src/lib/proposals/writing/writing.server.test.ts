import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import * as proposals from '../proposals.server.ts';

const BODY = 'Ich warte seit drei Jahren auf eine Wohnung. Niemand ruft zurück.';

async function setting() {
	const testApp = await makeTestApp();
	const ctx = testApp.as(await testApp.person());
	const id = newId();
	const step = (more: object) => proposals.saveStep(ctx, testApp.consultationId, { id, ...more });
	const begin = () => proposals.saveDraft(ctx, testApp.consultationId, { id, kind: 'experience', body: BODY });
	const send = async () => {
		const { changedAt: seen } = await proposals.draft(ctx, id);
		return proposals.sendDraft(ctx, testApp.consultationId, { id, seen });
	};
	return { testApp, ctx, id, begin, step, send };
}

describe('writing page by page', () => {
	it('keeps on each page what the other pages have', async () => {
		const { ctx, id, begin, step } = await setting();
		await begin();
		await step({ field: 'wohnen', district: '05315' });
		await step({ title: 'Drei Jahre' });
		const draft = await proposals.draft(ctx, id);
		expect(draft).toMatchObject({ kind: 'experience', body: BODY, field: 'Wohnen', title: 'Drei Jahre' });
		expect(await proposals.residenceOf(ctx, id)).toBe('05315');
		await step({ field: '' });
		expect(await proposals.draft(ctx, id)).toMatchObject({ field: null, body: BODY });
	});

	it('is sent without topic and heading: the first words make one, and it is sent once', async () => {
		const { ctx, begin, send, testApp, id } = await setting();
		await begin();
		await proposals.allowFor(ctx, id, ['evaluate', 'publish']);
		const number = await send();
		expect(await proposals.sendDraft(ctx, testApp.consultationId, { id, seen: 'long ago' })).toBe(number);
		const [sent] = await proposals.mine(ctx);
		expect(sent).toMatchObject({ number, title: 'Ich warte seit drei Jahren auf eine Wohnung', field: null });
	});

	it('is not sent unfinished, without leave to read it, or as nobody has read it', async () => {
		const { ctx, id, begin, step, send, testApp } = await setting();
		await begin();
		await proposals.allowFor(ctx, id, ['publish']);
		await expect(send()).rejects.toMatchObject({ reason: 'consentMissing' });
		await proposals.allowFor(ctx, id, ['evaluate']);
		const { changedAt: seen } = await proposals.draft(ctx, id);
		testApp.at('2027-05-10T13:00:00.000Z');
		await proposals.saveDraft(testApp.as(ctx.person), testApp.consultationId, { id, body: 'Zu kurz.' });
		const blind = proposals.sendDraft(testApp.as(ctx.person), testApp.consultationId, { id, seen });
		await expect(blind).rejects.toMatchObject({ reason: 'draftReadAgain' });
		await expect(send()).rejects.toMatchObject({ reason: 'draftUnfinished' });
		expect(proposals.missingIn(await proposals.draft(ctx, id))).toBe('words');
		await proposals.saveDraft(testApp.as(ctx.person), testApp.consultationId, { id, body: BODY, kind: 'evidence' });
		expect(proposals.missingIn(await proposals.draft(ctx, id))).toBe('topic');
		await step({ evidence: 'Wohnungsbericht 2026' });
		expect(await send()).toBeGreaterThan(0);
	});

	it('is nobody else’s, and nothing where nothing was begun', async () => {
		const { testApp, id, begin, step } = await setting();
		await expect(step({ title: 'Nichts' })).rejects.toThrow(NotFound);
		await begin();
		const other = testApp.as(await testApp.person());
		await expect(proposals.saveStep(other, testApp.consultationId, { id, title: 'Fremd' })).rejects.toThrow(NotFound);
		await expect(proposals.allowFor(other, id, ['publish'])).rejects.toThrow(NotFound);
		await expect(proposals.sendDraft(other, testApp.consultationId, { id, seen: '' })).rejects.toThrow(NotFound);
	});
});
