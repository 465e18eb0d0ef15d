import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { about, openOffice, publishing, screeningsOf } from '../../../tests/support/files/office.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as moderation from './moderation.server.ts';

describe('a redaction', () => {
	const phone = 'Rufen Sie Frau Meier an: 0201 123456. Das Amt hilft nicht.';

	it('takes passages away and keeps every other word; the original is sealed and dropped after 30 days', async () => {
		const { testApp, moderator, send } = await openOffice();
		const { id, number } = await send(undefined, phone);
		const ctx = testApp.as(moderator);
		await moderation.decide(ctx, { ...about('proposal', id), deed: 'redact', passages: ['0201 123456', 'Meier'] });
		await moderation.decide(ctx, publishing('proposal', id));
		const shown = await proposals.byNumber(testApp.as(null), number);
		expect(shown.body).toBe('Rufen Sie Frau [geschwärzt] an: [geschwärzt]. Das Amt hilft nicht.');
		expect(shown.redactedAt).not.toBeNull();
		const originals = await testApp.app.reader.selectFrom('originals').selectAll().execute();
		expect(originals).toHaveLength(1);
		expect(originals[0]?.sealed).not.toContain('Meier');
		expect(testApp.app.keys.open(originals[0]?.sealed ?? '')).toContain('0201 123456');
		const query = ListQuery.parse({ q: '123456' });
		expect((await proposals.list(testApp.as(null), testApp.consultationId, query)).proposals).toHaveLength(0);

		testApp.at('2027-06-09T11:59:59.000Z');
		expect(await moderation.dropOriginals(testApp.as(null))).toBe(0);
		testApp.at('2027-06-09T12:00:00.000Z');
		expect(await moderation.dropOriginals(testApp.as(null))).toBe(1);
		expect(await moderation.dropOriginals(testApp.as(null))).toBe(0);
		const told = await testApp.app.reader
			.selectFrom('journal')
			.select('details')
			.where('verb', '=', 'originals.dropped')
			.execute();
		expect(told).toEqual([{ details: '{"count":1}' }]);
	});

	it('of a passage that is not there changes nothing at all', async () => {
		const { testApp, moderator, send } = await openOffice();
		const { id } = await send(undefined, phone);
		const form = { ...about('proposal', id), deed: 'redact' as const, passages: ['Meier', 'Schulze'] };
		await expect(moderation.decide(testApp.as(moderator), form)).rejects.toMatchObject({
			reason: 'passageNotFound',
			facts: { passage: 'Schulze' }
		});
		expect((await moderation.desk(testApp.as(moderator), 'proposal', id)).body).toBe(phone);
		expect(await screeningsOf(testApp)).toHaveLength(0);
		expect(await testApp.app.reader.selectFrom('originals').selectAll().execute()).toHaveLength(0);
	});

	it('of a comment leaves its place and its count', async () => {
		const { testApp, moderator, send, say } = await openOffice();
		const { id, number } = await send();
		await moderation.decide(testApp.as(moderator), publishing('proposal', id));
		const comment = await say(number, undefined, { body: phone });
		await moderation.decide(testApp.as(moderator), publishing('comment', comment));
		const passages = ['0201 123456'];
		await moderation.decide(testApp.as(moderator), {
			...about('comment', comment, 'published'),
			deed: 'redact',
			passages
		});
		const [shown] = (await comments.page(testApp.as(null), { kind: 'proposal', id }, null)).comments;
		expect(shown?.said?.body).toContain('[geschwärzt]');
		expect((await proposals.byNumber(testApp.as(null), number)).commentCount).toBe(1);
	});

	it('reaches the source of a piece of evidence, too', async () => {
		const testApp = await makeTestApp();
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		const id = newId();
		const number = await proposals.submit(testApp.as(await testApp.person()), testApp.consultationId, {
			id,
			kind: 'evidence',
			field: 'wohnen',
			title: 'Wohnungen fehlen',
			body: 'Das zeigt eine Umfrage in unserem Stadtteil.',
			evidence: 'Umfrage von Frau Meier, 0201 123456'
		});
		const subject = { kind: 'proposal', subjectId: id, seen: 'waiting' } as const;
		const passages = ['0201 123456', 'Meier'];
		await moderation.decide(moderator, { ...subject, id: newId(), deed: 'redact', passages });
		await moderation.decide(moderator, { ...subject, id: newId(), deed: 'publish' });
		const { body, evidence } = await proposals.byNumber(testApp.as(null), number);
		expect(evidence).toBe('Umfrage von Frau [geschwärzt], [geschwärzt]');
		expect(body).toBe('Das zeigt eine Umfrage in unserem Stadtteil.');
	});
});
