import { expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as moderation from './moderation.server.ts';

const german = () =>
	({ id: newId(), seen: 0, language: 'tr', title: 'Kein Platz', body: 'Zu fünft in zwei Zimmern.' }) as const;

async function turkish(town: Town, author: Parameters<Town['as']>[0]) {
	const id = newId();
	const said = { title: 'Yer yok', body: 'Beş kişi iki odada yaşıyoruz, çocuklar ders çalışamıyor.', evidence: '' };
	const form = { id, kind: 'experience', field: 'wohnen', language: 'tr', ...said } as const;
	await proposals.submit(town.as(author), town.consultationId, form);
	return id;
}

it('the team says in German what somebody else has written, before and after it is public', async () => {
	const town = await makeTown();
	const moderator = town.as(await town.person('none', { roles: ['moderator'] }));
	const id = await turkish(town, await town.person());
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
	const town = await makeTown();
	const own = await town.person('none', { roles: ['moderator'], organisation: 'Tafel' });
	const others = [null, await town.person(), await town.person('none', { roles: ['editor', 'helper'] })];
	const id = await turkish(town, { ...own, roles: [] });
	for (const person of [own, ...others]) {
		await expect(moderation.summarise(town.as(person), id, german())).rejects.toThrow(Refused);
	}
	expect(await town.house.reader.selectFrom('summaries').selectAll().execute()).toEqual([]);
});
