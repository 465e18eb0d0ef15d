import { expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as moderation from '../moderation.server.ts';

const german = () =>
	({ id: newId(), seen: 0, language: 'tr', title: 'Kein Platz', body: 'Zu fünft in zwei Zimmern.' }) as const;

async function turkish(testApp: TestApp, author: Parameters<TestApp['as']>[0]) {
	const id = newId();
	const said = { title: 'Yer yok', body: 'Beş kişi iki odada yaşıyoruz, çocuklar ders çalışamıyor.', evidence: '' };
	const form = { id, kind: 'experience', field: 'wohnen', language: 'tr', ...said } as const;
	await proposals.submit(testApp.as(author), testApp.consultationId, form);
	return id;
}

it('the team says in German what somebody else has written, before and after it is public', async () => {
	const testApp = await makeTestApp();
	const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
	const id = await turkish(testApp, await testApp.person());
	expect(await moderation.inGerman(moderator, id)).toMatchObject({ current: null, verdict: { ok: true } });
	await moderation.summarise(moderator, id, german());
	await moderation.decide(moderator, {
		id: newId(),
		kind: 'proposal',
		subjectId: id,
		seen: 'waiting',
		deed: 'publish'
	});
	await moderation.summarise(moderator, id, { ...german(), seen: 1, title: 'Viel zu wenig Platz' });
	const { current, former } = await moderation.inGerman(moderator, id);
	expect([current?.title, former[0]?.title]).toEqual(['Viel zu wenig Platz', 'Kein Platz']);
	expect((await moderation.queue(moderator)).items).toEqual([]);
});

it('nobody does so for words of their own or of their organisation, nor without that task', async () => {
	const testApp = await makeTestApp();
	const own = await testApp.person('none', { roles: ['moderator'], organisation: 'Tafel' });
	const others = [null, await testApp.person(), await testApp.person('none', { roles: ['editor', 'helper'] })];
	const id = await turkish(testApp, { ...own, roles: [] });
	for (const person of [own, ...others]) {
		await expect(moderation.summarise(testApp.as(person), id, german())).rejects.toThrow(Refused);
	}
	expect(await testApp.app.reader.selectFrom('summaries').selectAll().execute()).toEqual([]);
});
